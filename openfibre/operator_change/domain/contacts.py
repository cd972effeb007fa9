"""What sorts of documents and contacts a project has, in words."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

DOCUMENT_KINDS: Final = {
    "projektplan": Text(sv="projektplan", en="project plan"),
    "kommunikationsplan": Text(sv="kommunikationsplan", en="communication plan"),
    "tidsplan": Text(sv="tidsplan", en="schedule"),
    "overenskommelse": Text(sv="överenskommelse om migrering", en="migration agreement"),
    "slutkundsmaterial": Text(sv="material till slutkunder", en="material for customers"),
    "ovrigt": Text(sv="övrigt", en="other"),
}
CONTACT_KINDS: Final = {
    "projektledare": Text(sv="projektledare", en="project lead"),
    "ko_avtal": Text(sv="KO-avtal", en="operator agreement"),
    "1_line": Text(sv="support 1 line, felanmälan", en="support 1st line, faults"),
    "2_line": Text(sv="support 2 line, felanmälan", en="support 2nd line, faults"),
    "kommunikation": Text(sv="kommunikation", en="communication"),
}
