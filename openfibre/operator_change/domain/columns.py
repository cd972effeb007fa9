"""The one checked format of the data exchange, version 1: columns, who needs them, what stands in them (KO-03).

Source: open-fibre 1.11. A file may hold its columns in any order; the heading names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from openfibre.operator_change.domain.routes import Content

SCHEMA_VERSION: Final = 1


class Kind(StrEnum):
    """What a value must look like."""

    TEXT = "text"
    FREE = "free text"
    ACCESS_ID = "access id"
    POSTCODE = "postcode"
    APARTMENT = "apartment"
    DAY = "day"
    YES_NO = "yes or no"
    SEGMENT = "segment"
    OWNER = "owner of the property network"
    IMPORTANT = "important service"
    MAC = "mac"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the format and of `ko_row`. `required` in which contents; `holds` in which it may stand."""

    name: str
    field: str
    kind: Kind = Kind.TEXT
    required: frozenset[Content] = frozenset()
    access: bool = True
    sensitive: bool = False

    def may_stand_in(self, content: Content, *, sensitive: bool) -> bool:
        """Access data has no service columns; only the sensitive profile has the customer's own."""
        if self.sensitive:
            return sensitive
        return self.access or content is not Content.ACCESS


_ALL: Final = frozenset(Content)
_WITH_ADDRESS: Final = frozenset({Content.ACCESS, Content.MIGRATION})
_MIGRATION: Final = frozenset({Content.MIGRATION})
_SERVICE: Final = frozenset({Content.SERVICE})
OLD_ID: Final = "access_id_gammalt"

COLUMNS: Final = (
    Column(OLD_ID, "access_old", Kind.ACCESS_ID, _ALL),
    Column("access_id_nytt", "access_new", Kind.ACCESS_ID),
    Column("uttags_id", "outlet"),
    Column("switch_id", "switch_id", required=frozenset({Content.ACCESS})),
    Column("switch_port", "switch_port", required=frozenset({Content.ACCESS})),
    Column("gatunamn", "street", required=_WITH_ADDRESS),
    Column("gatunummer", "street_number", required=_WITH_ADDRESS),
    Column("littera", "littera"),
    Column("postnummer", "postcode", Kind.POSTCODE, _WITH_ADDRESS),
    Column("postort", "town", required=_WITH_ADDRESS),
    Column("lagenhetsnummer", "apartment", Kind.APARTMENT),
    Column("lagenhet_fastighetsagare", "apartment_owner", Kind.FREE),
    Column("fastighetsnat_ansvarig", "network_owner", Kind.OWNER),
    Column("viktig_tjanst", "important_service", Kind.IMPORTANT),
    Column("segment", "segment", Kind.SEGMENT, frozenset({Content.ACCESS})),
    Column("cpe_typ", "cpe_type"),
    Column("switch_typ", "switch_type"),
    Column("hw_spec", "hardware", Kind.FREE),
    Column("hardvara_overtas", "taken_over", Kind.YES_NO),
    Column("cpe_mac", "cpe_mac", Kind.MAC),
    Column("cpe_serie", "cpe_serial"),
    Column("tl_namn", "provider_name", required=_SERVICE, access=False),
    Column("tl_orgnr", "provider_number", access=False),
    Column("tl_referens", "tl_reference", Kind.FREE, access=False),
    Column("tl_subscription_id", "tl_subscription", Kind.FREE, access=False),
    Column("tl_avtal_tko", "agreed", Kind.YES_NO, access=False),
    Column("tjanst_gammal", "service_old", required=_SERVICE, access=False),
    Column("tjanst_ny", "service_new", access=False),
    Column("brytpunkt", "brytpunkt_on", Kind.DAY, access=False),
    Column("faktureringsperiod_fran", "billed_from", Kind.DAY, access=False),
    Column("faktureringsperiod_till", "billed_to", Kind.DAY, access=False),
    Column("option_81", "option_81", Kind.FREE, access=False),
    Column("dhcp_circuit_id", "circuit_id", access=False),
    Column("dhcp_remote_id", "remote_id", access=False),
    Column("teknisk_migrering", "technical_on", Kind.DAY, access=False),
    Column("anslutningsdatum", "connect_on", Kind.DAY, access=False),
    Column("undantag", "exception_reason", Kind.FREE, access=False),
    Column("anmarkning", "remark", Kind.FREE, access=False),
    Column("kund_namn", "customer_name", Kind.FREE, access=False, sensitive=True),
    Column("kund_epost", "customer_email", Kind.FREE, access=False, sensitive=True),
    Column("kund_telefon", "customer_phone", Kind.FREE, access=False, sensitive=True),
    Column("kundnummer", "customer_number", Kind.FREE, access=False, sensitive=True),
)
COLUMN: Final = {column.name: column for column in COLUMNS}
PLAIN: Final = tuple(column for column in COLUMNS if not column.sensitive)
FIELDS: Final = tuple(column.field for column in PLAIN)
DAY_FIELDS: Final = frozenset(column.field for column in PLAIN if column.kind is Kind.DAY)


def headings(content: Content, *, sensitive: bool = False) -> list[str]:
    """The heading row of a file."""
    return [each.name for each in COLUMNS if each.may_stand_in(content, sensitive=sensitive)]


def file_name(content: Content, suffix: str, *, sensitive: bool = False) -> str:
    """What a file is called: its schema version stands in its name."""
    profile = "-kund" if sensitive else ""
    return f"ko-{content}{profile}-v{SCHEMA_VERSION}.{suffix}"
