"""The words of the case report."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

TITLE: Final = Text(sv="Ärenderapport {reference}", en="Case report {reference}")
HEAD: Final = Text(
    sv="{company}, organisationsnummer {org_number}. Läge: {phase}. Driftstart {go_live}.",
    en="{company}, organisation number {org_number}. Phase: {phase}. Go-live {go_live}.",
)
TOLD: Final = Text(sv="Rapporten är gjord {at}.", en="The report was made {at}.")
DELAYS: Final = Text(sv="Förseningar", en="Delays")
NO_DELAYS: Final = Text(sv="Inga förseningar är antecknade.", en="No delays are noted.")
DELAY: Final = Text(
    sv="{kind}: {what}. {first} till {last}, {days} arbetsdagar. Orsak: {cause}. Bevis: {evidence} ({by}).",
    en="{kind}: {what}. {first} to {last}, {days} working days. Cause: {cause}. Evidence: {evidence} ({by}).",
)
UNSAID: Final = Text(sv="inte fastställd", en="not settled")
TOTAL: Final = Text(sv="{days} arbetsdagar beror på {cause}", en="{days} working days by {cause}")
STORY: Final = Text(sv="Dag för dag", en="Day by day")
