from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.number_type import NumberType
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.required_document import RequiredDocument
  from ..models.required_fee import RequiredFee
  from ..models.required_mandate import RequiredMandate
  from ..models.required_owner_id import RequiredOwnerId
  from ..models.requirement_check import RequirementCheck
  from ..models.requirement_times import RequirementTimes
  from ..models.requirement_window import RequirementWindow





T = TypeVar("T", bound="ChosenRequirement")



@_attrs_define
class ChosenRequirement:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): None: it is for reading.
            checks (list[RequirementCheck] | Unset):
            documents (list[RequiredDocument] | Unset):
            donor (str | Unset):
            donor_name (str | Unset):
            fees (list[RequiredFee] | Unset):
            id (str | Unset):
            largest_series (int | Unset): How many numbers an order may have at most.
            mandate (RequiredMandate | Unset): The mandate (fullmakt): one for each operator and owner, signed before
                anything is submitted.
            no_port_days (list[datetime.date] | Unset): Mondays to Fridays without porting, this year and the next.
            number_type (NumberType | Unset): The kinds of numbers that can be ported.
            owner_id (RequiredOwnerId | Unset): In which form the operator knows the owner of a number. Give ten digits or
                twelve: we make them so.

                `form` is `sixteen` or `zeros`: what stands before the ten digits of a company (`company_prefix`). A person's
                number gets its century.
            times (RequirementTimes | Unset): Working days and hours. A request after `cutoff`, or on no working day, counts
                as made the next working day.

                A port can be stopped or moved until `cutoff`, `stop_working_days` before it. An answer is awaited for
                `answer_working_days` before somebody asks.
            windows (list[RequirementWindow] | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    checks: list[RequirementCheck] | Unset = UNSET
    documents: list[RequiredDocument] | Unset = UNSET
    donor: str | Unset = UNSET
    donor_name: str | Unset = UNSET
    fees: list[RequiredFee] | Unset = UNSET
    id: str | Unset = UNSET
    largest_series: int | Unset = UNSET
    mandate: RequiredMandate | Unset = UNSET
    no_port_days: list[datetime.date] | Unset = UNSET
    number_type: NumberType | Unset = UNSET
    owner_id: RequiredOwnerId | Unset = UNSET
    times: RequirementTimes | Unset = UNSET
    windows: list[RequirementWindow] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.required_document import RequiredDocument # noqa: PLC0415
        from ..models.required_fee import RequiredFee # noqa: PLC0415
        from ..models.required_mandate import RequiredMandate # noqa: PLC0415
        from ..models.required_owner_id import RequiredOwnerId # noqa: PLC0415
        from ..models.requirement_check import RequirementCheck # noqa: PLC0415
        from ..models.requirement_times import RequirementTimes # noqa: PLC0415
        from ..models.requirement_window import RequirementWindow # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        checks: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.checks, Unset):
            checks = []
            for checks_item_data in self.checks:
                checks_item = checks_item_data.to_dict()
                checks.append(checks_item)



        documents: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.documents, Unset):
            documents = []
            for documents_item_data in self.documents:
                documents_item = documents_item_data.to_dict()
                documents.append(documents_item)



        donor = self.donor

        donor_name = self.donor_name

        fees: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.fees, Unset):
            fees = []
            for fees_item_data in self.fees:
                fees_item = fees_item_data.to_dict()
                fees.append(fees_item)



        id = self.id

        largest_series = self.largest_series

        mandate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.mandate, Unset):
            mandate = self.mandate.to_dict()

        no_port_days: list[str] | Unset = UNSET
        if not isinstance(self.no_port_days, Unset):
            no_port_days = []
            for no_port_days_item_data in self.no_port_days:
                no_port_days_item = no_port_days_item_data.isoformat()
                no_port_days.append(no_port_days_item)



        number_type: str | Unset = UNSET
        if not isinstance(self.number_type, Unset):
            number_type = self.number_type.value


        owner_id: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owner_id, Unset):
            owner_id = self.owner_id.to_dict()

        times: dict[str, Any] | Unset = UNSET
        if not isinstance(self.times, Unset):
            times = self.times.to_dict()

        windows: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.windows, Unset):
            windows = []
            for windows_item_data in self.windows:
                windows_item = windows_item_data.to_dict()
                windows.append(windows_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if checks is not UNSET:
            field_dict["checks"] = checks
        if documents is not UNSET:
            field_dict["documents"] = documents
        if donor is not UNSET:
            field_dict["donor"] = donor
        if donor_name is not UNSET:
            field_dict["donor_name"] = donor_name
        if fees is not UNSET:
            field_dict["fees"] = fees
        if id is not UNSET:
            field_dict["id"] = id
        if largest_series is not UNSET:
            field_dict["largest_series"] = largest_series
        if mandate is not UNSET:
            field_dict["mandate"] = mandate
        if no_port_days is not UNSET:
            field_dict["no_port_days"] = no_port_days
        if number_type is not UNSET:
            field_dict["number_type"] = number_type
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if times is not UNSET:
            field_dict["times"] = times
        if windows is not UNSET:
            field_dict["windows"] = windows

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.required_document import RequiredDocument # noqa: PLC0415
        from ..models.required_fee import RequiredFee # noqa: PLC0415
        from ..models.required_mandate import RequiredMandate # noqa: PLC0415
        from ..models.required_owner_id import RequiredOwnerId # noqa: PLC0415
        from ..models.requirement_check import RequirementCheck # noqa: PLC0415
        from ..models.requirement_times import RequirementTimes # noqa: PLC0415
        from ..models.requirement_window import RequirementWindow # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _checks = d.pop("checks", UNSET)
        checks: list[RequirementCheck] | Unset = UNSET
        if _checks is not UNSET:
            checks = []
            for checks_item_data in _checks:
                checks_item = RequirementCheck.from_dict(checks_item_data)



                checks.append(checks_item)


        _documents = d.pop("documents", UNSET)
        documents: list[RequiredDocument] | Unset = UNSET
        if _documents is not UNSET:
            documents = []
            for documents_item_data in _documents:
                documents_item = RequiredDocument.from_dict(documents_item_data)



                documents.append(documents_item)


        donor = d.pop("donor", UNSET)

        donor_name = d.pop("donor_name", UNSET)

        _fees = d.pop("fees", UNSET)
        fees: list[RequiredFee] | Unset = UNSET
        if _fees is not UNSET:
            fees = []
            for fees_item_data in _fees:
                fees_item = RequiredFee.from_dict(fees_item_data)



                fees.append(fees_item)


        id = d.pop("id", UNSET)

        largest_series = d.pop("largest_series", UNSET)

        _mandate = d.pop("mandate", UNSET)
        mandate: RequiredMandate | Unset
        if isinstance(_mandate,  Unset):
            mandate = UNSET
        else:
            mandate = RequiredMandate.from_dict(_mandate)




        _no_port_days = d.pop("no_port_days", UNSET)
        no_port_days: list[datetime.date] | Unset = UNSET
        if _no_port_days is not UNSET:
            no_port_days = []
            for no_port_days_item_data in _no_port_days:
                no_port_days_item = datetime.date.fromisoformat(no_port_days_item_data)



                no_port_days.append(no_port_days_item)


        _number_type = d.pop("number_type", UNSET)
        number_type: NumberType | Unset
        if isinstance(_number_type,  Unset):
            number_type = UNSET
        else:
            number_type = NumberType(_number_type)




        _owner_id = d.pop("owner_id", UNSET)
        owner_id: RequiredOwnerId | Unset
        if isinstance(_owner_id,  Unset):
            owner_id = UNSET
        else:
            owner_id = RequiredOwnerId.from_dict(_owner_id)




        _times = d.pop("times", UNSET)
        times: RequirementTimes | Unset
        if isinstance(_times,  Unset):
            times = UNSET
        else:
            times = RequirementTimes.from_dict(_times)




        _windows = d.pop("windows", UNSET)
        windows: list[RequirementWindow] | Unset = UNSET
        if _windows is not UNSET:
            windows = []
            for windows_item_data in _windows:
                windows_item = RequirementWindow.from_dict(windows_item_data)



                windows.append(windows_item)


        chosen_requirement = cls(
            allowed_actions=allowed_actions,
            checks=checks,
            documents=documents,
            donor=donor,
            donor_name=donor_name,
            fees=fees,
            id=id,
            largest_series=largest_series,
            mandate=mandate,
            no_port_days=no_port_days,
            number_type=number_type,
            owner_id=owner_id,
            times=times,
            windows=windows,
        )


        chosen_requirement.additional_properties = d
        return chosen_requirement

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
