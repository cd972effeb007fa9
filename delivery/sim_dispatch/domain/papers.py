"""What stands on the papers of a parcel. No PIN and no PUK stands on the outside of anything (SM-02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from kernel.language import Language, Text
from kernel.numbers import format_national

_TAIL: Final = 6
PACKING_LIST: Final = Text(sv="Packsedel", en="Packing list")
HEADINGS: Final = (
    Text(sv="Kuvert", en="Envelope"),
    Text(sv="Användare", en="User"),
    Text(sv="Nummer", en="Number"),
    Text(sv="Kort, sista siffrorna", en="Card, last digits"),
)
ENVELOPE: Final = Text(sv="Kuvert {envelope} av {count}", en="Envelope {envelope} of {count}")
KEEP: Final = Text(
    sv="Förvara koderna skilt från kortet. PUK behövs om fel PIN anges tre gånger.",
    en="Keep the codes apart from the card. The PUK is needed after three wrong PINs.",
)


@dataclass(frozen=True, slots=True)
class PackedCard:
    """A card in its envelope."""

    id: UUID
    envelope: int
    user_name: str
    number: str
    iccid: str

    def cells(self) -> tuple[str, str, str, str]:
        """A row of the packing list: enough to check by, too little of the card's number to misuse."""
        number = format_national(self.number) if self.number else "–"
        return (str(self.envelope), self.user_name or "–", number, f"…{self.iccid[-_TAIL:]}")


def address_lines(company: str, address: Mapping[str, str]) -> tuple[str, ...]:
    """An address as it is written on a parcel."""
    town = f"{address.get('postcode', '')} {address.get('town', '')}".strip()
    return tuple(line for line in (company, address.get("street", ""), town) if line.strip())


def envelope_lines(card: PackedCard, count: int, reference: str, language: Language) -> tuple[str, ...]:
    """The outside of an envelope."""
    number = format_national(card.number) if card.number else ""
    place = ENVELOPE.format(language, envelope=card.envelope, count=count)
    return tuple(line for line in (card.user_name, number, f"{reference} · {place}") if line.strip())
