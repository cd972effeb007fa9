"""Answer groups and the steps of call flows (CU-01): what the configuration is made from."""

from __future__ import annotations

from typing import Final

from delivery.questionnaire.domain import opening_hours, rules
from delivery.questionnaire.domain.shape import TEL, Kind, Offered, Question, Section, ask
from kernel.language import Text

GROUPS: Final = Section(
    "groups",
    Text(sv="Svarsgrupper: tider, helger och medlemmar", en="Answer groups: hours, holidays and members"),
    Text(
        sv="De som svarar tillsammans, till exempel kundtjänst. Står grupperna i er lista är de ifyllda.",
        en="Those who answer together, customer service for example. Groups in your list are filled in.",
    ),
    TEL,
    (
        ask(
            "name",
            Kind.TEXT,
            ("Gruppens namn", "Name of the group"),
            ("Det som telefonen visar.", "What the telephone shows."),
        ),
        ask(
            "number",
            Kind.TEXT,
            ("Nummer", "Number"),
            (
                "Numret som kunderna ringer. Tomt om man bara kopplas hit.",
                "The number that callers dial, if any.",
            ),
            rule=rules.phone,
            required=False,
        ),
        ask(
            "members",
            Kind.SEVERAL,
            ("Medlemmar", "Members"),
            ("Det ringer hos dem.", "Their telephones ring."),
            offered=Offered.USERS,
        ),
        ask(
            "weekdays",
            Kind.TEXT,
            ("Öppet måndag–fredag", "Open Monday–Friday"),
            (
                "Till exempel 8–17, eller mån–tors 8–16, fre 8–15.",
                "For example 8–17, or Mon–Thu 8–16, Fri 8–15.",
            ),
            rule=opening_hours.weekdays,
            usual="08.00–17.00",
        ),
        ask(
            "saturday",
            Kind.TEXT,
            ("Öppet lördag", "Open Saturday"),
            ("Skriv stängt om det är stängt.", "Write closed if it is."),
            rule=opening_hours.hours,
            usual="stängt",
            takes=4,
        ),
        ask(
            "sunday",
            Kind.TEXT,
            ("Öppet söndag", "Open Sunday"),
            ("Skriv stängt om det är stängt.", "Write closed if it is."),
            rule=opening_hours.hours,
            usual="stängt",
            takes=4,
        ),
        ask(
            "holidays",
            Kind.CHOICE,
            ("Helgdagar", "Holidays"),
            ("Röda dagar, jul-, nyårs- och midsommarafton.", "Public holidays and the eves kept as such."),
            choices=(
                ("closed", "Stängt", "Closed"),
                ("as_usual", "Öppet som vanligt", "Open as usual"),
                ("saturday", "Som en lördag", "As on a Saturday"),
            ),
            usual="closed",
        ),
        ask(
            "closed_days",
            Kind.AREA,
            ("Andra stängda dagar", "Other closed days"),
            ("Till exempel planeringsdagar, en per rad.", "Planning days for example, one a line."),
            required=False,
        ),
        ask(
            "order",
            Kind.CHOICE,
            ("Hos vem ringer det?", "Who is rung?"),
            ("Avgör hur jämnt samtalen fördelas.", "Decides how evenly calls are spread."),
            choices=(
                ("all", "Alla samtidigt", "All at once"),
                ("longest", "Den som väntat längst", "Whoever has waited longest"),
                ("fixed", "I en bestämd ordning", "In a set order"),
            ),
            usual="longest",
        ),
    ),
    repeats=True,
    named_by="name",
    add=Text(sv="Lägg till en svarsgrupp", en="Add an answer group"),
)

_KEYS: Final = tuple("1234567890")


def _to(key: str, sv: str, en: str, kinds: str, why: tuple[str, str], *, required: bool = True) -> Question:
    """A question that names the step to which a call goes on."""
    return ask(
        key,
        Kind.CHOICE,
        (sv, en),
        why,
        when=("kind", kinds),
        offered=Offered.STEPS,
        required=required,
    )


_ON: Final = ("Annars vet samtalet inte vart det ska.", "Else the call does not know where to go.")
FLOW: Final = Section(
    "flow",
    Text(sv="Samtalsflöden", en="Call flows"),
    Text(
        sv="Vad som händer när någon ringer, steg för steg. Vi har ritat ett förslag av era svarsgrupper.",
        en="What happens when somebody calls, step by step. We have drawn a proposal from your groups.",
    ),
    TEL,
    (
        ask(
            "name",
            Kind.TEXT,
            ("Stegets namn", "Name of the step"),
            ("Syns i bilden.", "Shows in the picture."),
        ),
        ask(
            "kind",
            Kind.CHOICE,
            ("Vad händer här?", "What happens here?"),
            ("Avgör vad vi frågar om.", "Decides what we ask."),
            choices=(
                ("hours", "Öppet eller stängt?", "Open or closed?"),
                ("menu", "Menyval (tryck 1 …)", "Menu (press 1 …)"),
                ("queue", "Kö till en svarsgrupp", "Queue to an answer group"),
                ("person", "Ringer hos en användare", "Rings at a user"),
                ("forward", "Vidare till ett annat nummer", "On to another number"),
                ("voicemail", "Röstbrevlåda", "Voicemail"),
                ("message", "Ett meddelande, sedan läggs på", "A message, then hangs up"),
            ),
        ),
        ask(
            "number",
            Kind.TEXT,
            ("Nummer som leder hit utifrån", "Number that leads here from outside"),
            ("Bara där ett flöde börjar.", "Only where a flow begins."),
            rule=rules.phone,
            required=False,
        ),
        ask(
            "hours_of",
            Kind.CHOICE,
            ("Vems öppettider?", "Whose hours?"),
            ("Då räcker det att ändra tiderna på ett ställe.", "Then hours need changing in one place only."),
            when=("kind", "hours"),
            offered=Offered.GROUPS,
        ),
        _to("open", "När det är öppet", "When open", "hours", _ON),
        _to("closed", "När det är stängt", "When closed", "hours", _ON),
        ask(
            "greeting",
            Kind.AREA,
            ("Vad sägs?", "What is said?"),
            ("Vi läser in texten, eller så skickar ni en egen fil.", "We record the text, or you send a file."),
            when=("kind", "menu message voicemail"),
            required=False,
        ),
        *(
            _to(f"key_{key}", f"Tryck {key}", f"Press {key}", "menu", ("Tomt om det inte används.", "Empty if not used."), required=False)
            for key in _KEYS
        ),
        _to("no_choice", "Om inget väljs", "If nothing is chosen", "menu", _ON),
        ask(
            "group",
            Kind.CHOICE,
            ("Vilken svarsgrupp?", "Which answer group?"),
            ("De som svarar.", "Those who answer."),
            when=("kind", "queue"),
            offered=Offered.GROUPS,
        ),
        ask(
            "wait",
            Kind.TEXT,
            ("Längsta väntan i minuter", "Longest wait in minutes"),
            ("Sedan går samtalet vidare.", "Then the call goes on."),
            when=("kind", "queue"),
            rule=rules.count,
            usual="5",
        ),
        _to("overflow", "När kön är full eller väntan för lång", "When the queue is full or too slow", "queue", _ON),
        ask(
            "user",
            Kind.CHOICE,
            ("Vilken användare?", "Which user?"),
            ("Det ringer hos den personen.", "That person's telephone rings."),
            when=("kind", "person"),
            offered=Offered.USERS,
        ),
        _to("no_answer", "Om ingen svarar", "If nobody answers", "person", _ON),
        ask(
            "to",
            Kind.TEXT,
            ("Till vilket nummer?", "To which number?"),
            ("Samtalet lämnar växeln här.", "The call leaves the switchboard here."),
            when=("kind", "forward"),
            rule=rules.phone,
        ),
        ask(
            "mailbox",
            Kind.TEXT,
            ("Vem får meddelandet?", "Who gets the message?"),
            ("Det mejlas som ljudfil.", "It is mailed as a sound file."),
            when=("kind", "voicemail"),
            rule=rules.email,
        ),
    ),
    repeats=True,
    named_by="name",
    add=Text(sv="Lägg till ett steg", en="Add a step"),
)  # fmt: skip
CONTINUES: Final = ("open", "closed", *(f"key_{key}" for key in _KEYS), "no_choice", "overflow", "no_answer")
"""The questions that name where a call goes on, in the order in which they are drawn."""
BY_CALLER: Final = frozenset(f"key_{key}" for key in _KEYS)
"""Those that the caller decides."""
