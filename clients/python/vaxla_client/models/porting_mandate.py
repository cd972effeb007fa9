from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.mandate_state import MandateState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.mandate_series import MandateSeries
  from ..models.signature_line import SignatureLine





T = TypeVar("T", bound="PortingMandate")



@_attrs_define
class PortingMandate:
    """ A mandate (fullmakt). `owner_id` is as the donor knows the owner, twelve digits.

        Attributes:
            allowed_actions (list[str]): `ask`: it waits for the customer's signature.
            case_id (None | UUID):
            count (int):
            created_at (datetime.datetime):
            customer_id (UUID):
            donor (str):
            has_document (bool):
            id (UUID):
            owner_id (str):
            owner_name (str):
            revoked_at (datetime.datetime | None):
            revoked_reason (str):
            series (list[MandateSeries]):
            signatories (int): How many must sign.
            signatures (list[SignatureLine]):
            state (MandateState): Where a fullmakt stands. `viewed` lasts until all who must sign have signed.
            valid_until (datetime.datetime | None):
     """

    allowed_actions: list[str]
    case_id: None | UUID
    count: int
    created_at: datetime.datetime
    customer_id: UUID
    donor: str
    has_document: bool
    id: UUID
    owner_id: str
    owner_name: str
    revoked_at: datetime.datetime | None
    revoked_reason: str
    series: list[MandateSeries]
    signatories: int
    signatures: list[SignatureLine]
    state: MandateState
    valid_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.mandate_series import MandateSeries # noqa: PLC0415
        from ..models.signature_line import SignatureLine # noqa: PLC0415
        allowed_actions = self.allowed_actions



        case_id: None | str
        if isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        count = self.count

        created_at = self.created_at.isoformat()

        customer_id = str(self.customer_id)

        donor = self.donor

        has_document = self.has_document

        id = str(self.id)

        owner_id = self.owner_id

        owner_name = self.owner_name

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        revoked_reason = self.revoked_reason

        series = []
        for series_item_data in self.series:
            series_item = series_item_data.to_dict()
            series.append(series_item)



        signatories = self.signatories

        signatures = []
        for signatures_item_data in self.signatures:
            signatures_item = signatures_item_data.to_dict()
            signatures.append(signatures_item)



        state = self.state.value

        valid_until: None | str
        if isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "case_id": case_id,
            "count": count,
            "created_at": created_at,
            "customer_id": customer_id,
            "donor": donor,
            "has_document": has_document,
            "id": id,
            "owner_id": owner_id,
            "owner_name": owner_name,
            "revoked_at": revoked_at,
            "revoked_reason": revoked_reason,
            "series": series,
            "signatories": signatories,
            "signatures": signatures,
            "state": state,
            "valid_until": valid_until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mandate_series import MandateSeries # noqa: PLC0415
        from ..models.signature_line import SignatureLine # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        def _parse_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        case_id = _parse_case_id(d.pop("case_id"))


        count = d.pop("count")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        customer_id = UUID(d.pop("customer_id"))




        donor = d.pop("donor")

        has_document = d.pop("has_document")

        id = UUID(d.pop("id"))




        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)



                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))


        revoked_reason = d.pop("revoked_reason")

        series = []
        _series = d.pop("series")
        for series_item_data in (_series):
            series_item = MandateSeries.from_dict(series_item_data)



            series.append(series_item)


        signatories = d.pop("signatories")

        signatures = []
        _signatures = d.pop("signatures")
        for signatures_item_data in (_signatures):
            signatures_item = SignatureLine.from_dict(signatures_item_data)



            signatures.append(signatures_item)


        state = MandateState(d.pop("state"))




        def _parse_valid_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)



                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))


        porting_mandate = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            count=count,
            created_at=created_at,
            customer_id=customer_id,
            donor=donor,
            has_document=has_document,
            id=id,
            owner_id=owner_id,
            owner_name=owner_name,
            revoked_at=revoked_at,
            revoked_reason=revoked_reason,
            series=series,
            signatories=signatories,
            signatures=signatures,
            state=state,
            valid_until=valid_until,
        )


        porting_mandate.additional_properties = d
        return porting_mandate

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
