from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID






T = TypeVar("T", bound="ListedUser")



@_attrs_define
class ListedUser:
    """ A user of a version. Numbers are E.164.

        Attributes:
            cost_centre (str):
            current_operator (str):
            department (str):
            device (str):
            email (str):
            extension (str):
            extension_type (str):
            first_name (str):
            id (UUID):
            landline (str):
            last_name (str):
            mobile (str):
            name (str):
            other_number (str):
            row (int):
            sheet (str):
            sim_type (str):
            subscription (str):
     """

    cost_centre: str
    current_operator: str
    department: str
    device: str
    email: str
    extension: str
    extension_type: str
    first_name: str
    id: UUID
    landline: str
    last_name: str
    mobile: str
    name: str
    other_number: str
    row: int
    sheet: str
    sim_type: str
    subscription: str
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
            "cost_centre": cost_centre,
            "current_operator": current_operator,
            "department": department,
            "device": device,
            "email": email,
            "extension": extension,
            "extension_type": extension_type,
            "first_name": first_name,
            "id": id,
            "landline": landline,
            "last_name": last_name,
            "mobile": mobile,
            "name": name,
            "other_number": other_number,
            "row": row,
            "sheet": sheet,
            "sim_type": sim_type,
            "subscription": subscription,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cost_centre = d.pop("cost_centre")

        current_operator = d.pop("current_operator")

        department = d.pop("department")

        device = d.pop("device")

        email = d.pop("email")

        extension = d.pop("extension")

        extension_type = d.pop("extension_type")

        first_name = d.pop("first_name")

        id = UUID(d.pop("id"))




        landline = d.pop("landline")

        last_name = d.pop("last_name")

        mobile = d.pop("mobile")

        name = d.pop("name")

        other_number = d.pop("other_number")

        row = d.pop("row")

        sheet = d.pop("sheet")

        sim_type = d.pop("sim_type")

        subscription = d.pop("subscription")

        listed_user = cls(
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


        listed_user.additional_properties = d
        return listed_user

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
