from enum import StrEnum

class Field(StrEnum):
    COST_CENTRE = "cost_centre"
    CURRENT_OPERATOR = "current_operator"
    DEPARTMENT = "department"
    DEVICE = "device"
    EMAIL = "email"
    EXTENSION = "extension"
    EXTENSION_TYPE = "extension_type"
    FIRST_NAME = "first_name"
    GROUP_NAME = "group_name"
    GROUP_NUMBER = "group_number"
    LANDLINE = "landline"
    LAST_NAME = "last_name"
    MEMBERS = "members"
    MOBILE = "mobile"
    NAME = "name"
    OPENING_HOURS = "opening_hours"
    PHONE = "phone"
    SERIES = "series"
    SERIES_FIRST = "series_first"
    SERIES_LAST = "series_last"
    SERIES_OPERATOR = "series_operator"
    SIM_TYPE = "sim_type"
    SUBSCRIPTION = "subscription"

    def __str__(self) -> str:
        return str(self.value)
