"""Who answers for which data, by agreement type (KO-01, open-fibre 1.2), and the standing duties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.parties import AgreementType, Flow, Party


class DataKind(StrEnum):
    """The kinds of data that somebody must answer for."""

    ADDRESS = "adressdata"
    PROPERTY_NETWORK = "fastighetsnät"
    NETWORK_BEFORE = "nätdata före"
    HARDWARE = "hårdvara"
    SERVICE_BEFORE = "tjänstedata före"
    NETWORK_AFTER = "nätdata efter"
    SERVICE_AFTER = "tjänstedata efter"
    CROSS_REFERENCE = "korsreferens"
    CUSTOMER = "kunddata"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers, and what is special about it."""

    parties: tuple[Party, ...]
    note: Text | None = None


_PROVIDERS: Final = (Party.TLA, Party.TLU)
_BOTH: Final = {
    DataKind.NETWORK_BEFORE: Responsibility((Party.AKO,)),
    DataKind.HARDWARE: Responsibility(
        (Party.AKO,), Text(sv="enligt avtalsöverenskommelse", en="as the contract says")
    ),
    DataKind.SERVICE_BEFORE: Responsibility((Party.AKO,)),
    DataKind.NETWORK_AFTER: Responsibility((Party.TKO,)),
    DataKind.SERVICE_AFTER: Responsibility((Party.TKO,)),
    DataKind.CROSS_REFERENCE: Responsibility((Party.TKO,)),
    DataKind.CUSTOMER: Responsibility(_PROVIDERS),
}
_TYPE_1: Final = {
    DataKind.ADDRESS: Responsibility(
        (Party.NO,),
        Text(sv="från fastighetsägaren; kan ligga hos AKO", en="from the property owner; AKO may hold it"),
    ),
    DataKind.PROPERTY_NETWORK: Responsibility(
        (Party.NO,), Text(sv="KO om KO har byggt nätet", en="the operator where it built the network")
    ),
    DataKind.NETWORK_BEFORE: Responsibility((Party.AKO,), Text(sv="med UttagsID", en="with the outlet's id")),
    DataKind.SERVICE_BEFORE: Responsibility(
        (Party.AKO,), Text(sv="när migreringsvillkor finns", en="when there are migration terms")
    ),
}
_TYPE_2: Final = {
    DataKind.ADDRESS: Responsibility((Party.NO,)),
    DataKind.PROPERTY_NETWORK: Responsibility((Party.NO,)),
}
_TABLE: Final = {
    AgreementType.TYPE_1: _BOTH | _TYPE_1,
    AgreementType.TYPE_2: _BOTH | _TYPE_2,
}


def responsible(
    kind: DataKind, agreement: AgreementType, *, built_by_operator: bool = False
) -> Responsibility:
    """Who answers for a kind of data. In type 1 the operator answers for a property network it built."""
    if built_by_operator and kind is DataKind.PROPERTY_NETWORK and agreement is AgreementType.TYPE_1:
        return Responsibility((Party.AKO,))
    return _TABLE[agreement][kind]


def wants_outlet_ids(agreement: AgreementType) -> bool:
    """UttagsID is asked for in type 1 only; its lack is remarked, never refused."""
    return agreement is AgreementType.TYPE_1


@dataclass(frozen=True, slots=True)
class Duty:
    """What a party owes through the whole project, whatever the step."""

    parties: tuple[Party, ...]
    words: Text
    only: Flow | None = None


DUTIES: Final = (
    Duty((Party.NO,), Text(sv="Säkra nätdata och driva upphandlingen", en="Secure data, run procurement")),
    Duty((Party.NO,), Text(sv="Informera AKO snarast efter avtal", en="Inform AKO soon after signing")),
    Duty((Party.TKO,), Text(sv="Starta projektet snarast, äga planen", en="Start soon, own the plan")),
    Duty((Party.TKO,), Text(sv="Koppla upp slutkunder", en="Connect customers")),
    Duty((Party.AKO,), Text(sv="Informera alla TL", en="Inform all providers")),
    Duty(
        (Party.AKO,),
        Text(sv="Informera slutkunder med nätavtal", en="Inform customers with network agreements"),
    ),
    Duty((Party.AKO,), Text(sv="Lämna över nätdata", en="Hand over network data")),
    Duty((Party.AKO,), Text(sv="Lämna tjänstedata till TKO", en="Hand service data to TKO"), Flow.I),
    Duty((Party.AKO,), Text(sv="Lämna tjänstedata till TL", en="Hand service data to providers"), Flow.II),
    Duty((Party.AKO,), Text(sv="Koppla ned slutkunder", en="Disconnect customers")),
    Duty(
        (Party.NO, Party.TKO),
        Text(
            sv="Gemensam kommunikationsplan och material till slutkunder",
            en="Joint communication plan and customer material",
        ),
    ),
    Duty(
        (Party.NO, Party.TKO),
        Text(sv="Informera slutkunder om den tekniska migreringen", en="Inform customers of the migration"),
        Flow.I,
    ),
    Duty(
        (Party.TLA,),
        Text(sv="Informera slutkunder om tjänster och villkor", en="Inform customers of services and terms"),
        Flow.I,
    ),
    Duty((Party.TLA,), Text(sv="Vidarebefordra tjänstedata till TKO", en="Forward service data"), Flow.II),
)


def duties(party: Party, flow: Flow) -> tuple[Duty, ...]:
    """The standing duties of a party in a flow."""
    return tuple(each for each in DUTIES if party in each.parties and each.only in (None, flow))
