from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.group_row_in import GroupRowIn
  from ..models.series_row_in import SeriesRowIn
  from ..models.user_row_in import UserRowIn





T = TypeVar("T", bound="ListRows")



@_attrs_define
class ListRows:
    """ The lists, whole: what is not there is no longer in them. Larger ones are uploaded as a file.

        Attributes:
            users (list[UserRowIn]):
            groups (list[GroupRowIn] | Unset):
            series (list[SeriesRowIn] | Unset):
     """

    users: list[UserRowIn]
    groups: list[GroupRowIn] | Unset = UNSET
    series: list[SeriesRowIn] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_row_in import GroupRowIn # noqa: PLC0415
        from ..models.series_row_in import SeriesRowIn # noqa: PLC0415
        from ..models.user_row_in import UserRowIn # noqa: PLC0415
        users = []
        for users_item_data in self.users:
            users_item = users_item_data.to_dict()
            users.append(users_item)



        groups: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.groups, Unset):
            groups = []
            for groups_item_data in self.groups:
                groups_item = groups_item_data.to_dict()
                groups.append(groups_item)



        series: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.series, Unset):
            series = []
            for series_item_data in self.series:
                series_item = series_item_data.to_dict()
                series.append(series_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "users": users,
        })
        if groups is not UNSET:
            field_dict["groups"] = groups
        if series is not UNSET:
            field_dict["series"] = series

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_row_in import GroupRowIn # noqa: PLC0415
        from ..models.series_row_in import SeriesRowIn # noqa: PLC0415
        from ..models.user_row_in import UserRowIn # noqa: PLC0415
        d = dict(src_dict)
        users = []
        _users = d.pop("users")
        for users_item_data in (_users):
            users_item = UserRowIn.from_dict(users_item_data)



            users.append(users_item)


        _groups = d.pop("groups", UNSET)
        groups: list[GroupRowIn] | Unset = UNSET
        if _groups is not UNSET:
            groups = []
            for groups_item_data in _groups:
                groups_item = GroupRowIn.from_dict(groups_item_data)



                groups.append(groups_item)


        _series = d.pop("series", UNSET)
        series: list[SeriesRowIn] | Unset = UNSET
        if _series is not UNSET:
            series = []
            for series_item_data in _series:
                series_item = SeriesRowIn.from_dict(series_item_data)



                series.append(series_item)


        list_rows = cls(
            users=users,
            groups=groups,
            series=series,
        )

        return list_rows

