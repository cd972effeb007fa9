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





T = TypeVar("T", bound="Requirement")



@_attrs_define
class Requirement:
    """ All that one kind of number needs to be ported from one operator.

        Attributes:
            checks (list[RequirementCheck]):
            documents (list[RequiredDocument]):
            donor (str):
            donor_name (str):
            fees (list[RequiredFee]):
            id (str):
            largest_series (int): How many numbers an order may have at most.
            mandate (RequiredMandate): The mandate (fullmakt): one for each operator and owner, signed before anything is
                submitted.
            no_port_days (list[datetime.date]): Mondays to Fridays without porting, this year and the next.
            number_type (NumberType): The kinds of numbers that can be ported.
            owner_id (RequiredOwnerId): In which form the operator knows the owner of a number. Give ten digits or twelve:
                we make them so.

                `form` is `sixteen` or `zeros`: what stands before the ten digits of a company (`company_prefix`). A person's
                number gets its century.
            times (RequirementTimes): Working days and hours. A request after `cutoff`, or on no working day, counts as made
                the next working day.

                A port can be stopped or moved until `cutoff`, `stop_working_days` before it. An answer is awaited for
                `answer_working_days` before somebody asks.
            windows (list[RequirementWindow]):
            allowed_actions (list[str] | Unset): None: it is for reading.
     """

    checks: list[RequirementCheck]
    documents: list[RequiredDocument]
    donor: str
    donor_name: str
    fees: list[RequiredFee]
    id: str
    largest_series: int
    mandate: RequiredMandate
    no_port_days: list[datetime.date]
    number_type: NumberType
    owner_id: RequiredOwnerId
    times: RequirementTimes
    windows: list[RequirementWindow]
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.required_document import RequiredDocument # noqa: PLC0415
        from ..models.required_fee import RequiredFee # noqa: PLC0415
        from ..models.required_mandate import RequiredMandate # noqa: PLC0415
        from ..models.required_owner_id import RequiredOwnerId # noqa: PLC0415
        from ..models.requirement_check import RequirementCheck # noqa: PLC0415
        from ..models.requirement_times import RequirementTimes # noqa: PLC0415
        from ..models.requirement_window import RequirementWindow # noqa: PLC0415
        checks = []
        for checks_item_data in self.checks:
            checks_item = checks_item_data.to_dict()
            checks.append(checks_item)



        documents = []
        for documents_item_data in self.documents:
            documents_item = documents_item_data.to_dict()
            documents.append(documents_item)



        donor = self.donor

        donor_name = self.donor_name

        fees = []
        for fees_item_data in self.fees:
            fees_item = fees_item_data.to_dict()
            fees.append(fees_item)



        id = self.id

        largest_series = self.largest_series

        mandate = self.mandate.to_dict()

        no_port_days = []
        for no_port_days_item_data in self.no_port_days:
            no_port_days_item = no_port_days_item_data.isoformat()
            no_port_days.append(no_port_days_item)



        number_type = self.number_type.value

        owner_id = self.owner_id.to_dict()

        times = self.times.to_dict()

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)



        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "checks": checks,
            "documents": documents,
            "donor": donor,
            "donor_name": donor_name,
            "fees": fees,
            "id": id,
            "largest_series": largest_series,
            "mandate": mandate,
            "no_port_days": no_port_days,
            "number_type": number_type,
            "owner_id": owner_id,
            "times": times,
            "windows": windows,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

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
        checks = []
        _checks = d.pop("checks")
        for checks_item_data in (_checks):
            checks_item = RequirementCheck.from_dict(checks_item_data)



            checks.append(checks_item)


        documents = []
        _documents = d.pop("documents")
        for documents_item_data in (_documents):
            documents_item = RequiredDocument.from_dict(documents_item_data)



            documents.append(documents_item)


        donor = d.pop("donor")

        donor_name = d.pop("donor_name")

        fees = []
        _fees = d.pop("fees")
        for fees_item_data in (_fees):
            fees_item = RequiredFee.from_dict(fees_item_data)



            fees.append(fees_item)


        id = d.pop("id")

        largest_series = d.pop("largest_series")

        mandate = RequiredMandate.from_dict(d.pop("mandate"))




        no_port_days = []
        _no_port_days = d.pop("no_port_days")
        for no_port_days_item_data in (_no_port_days):
            no_port_days_item = datetime.date.fromisoformat(no_port_days_item_data)



            no_port_days.append(no_port_days_item)


        number_type = NumberType(d.pop("number_type"))




        owner_id = RequiredOwnerId.from_dict(d.pop("owner_id"))




        times = RequirementTimes.from_dict(d.pop("times"))




        windows = []
        _windows = d.pop("windows")
        for windows_item_data in (_windows):
            windows_item = RequirementWindow.from_dict(windows_item_data)



            windows.append(windows_item)


        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        requirement = cls(
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
            allowed_actions=allowed_actions,
        )


        requirement.additional_properties = d
        return requirement

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
