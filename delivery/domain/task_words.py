"""What happens when something asked of the customer is not done in time, by phase."""

from __future__ import annotations

from typing import Final

from delivery.domain.states import CaseState
from kernel.language import Text

IF_NOT: Final = {
    CaseState.FORBEREDELSER: Text(
        sv="Annars skjuts driftstarten fram lika många dagar.",
        en="Otherwise go-live moves by as many days.",
    ),
    CaseState.GENOMFORANDE: Text(
        sv="Annars kanske allt inte fungerar på driftstartsdagen.",
        en="Otherwise not everything may work on the go-live day.",
    ),
    CaseState.DRIFTSATTNING: Text(
        sv="Annars kan alla inte ringa den dagen.",
        en="Otherwise not everybody can call on that day.",
    ),
}
