from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="UserRowIn")



@_attrs_define
class UserRowIn:
    """ A user, in any writing that a person would use. Either `name`, or first and last name.

        Attributes:
            email (str):
            cost_centre (str | Unset):  Default: ''.
            current_operator (str | Unset):  Default: ''.
            department (str | Unset):  Default: ''.
            device (str | Unset):  Default: ''.
            extension (str | Unset):  Default: ''.
            extension_type (str | Unset):  Default: ''.
            first_name (str | Unset):  Default: ''.
            landline (str | Unset):  Default: ''.
            last_name (str | Unset):  Default: ''.
            mobile (str | Unset): Blank when the user is to get a new one. Default: ''.
            name (str | Unset):  Default: ''.
            sim_type (str | Unset): SIM or eSIM Default: ''.
            subscription (str | Unset):  Default: ''.
     """

    email: str
    cost_centre: str | Unset = ''
    current_operator: str | Unset = ''
    department: str | Unset = ''
    device: str | Unset = ''
    extension: str | Unset = ''
    extension_type: str | Unset = ''
    first_name: str | Unset = ''
    landline: str | Unset = ''
    last_name: str | Unset = ''
    mobile: str | Unset = ''
    name: str | Unset = ''
    sim_type: str | Unset = ''
    subscription: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        email = self.email

        cost_centre = self.cost_centre

        current_operator = self.current_operator

        department = self.department

        device = self.device

        extension = self.extension

        extension_type = self.extension_type

        first_name = self.first_name

        landline = self.landline

        last_name = self.last_name

        mobile = self.mobile

        name = self.name

        sim_type = self.sim_type

        subscription = self.subscription


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "email": email,
        })
        if cost_centre is not UNSET:
            field_dict["cost_centre"] = cost_centre
        if current_operator is not UNSET:
            field_dict["current_operator"] = current_operator
        if department is not UNSET:
            field_dict["department"] = department
        if device is not UNSET:
            field_dict["device"] = device
        if extension is not UNSET:
            field_dict["extension"] = extension
        if extension_type is not UNSET:
            field_dict["extension_type"] = extension_type
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if landline is not UNSET:
            field_dict["landline"] = landline
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if mobile is not UNSET:
            field_dict["mobile"] = mobile
        if name is not UNSET:
            field_dict["name"] = name
        if sim_type is not UNSET:
            field_dict["sim_type"] = sim_type
        if subscription is not UNSET:
            field_dict["subscription"] = subscription

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        cost_centre = d.pop("cost_centre", UNSET)

        current_operator = d.pop("current_operator", UNSET)

        department = d.pop("department", UNSET)

        device = d.pop("device", UNSET)

        extension = d.pop("extension", UNSET)

        extension_type = d.pop("extension_type", UNSET)

        first_name = d.pop("first_name", UNSET)

        landline = d.pop("landline", UNSET)

        last_name = d.pop("last_name", UNSET)

        mobile = d.pop("mobile", UNSET)

        name = d.pop("name", UNSET)

        sim_type = d.pop("sim_type", UNSET)

        subscription = d.pop("subscription", UNSET)

        user_row_in = cls(
            email=email,
            cost_centre=cost_centre,
            current_operator=current_operator,
            department=department,
            device=device,
            extension=extension,
            extension_type=extension_type,
            first_name=first_name,
            landline=landline,
            last_name=last_name,
            mobile=mobile,
            name=name,
            sim_type=sim_type,
            subscription=subscription,
        )

        return user_row_in

