"""Sections about what is paid for: invoicing, licences, training (IN-01, DL-10, DL-02)."""

from __future__ import annotations

from typing import Final

from delivery.customer_data.domain.values import SUBSCRIPTIONS
from delivery.questionnaire.domain import rules
from delivery.questionnaire.domain.shape import MONEY, TEL, YES_NO, Kind, Section, Values, ask
from kernel.language import Text

INVOICING: Final = Section(
    "invoicing",
    Text(sv="Fakturan", en="The invoice"),
    Text(
        sv="Abonnemang kan delas på kostnadsställen, allt annat kommer på en gemensam faktura. Betalas på 30 dagar.",
        en="Subscriptions can be split on cost centres, all else comes on one invoice. To be paid in 30 days.",
    ),
    MONEY,
    (
        ask(
            "structure",
            Kind.CHOICE,
            ("Fakturastruktur", "Invoice structure"),
            ("Har ni redan en hos oss kan den fortsätta.", "If you have one with us, it can go on."),
            choices=(
                ("new", "En ny", "A new one"),
                ("existing", "Den vi har hos er", "The one we have with you"),
            ),
            usual="new",
        ),
        ask(
            "method",
            Kind.CHOICE,
            ("Hur ska den komma?", "How shall it come?"),
            ("E-faktura går rakt in i ekonomisystemet.", "An e-invoice goes straight into your books."),
            choices=(
                ("email", "E-post", "E-mail"),
                ("peppol", "Peppol", "Peppol"),
                ("paper", "Papper", "Paper"),
            ),
            usual="email",
        ),
        ask(
            "email",
            Kind.TEXT,
            ("E-post för fakturor", "E-mail for invoices"),
            (
                "Helst en funktionsadress som någon alltid läser.",
                "Best an address that somebody always reads.",
            ),
            when=("method", "email"),
            rule=rules.email,
            autocomplete="email",
        ),
        ask(
            "peppol_id",
            Kind.TEXT,
            ("Peppol-id", "Peppol id"),
            ("Oftast 0007: och organisationsnumret.", "Mostly 0007: and the organisation number."),
            when=("method", "peppol"),
            rule=rules.peppol_id,
        ),
        ask(
            "postal",
            Kind.AREA,
            ("Postadress för fakturor", "Postal address for invoices"),
            ("Om den är en annan än avtalsadressen.", "If it differs from the agreement address."),
            when=("method", "paper"),
        ),
        ask(
            "period",
            Kind.CHOICE,
            ("Hur ofta?", "How often?"),
            ("Kvartal är vanligast.", "Quarters are usual."),
            choices=(("quarter", "Varje kvartal", "Every quarter"), ("month", "Varje månad", "Every month")),
            usual="quarter",
        ),
        ask(
            "cost_centres",
            Kind.AREA,
            ("Kostnadsställen", "Cost centres"),
            (
                "En per rad. Tomt om ni inte delar upp. De som står i användarlistan är ifyllda.",
                "One a line. Empty if you do not split. Those in the list of users are filled in.",
            ),
            required=False,
        ),
    ),
)

_SEATS: Final = (
    ("users", "Antal vanliga användare", "Number of ordinary users", "Appen och de egna inställningarna.", "The app and one's own settings."),
    ("operators", "Antal telefonister", "Number of switchboard operators", "De som svarar i växel och kö.", "Those who answer at the desk and in queues."),
    ("administrators", "Antal administratörer", "Number of administrators", "De som lägger upp och ändrar.", "Those who add and change."),
)  # fmt: skip

TRAINING: Final = Section(
    "training",
    Text(sv="Utbildning", en="Training"),
    Text(
        sv="Då planerar vår tekniska leveransledare tillfällen i god tid.",
        en="Then our technical delivery lead plans sessions in good time.",
    ),
    TEL,
    (
        ask(
            "wanted",
            Kind.CHOICE,
            ("Behöver någon utbildning?", "Does anybody need training?"),
            ("Manualer och hjälpsidor ingår alltid.", "Manuals and help pages are always included."),
            choices=YES_NO,
        ),
        *(
            ask(key, Kind.TEXT, (sv, en), (why_sv, why_en), when=("wanted", "yes"), rule=rules.count, usual="0", takes=8)
            for key, sv, en, why_sv, why_en in _SEATS
        ),
        ask(
            "form",
            Kind.SEVERAL,
            ("Hur?", "How?"),
            ("Olika roller kan lära sig på olika sätt.", "Roles may learn in different ways."),
            when=("wanted", "yes"),
            choices=(
                ("on_site", "På plats", "On site"),
                ("remote", "Webbmöte", "Web meeting"),
                ("e_learning", "E-learning", "E-learning"),
            ),
        ),
        ask(
            "wishes",
            Kind.AREA,
            ("Önskemål", "Wishes"),
            ("Dagar som inte passar, språk, plats.", "Days that do not suit, language, place."),
            when=("wanted", "yes"),
            required=False,
        ),
    ),
)  # fmt: skip

LICENCE_KEYS: Final = {
    subscription: f"licence_{number}" for number, subscription in enumerate(SUBSCRIPTIONS.choices)
}
"""The question that counts each subscription."""

LICENCES: Final = Section(
    "licences",
    Text(sv="Licenser som avropas", en="Licences called off"),
    Text(
        sv="Antalen är räknade ur er lista. Ändra om ni vill ha några i reserv.",
        en="The counts are taken from your list. Change them if you want some in reserve.",
    ),
    MONEY,
    tuple(
        ask(
            key,
            Kind.TEXT,
            (subscription, subscription),
            ("Så många läggs upp till driftstarten.", "So many are laid up for go-live."),
            rule=rules.count,
            usual="0",
            takes=5,
        )
        for subscription, key in LICENCE_KEYS.items()
    ),
)


def invoicing_result(values: Values) -> dict[str, str]:
    """The answers under the names that invoicing reads them by."""
    recipient = {"email": "email", "peppol": "peppol_id", "paper": "postal"}.get(
        str(values.get("method")), ""
    )
    kept = {key: str(values.get(key, "")) for key in ("structure", "method", "period", "cost_centres")}
    return {**kept, "recipient": str(values.get(recipient, ""))}


def training_result(values: Values) -> dict[str, object]:
    """The answers under the names that planners read them by; nobody at all when none is wanted."""
    wanted = values.get("wanted") == "yes"
    counts: dict[str, object] = {key: int(str(values.get(key) or 0)) if wanted else 0 for key, *_ in _SEATS}
    return {**counts, "form": list(values.get("form") or ()), "wishes": str(values.get("wishes", ""))}
