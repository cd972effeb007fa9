from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.parcel_state import ParcelState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.parcel_address import ParcelAddress
  from ..models.scan import Scan





T = TypeVar("T", bound="SimParcel")



@_attrs_define
class SimParcel:
    """ A parcel: all cards that go to one address at one time. `tracking` is the carrier's own number.

        Attributes:
            address (ParcelAddress): Where a parcel goes.
            allowed_actions (list[str]):
            cards (int):
            case_id (UUID):
            created_at (datetime.datetime):
            customer_id (UUID):
            delivered_at (datetime.datetime | None):
            dispatched_at (datetime.datetime | None):
            id (UUID):
            reference (str):
            scans (list[Scan]): Oldest first.
            state (ParcelState): A parcel: all cards to one address (SM-02).
            tracking (str):
     """

    address: ParcelAddress
    allowed_actions: list[str]
    cards: int
    case_id: UUID
    created_at: datetime.datetime
    customer_id: UUID
    delivered_at: datetime.datetime | None
    dispatched_at: datetime.datetime | None
    id: UUID
    reference: str
    scans: list[Scan]
    state: ParcelState
    tracking: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.parcel_address import ParcelAddress # noqa: PLC0415
        from ..models.scan import Scan # noqa: PLC0415
        address = self.address.to_dict()

        allowed_actions = self.allowed_actions



        cards = self.cards

        case_id = str(self.case_id)

        created_at = self.created_at.isoformat()

        customer_id = str(self.customer_id)

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        dispatched_at: None | str
        if isinstance(self.dispatched_at, datetime.datetime):
            dispatched_at = self.dispatched_at.isoformat()
        else:
            dispatched_at = self.dispatched_at

        id = str(self.id)

        reference = self.reference

        scans = []
        for scans_item_data in self.scans:
            scans_item = scans_item_data.to_dict()
            scans.append(scans_item)



        state = self.state.value

        tracking = self.tracking


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "address": address,
            "allowed_actions": allowed_actions,
            "cards": cards,
            "case_id": case_id,
            "created_at": created_at,
            "customer_id": customer_id,
            "delivered_at": delivered_at,
            "dispatched_at": dispatched_at,
            "id": id,
            "reference": reference,
            "scans": scans,
            "state": state,
            "tracking": tracking,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.parcel_address import ParcelAddress # noqa: PLC0415
        from ..models.scan import Scan # noqa: PLC0415
        d = dict(src_dict)
        address = ParcelAddress.from_dict(d.pop("address"))




        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        cards = d.pop("cards")

        case_id = UUID(d.pop("case_id"))




        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        customer_id = UUID(d.pop("customer_id"))




        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)



                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))


        def _parse_dispatched_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dispatched_at_type_0 = datetime.datetime.fromisoformat(data)



                return dispatched_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        dispatched_at = _parse_dispatched_at(d.pop("dispatched_at"))


        id = UUID(d.pop("id"))




        reference = d.pop("reference")

        scans = []
        _scans = d.pop("scans")
        for scans_item_data in (_scans):
            scans_item = Scan.from_dict(scans_item_data)



            scans.append(scans_item)


        state = ParcelState(d.pop("state"))




        tracking = d.pop("tracking")

        sim_parcel = cls(
            address=address,
            allowed_actions=allowed_actions,
            cards=cards,
            case_id=case_id,
            created_at=created_at,
            customer_id=customer_id,
            delivered_at=delivered_at,
            dispatched_at=dispatched_at,
            id=id,
            reference=reference,
            scans=scans,
            state=state,
            tracking=tracking,
        )


        sim_parcel.additional_properties = d
        return sim_parcel

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
