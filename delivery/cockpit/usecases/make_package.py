"""The documentation that is handed over: what was delivered, how it was tested, whom to reach (DL-04, DL-08)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from delivery import repository
from delivery.attribution.domain.report import ReportLines
from delivery.attribution.gateways.report_pdf import report_pdf
from delivery.cockpit.domain import package_words as words
from delivery.cockpit.gateways.package_zip import as_csv, as_zip
from delivery.cockpit.models import HandOverPackage
from delivery.cockpit.queries.contact import Ways, ways_of
from delivery.domain.options import OPTIONS, Option
from delivery.models import AnswerGroup, CustomerUser, DeliveryCase, GoLiveFault, TestCall
from infra.files import store_file
from infra.formats import day
from infra.transitions import Cause
from kernel.language import Language
from kernel.numbers import format_national
from portingsvc.domain.states import NumberState
from portingsvc.queries import numbers_of_case


@dataclass(frozen=True, slots=True)
class Package:
    """The document by itself, for the mail, and everything in one archive."""

    document_name: str
    document: bytes
    file_id: UUID


@dataclass(frozen=True, slots=True)
class _Told:
    """What the document tells of."""

    case: DeliveryCase
    company: str
    users: list[CustomerUser]
    groups: list[AnswerGroup]
    moved: int
    calls: list[TestCall]
    faults: list[GoLiveFault]
    ways: Ways


def make_package(session: Session, case: DeliveryCase, *, language: Language, cause: Cause) -> Package:
    """Make it and keep it as it was handed over. What we noted among ourselves is not in it."""
    told = _told(session, case)
    document = report_pdf(_document(told, language, cause))
    headings = [each.in_(language) for each in words.USER_HEADINGS]
    archive = as_zip(
        {
            words.DOCUMENT.in_(language): document,
            words.USERS.in_(language): as_csv(headings, (_cells(user) for user in told.users)),
        },
        cause.now,
    )
    stored = store_file(
        session,
        name=f"{case.reference}.zip",
        media_type="application/zip",
        content=archive,
        case_id=case.id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    session.add(HandOverPackage(case_id=case.id, file_id=stored.id, at=cause.now))
    return Package(words.DOCUMENT.in_(language), document, stored.id)


def _told(session: Session, case: DeliveryCase) -> _Told:
    version = repository.signed_version(session, case.id)
    numbers = numbers_of_case(session, case.id)
    return _Told(
        case=case,
        company=accounts.organisation(session, case.customer_id).name,
        users=list(repository.users(session, version.id)) if version else [],
        groups=list(repository.groups(session, version.id)) if version else [],
        moved=sum(1 for line in numbers if line.state is NumberState.PORTED),
        calls=list(repository.test_calls(session, [case.id])),
        faults=list(repository.faults(session, [case.id])),
        ways=ways_of(session, case),
    )


def _cells(user: CustomerUser) -> tuple[str, ...]:
    name = user.name or f"{user.first_name} {user.last_name}".strip()
    return (
        name,
        user.email,
        user.mobile,
        user.fixed,
        user.extension,
        user.subscription,
        user.department,
    )


def _document(told: _Told, language: Language, cause: Cause) -> ReportLines:
    case = told.case
    head = words.HEAD.format(
        language,
        reference=case.reference,
        live=day(case.live_at or cause.now, language),
        handed=day(cause.now, language),
    )
    return ReportLines(
        title=words.TITLE.format(language, company=told.company),
        head=(head,),
        parts=(
            (words.CONTACT.in_(language), contact_lines(told.ways, language)),
            (words.DELIVERED.in_(language), _delivered(told, language)),
            (words.GROUPS.in_(language), _groups(told, language)),
            (words.TESTS.in_(language), _tests(told, language)),
            (words.FAULTS.in_(language), _faults(told, language)),
        ),
        days=(),
    )


def contact_lines(ways: Ways, language: Language) -> tuple[str, ...]:
    """The ways to reach whoever answers now, a partner's guidelines in its own words."""
    if not ways.email:
        return (words.NO_WAYS.in_(language),)
    lines = [words.SOLD_BY.format(language, partner=ways.partner)] if ways.partner else []
    lines.append(words.MAIL_FIRST.format(language, email=ways.email))
    lines.append(words.URGENT.format(language, phone=ways.urgent_phone))
    told = [line for line in ways.guidelines.splitlines() if line.strip()]
    if told and ways.changed_at:
        since = day(ways.changed_at, language)
        lines.append(words.GUIDELINES.format(language, partner=ways.name, version=ways.version, day=since))
    lines += told
    return tuple(lines)


def _delivered(told: _Told, language: Language) -> tuple[str, ...]:
    main = format_national(told.case.main_number) if told.case.main_number else "–"
    counts = words.COUNTS.format(
        language, users=len(told.users), groups=len(told.groups), numbers=told.moved, main=main
    )
    options = ", ".join(OPTIONS[Option(each)].in_(language) for each in told.case.options) or "–"
    return (counts, words.OPTIONS.format(language, options=options), words.ADMIN.in_(language))


def _groups(told: _Told, language: Language) -> tuple[str, ...]:
    return tuple(
        words.GROUP.format(
            language,
            name=group.name,
            number=format_national(group.number) if group.number else "",
            hours=group.opening_hours or "–",
            members=", ".join(group.members) or "–",
        )
        for group in told.groups
    ) or (words.NONE.in_(language),)


def _tests(told: _Told, language: Language) -> tuple[str, ...]:
    calls = [
        words.CALL.format(
            language,
            number=format_national(call.number),
            outcome=(words.CALL_OK if call.ok else words.CALL_BAD).in_(language),
            note=call.note,
        )
        for call in told.calls
    ]
    seed = [words.SEED.format(language, seed=told.case.sample_seed)] if told.case.sample_seed else []
    return (*seed, *calls) or (words.NONE.in_(language),)


def _faults(told: _Told, language: Language) -> tuple[str, ...]:
    lines = tuple(f"{format_national(f.number) if f.number else '–'}: {f.text}" for f in told.faults)
    return lines or (words.NONE.in_(language),)
