from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.mandate_state import MandateState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.mandate_series import MandateSeries
  from ..models.signature_line import SignatureLine





T = TypeVar("T", bound="ChosenPortingMandate")



@_attrs_define
class ChosenPortingMandate:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): `ask`: it waits for the customer's signature.
            case_id (None | Unset | UUID):
            count (int | Unset):
            created_at (datetime.datetime | Unset):
            customer_id (UUID | Unset):
            donor (str | Unset):
            has_document (bool | Unset):
            id (UUID | Unset):
            owner_id (str | Unset):
            owner_name (str | Unset):
            revoked_at (datetime.datetime | None | Unset):
            revoked_reason (str | Unset):
            series (list[MandateSeries] | Unset):
            signatories (int | Unset): How many must sign.
            signatures (list[SignatureLine] | Unset):
            state (MandateState | Unset): Where a fullmakt stands. `viewed` lasts until all who must sign have signed.
            valid_until (datetime.datetime | None | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    case_id: None | Unset | UUID = UNSET
    count: int | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    donor: str | Unset = UNSET
    has_document: bool | Unset = UNSET
    id: UUID | Unset = UNSET
    owner_id: str | Unset = UNSET
    owner_name: str | Unset = UNSET
    revoked_at: datetime.datetime | None | Unset = UNSET
    revoked_reason: str | Unset = UNSET
    series: list[MandateSeries] | Unset = UNSET
    signatories: int | Unset = UNSET
    signatures: list[SignatureLine] | Unset = UNSET
    state: MandateState | Unset = UNSET
    valid_until: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.mandate_series import MandateSeries # noqa: PLC0415
        from ..models.signature_line import SignatureLine # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        case_id: None | str | Unset
        if isinstance(self.case_id, Unset):
            case_id = UNSET
        elif isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        count = self.count

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        donor = self.donor

        has_document = self.has_document

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        owner_id = self.owner_id

        owner_name = self.owner_name

        revoked_at: None | str | Unset
        if isinstance(self.revoked_at, Unset):
            revoked_at = UNSET
        elif isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        revoked_reason = self.revoked_reason

        series: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.series, Unset):
            series = []
            for series_item_data in self.series:
                series_item = series_item_data.to_dict()
                series.append(series_item)



        signatories = self.signatories

        signatures: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.signatures, Unset):
            signatures = []
            for signatures_item_data in self.signatures:
                signatures_item = signatures_item_data.to_dict()
                signatures.append(signatures_item)



        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if count is not UNSET:
            field_dict["count"] = count
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if donor is not UNSET:
            field_dict["donor"] = donor
        if has_document is not UNSET:
            field_dict["has_document"] = has_document
        if id is not UNSET:
            field_dict["id"] = id
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name
        if revoked_at is not UNSET:
            field_dict["revoked_at"] = revoked_at
        if revoked_reason is not UNSET:
            field_dict["revoked_reason"] = revoked_reason
        if series is not UNSET:
            field_dict["series"] = series
        if signatories is not UNSET:
            field_dict["signatories"] = signatories
        if signatures is not UNSET:
            field_dict["signatures"] = signatures
        if state is not UNSET:
            field_dict["state"] = state
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mandate_series import MandateSeries # noqa: PLC0415
        from ..models.signature_line import SignatureLine # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        def _parse_case_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        case_id = _parse_case_id(d.pop("case_id", UNSET))


        count = d.pop("count", UNSET)

        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        _customer_id = d.pop("customer_id", UNSET)
        customer_id: UUID | Unset
        if isinstance(_customer_id,  Unset):
            customer_id = UNSET
        else:
            customer_id = UUID(_customer_id)




        donor = d.pop("donor", UNSET)

        has_document = d.pop("has_document", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        owner_id = d.pop("owner_id", UNSET)

        owner_name = d.pop("owner_name", UNSET)

        def _parse_revoked_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)



                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at", UNSET))


        revoked_reason = d.pop("revoked_reason", UNSET)

        _series = d.pop("series", UNSET)
        series: list[MandateSeries] | Unset = UNSET
        if _series is not UNSET:
            series = []
            for series_item_data in _series:
                series_item = MandateSeries.from_dict(series_item_data)



                series.append(series_item)


        signatories = d.pop("signatories", UNSET)

        _signatures = d.pop("signatures", UNSET)
        signatures: list[SignatureLine] | Unset = UNSET
        if _signatures is not UNSET:
            signatures = []
            for signatures_item_data in _signatures:
                signatures_item = SignatureLine.from_dict(signatures_item_data)



                signatures.append(signatures_item)


        _state = d.pop("state", UNSET)
        state: MandateState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = MandateState(_state)




        def _parse_valid_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)



                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))


        chosen_porting_mandate = cls(
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


        chosen_porting_mandate.additional_properties = d
        return chosen_porting_mandate

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
