from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from uuid import UUID






T = TypeVar("T", bound="ChosenListedUser")



@_attrs_define
class ChosenListedUser:
    """ What was chosen by `fields`.

        Attributes:
            cost_centre (str | Unset):
            current_operator (str | Unset):
            department (str | Unset):
            device (str | Unset):
            email (str | Unset):
            extension (str | Unset):
            extension_type (str | Unset):
            first_name (str | Unset):
            id (UUID | Unset):
            landline (str | Unset):
            last_name (str | Unset):
            mobile (str | Unset):
            name (str | Unset):
            other_number (str | Unset):
            row (int | Unset):
            sheet (str | Unset):
            sim_type (str | Unset):
            subscription (str | Unset):
     """

    cost_centre: str | Unset = UNSET
    current_operator: str | Unset = UNSET
    department: str | Unset = UNSET
    device: str | Unset = UNSET
    email: str | Unset = UNSET
    extension: str | Unset = UNSET
    extension_type: str | Unset = UNSET
    first_name: str | Unset = UNSET
    id: UUID | Unset = UNSET
    landline: str | Unset = UNSET
    last_name: str | Unset = UNSET
    mobile: str | Unset = UNSET
    name: str | Unset = UNSET
    other_number: str | Unset = UNSET
    row: int | Unset = UNSET
    sheet: str | Unset = UNSET
    sim_type: str | Unset = UNSET
    subscription: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        cost_centre = self.cost_centre

        current_operator = self.current_operator

        department = self.department

        device = self.device

        email = self.email

        extension = self.extension

        extension_type = self.extension_type

        first_name = self.first_name

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        landline = self.landline

        last_name = self.last_name

        mobile = self.mobile

        name = self.name

        other_number = self.other_number

        row = self.row

        sheet = self.sheet

        sim_type = self.sim_type

        subscription = self.subscription


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if cost_centre is not UNSET:
            field_dict["cost_centre"] = cost_centre
        if current_operator is not UNSET:
            field_dict["current_operator"] = current_operator
        if department is not UNSET:
            field_dict["department"] = department
        if device is not UNSET:
            field_dict["device"] = device
        if email is not UNSET:
            field_dict["email"] = email
        if extension is not UNSET:
            field_dict["extension"] = extension
        if extension_type is not UNSET:
            field_dict["extension_type"] = extension_type
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if id is not UNSET:
            field_dict["id"] = id
        if landline is not UNSET:
            field_dict["landline"] = landline
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if mobile is not UNSET:
            field_dict["mobile"] = mobile
        if name is not UNSET:
            field_dict["name"] = name
        if other_number is not UNSET:
            field_dict["other_number"] = other_number
        if row is not UNSET:
            field_dict["row"] = row
        if sheet is not UNSET:
            field_dict["sheet"] = sheet
        if sim_type is not UNSET:
            field_dict["sim_type"] = sim_type
        if subscription is not UNSET:
            field_dict["subscription"] = subscription

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cost_centre = d.pop("cost_centre", UNSET)

        current_operator = d.pop("current_operator", UNSET)

        department = d.pop("department", UNSET)

        device = d.pop("device", UNSET)

        email = d.pop("email", UNSET)

        extension = d.pop("extension", UNSET)

        extension_type = d.pop("extension_type", UNSET)

        first_name = d.pop("first_name", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        landline = d.pop("landline", UNSET)

        last_name = d.pop("last_name", UNSET)

        mobile = d.pop("mobile", UNSET)

        name = d.pop("name", UNSET)

        other_number = d.pop("other_number", UNSET)

        row = d.pop("row", UNSET)

        sheet = d.pop("sheet", UNSET)

        sim_type = d.pop("sim_type", UNSET)

        subscription = d.pop("subscription", UNSET)

        chosen_listed_user = cls(
            cost_centre=cost_centre,
            current_operator=current_operator,
            department=department,
            device=device,
            email=email,
            extension=extension,
            extension_type=extension_type,
            first_name=first_name,
            id=id,
            landline=landline,
            last_name=last_name,
            mobile=mobile,
            name=name,
            other_number=other_number,
            row=row,
            sheet=sheet,
            sim_type=sim_type,
            subscription=subscription,
        )


        chosen_listed_user.additional_properties = d
        return chosen_listed_user

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
