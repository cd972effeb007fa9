"""What happens next, as it is said to the customer: what we do, never an order to our own people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kernel.language import Text

if TYPE_CHECKING:
    from delivery.queries.views import CustomerView

# By the key of the rule that decides (`delivery.domain.next_action`); the customer's own tasks are said as they are.
NEXT_WORDS: Final = {
    "nothing": Text(sv="Allt är klart.", en="All is done."),
    "mend_faults": Text(sv="Vi rättar fel från driftstarten.", en="We mend faults from go-live."),
    "hand_over": Text(sv="Vi lämnar över till kundservice.", en="We hand over to customer service."),
    "hypercare": Text(
        sv="Vi följer upp i två arbetsdagar och lämnar sedan över till kundservice.",
        en="We follow up for two working days, then hand over to customer service.",
    ),
    "parked": Text(sv="Vi reder ut en flytt med operatören.", en="We sort out a move with the operator."),
    "contact_customer": Text(
        sv="Er leveransplanerare hör av sig om flytten som fick nej.",
        en="Your delivery planner contacts you about the move that was refused.",
    ),
    "retry": Text(
        sv="Vi begär flytten igen när rättelsen är klar.",
        en="We ask for the move again once it has been put right.",
    ),
    "stock_sims": Text(sv="Vi tar fram fler SIM-kort.", en="We get more SIM cards."),
    "answer_change": Text(
        sv="Vi svarar på er begäran om ändring.", en="We answer your request for a change."
    ),
    "open_gate": Text(sv="Vi börjar nästa fas.", en="We begin the next phase."),
    "pack_sims": Text(sv="Vi packar era SIM-kort.", en="We pack your SIM cards."),
    "dispatch": Text(sv="Vi skickar era SIM-kort.", en="We send your SIM cards."),
    "test_calls": Text(sv="Vi testringer era nummer.", en="We make test calls to your numbers."),
    "donors_answer": Text(
        sv="Operatörerna svarar på när numren kan flyttas.",
        en="The operators answer when the numbers can move.",
    ),
    "port_day": Text(sv="Numren flyttas på driftstartsdagen.", en="The numbers move on the go-live day."),
}


def next_words(view: CustomerView) -> Text:
    """The next action of a case in the customer's words."""
    action = view.line.next_action
    if action.key in NEXT_WORDS:
        return NEXT_WORDS[action.key]
    lines = {line.key: line.customer for phase in view.phases for line in phase.activities}
    return lines.get(action.key, action.text)
