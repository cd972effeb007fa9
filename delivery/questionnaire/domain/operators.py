"""The present operators and the agreements with them (CU-04, seed 002)."""

from __future__ import annotations

from typing import Final

from delivery.questionnaire.domain import rules
from delivery.questionnaire.domain.shape import TEL, YES_NO, Kind, Section, Values, ask
from kernel.language import Text
from portingsvc.domain.donors import DONORS

OPERATORS: Final = Section(
    "operators",
    Text(sv="Nuvarande operatörer och avtal", en="Present operators and agreements"),
    Text(
        sv="Det här avgör om operatörerna säger ja direkt. Ring dem tidigt: vi får inte göra det åt er.",
        en="This decides whether the operators say yes at once. Call them early: we may not do so for you.",
    ),
    TEL,
    (
        ask(
            "operator",
            Kind.CHOICE,
            ("Operatör", "Operator"),
            ("Dit skickar vi begäran.", "We send the request there."),
            choices=tuple((each.code, each.name, each.name) for each in DONORS.values()),
        ),
        ask(
            "agreement",
            Kind.TEXT,
            ("Kund- eller avtalsnummer", "Customer or agreement number"),
            (
                "Står på fakturan. Bra att ha när ni ringer.",
                "Stands on the invoice. Good to have when you call.",
            ),
            required=False,
        ),
        ask(
            "bound",
            Kind.CHOICE,
            (
                "Är något nummer bundet i avtal på flyttdagen?",
                "Is any number bound in a contract on the day?",
            ),
            (
                "Ett bundet abonnemang kan bli avslag, och ni kan få betala resten.",
                "A bound subscription may be refused, and you may have to pay the rest.",
            ),
            choices=(
                ("no", "Nej", "No"),
                ("bought_out", "Ja, men vi har löst ut det", "Yes, but we have bought it out"),
                ("yes", "Ja", "Yes"),
            ),
        ),
        ask(
            "bound_until",
            Kind.TEXT,
            ("Bundet till och med", "Bound until"),
            ("Då vet vi om dagen går att hålla.", "Then we know whether the day can be kept."),
            when=("bound", "yes"),
            rule=rules.day,
        ),
        ask(
            "notice",
            Kind.CHOICE,
            ("Uppsägningstid", "Notice"),
            (
                "Säg upp så att avtalet slutar på flyttdagen eller senare, aldrig före.",
                "Give notice so that the agreement ends on the day of the move or later, never before.",
            ),
            choices=(
                ("0", "Ingen", "None"),
                ("1", "En månad", "One month"),
                ("2", "Två månader", "Two months"),
                ("3", "Tre månader", "Three months"),
                ("more", "Längre", "Longer"),
            ),
        ),
        ask(
            "debts",
            Kind.CHOICE,
            ("Finns obetalda skulder hos operatören?", "Are there unpaid debts at the operator?"),
            ("En skuld kan fördröja flytten.", "A debt can delay the move."),
            choices=YES_NO,
        ),
        ask(
            "prepaid",
            Kind.CHOICE,
            ("Kontantkort", "Prepaid cards"),
            (
                "Ett kontantkort måste vara registrerat på er för att kunna flyttas.",
                "A prepaid card must be registered to you to be moved.",
            ),
            choices=(
                ("none", "Vi har inga", "We have none"),
                ("registered", "Registrerade på oss", "Registered to us"),
                ("not_registered", "Inte registrerade än", "Not registered yet"),
            ),
        ),
        ask(
            "unassigned",
            Kind.CHOICE,
            ("Nummer i serier som ingen använder", "Numbers in series that nobody uses"),
            (
                "Ett nummer utan abonnemang kan inte flyttas. Be operatören aktivera det först.",
                "A number without a subscription cannot be moved. Ask the operator to activate it first.",
            ),
            choices=(
                ("none", "Inga, eller alla är aktiva", "None, or all are active"),
                ("asked", "Operatören aktiverar dem", "The operator is activating them"),
                ("inactive", "Finns, inte aktiva", "There are, not active"),
            ),
        ),
        ask(
            "unassigned_which",
            Kind.AREA,
            ("Vilka nummer?", "Which numbers?"),
            ("Då kan vi påminna om just dem.", "Then we can remind of just those."),
            when=("unassigned", "asked inactive"),
            required=False,
        ),
        ask(
            "contacted",
            Kind.CHOICE,
            (
                "Har ni sagt till operatören om flytten och dagen?",
                "Have you told the operator of move and day?",
            ),
            ("Då är de beredda när vi frågar.", "Then they are prepared when we ask."),
            choices=(("yes", "Ja", "Yes"), ("no", "Inte än", "Not yet")),
        ),
        ask(
            "ends",
            Kind.CHOICE,
            ("Slutar något nummer före flytten?", "Does any number cease before the move?"),
            (
                "Ett nummer som har upphört är svårt att få tillbaka.",
                "A number that has ceased is hard to regain.",
            ),
            choices=(("no", "Nej", "No"), ("yes", "Ja, eller vi vet inte", "Yes, or we do not know")),
        ),
        ask(
            "owner",
            Kind.CHOICE,
            ("Vem står på avtalet?", "Whose agreement is it?"),
            (
                "Fullmakten ska vara från den som äger numren.",
                "The mandate is from whoever owns the numbers.",
            ),
            choices=(("us", "Vårt företag", "Our company"), ("other", "Någon annan", "Somebody else")),
            usual="us",
        ),
        ask(
            "owner_name",
            Kind.TEXT,
            ("Namn på avtalet", "Name in the agreement"),
            ("Som på fakturan.", "As on the invoice."),
            when=("owner", "other"),
        ),
        ask(
            "owner_id",
            Kind.TEXT,
            ("Organisations- eller personnummer", "Organisation or personal number"),
            ("Operatören jämför med sitt register.", "The operator compares with its records."),
            when=("owner", "other"),
            rule=rules.owner_id,
        ),
    ),
    repeats=True,
    named_by="operator",
    add=Text(sv="Lägg till en operatör", en="Add an operator"),
    alike=("bound", "bound_until", "notice", "debts", "prepaid", "unassigned", "contacted", "ends"),
)

_READY: Final = {
    "not_bound": ("bound", {"no", "bought_out"}),
    "series_active": ("unassigned", {"none"}),
    "no_debts": ("debts", {"no"}),
    "prepaid_registered": ("prepaid", {"none", "registered"}),
    "operator_contacted": ("contacted", {"yes"}),
    "ends_after_port": ("ends", {"no"}),
}
"""What each question of the preparation (`delivery.domain.preparation`) follows from here."""


def readiness(values: Values) -> dict[str, bool]:
    """The answers to the questions of the preparation, as far as this section gives them."""
    return {key: values.get(question) in yes for key, (question, yes) in _READY.items()}
