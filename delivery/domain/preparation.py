"""The questions about one present operator before a port is asked for (CU-04), each with why it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kernel.language import Text


@dataclass(frozen=True, slots=True)
class Question:
    """Something the customer must have seen to, and what happens if not."""

    key: str
    text: Text
    why: Text


QUESTIONS: Final = (
    Question(
        "not_bound",
        Text(
            sv="Inget av numren sitter i ett avtal som är bundet på flyttdagen, eller så har vi löst ut det",
            en="None of the numbers is in a contract still binding on the day, or we have bought it out",
        ),
        Text(
            sv="Annars kan ni få betala för resten av bindningstiden.",
            en="Otherwise you may have to pay for the rest of the binding period.",
        ),
    ),
    Question(
        "series_active",
        Text(
            sv="Alla nummer i våra serier är aktiva hos operatören, även de som ingen använder",
            en="Every number in our series is active at the operator, also those that nobody uses",
        ),
        Text(
            sv="Ett nummer utan abonnemang kan inte flyttas. Be operatören aktivera det först.",
            en="A number without a subscription cannot be moved. Ask the operator to activate it first.",
        ),
    ),
    Question(
        "no_debts",
        Text(
            sv="Det finns inga obetalda skulder hos operatören",
            en="There are no unpaid debts at the operator",
        ),
        Text(sv="En skuld kan fördröja flytten.", en="A debt can delay the move."),
    ),
    Question(
        "prepaid_registered",
        Text(
            sv="Kontantkort är registrerade på vårt organisationsnummer, eller så har vi inga",
            en="Prepaid cards are registered to our organisation number, or we have none",
        ),
        Text(
            sv="Operatören måste kunna se att kortet är ert.",
            en="The operator must be able to see that the card is yours.",
        ),
    ),
    Question(
        "operator_contacted",
        Text(
            sv="Vi har sagt till operatören att numren ska flyttas den dagen",
            en="We have told the operator that the numbers will move on that day",
        ),
        Text(sv="Då är de beredda när vi frågar.", en="Then they are prepared when we ask."),
    ),
    Question(
        "ends_after_port",
        Text(
            sv="Vi säger upp avtalet så att inget nummer upphör före flytten",
            en="We end the agreement so that no number ceases before the move",
        ),
        Text(
            sv="Ett nummer som har upphört kan vara svårt att få tillbaka. Själva numren avslutas av flytten; "
            "andra tjänster måste ni säga upp.",
            en="A number that has ceased can be hard to get back. The move ends the numbers themselves; other "
            "services you must end.",
        ),
    ),
)


def missing_answers(answers: Mapping[str, bool]) -> tuple[Question, ...]:
    """The questions that are not answered with a yes."""
    return tuple(each for each in QUESTIONS if not answers.get(each.key))
