"""Open a change of operator: who takes part, under which agreement; lay up what each has to do (KO-01)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session, col

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS
from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_fibre_party
from accounts.usecases.sign_in import INVITATION_LIFETIME, make_link
from infra.mail import queue_mail
from infra.transitions import Cause, move
from kernel.identities import check_identity
from openfibre.operator_change.domain.activities import STEPS, Activity, activities
from openfibre.operator_change.domain.errors import (
    FLOW_SETTLED,
    NOT_AN_ORG_NUMBER,
    PROVIDER_TWICE,
    VALUE_MISSING,
)
from openfibre.operator_change.domain.parties import (
    PARTY_NAMES,
    PROVIDERS,
    AgreementType,
    Party,
    choose_flow,
    may_change_flow,
)
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import PROJECT, ProjectEvent, WaveState
from openfibre.operator_change.models import KoActivity, KoParty, KoProject, KoWave
from openfibre.operator_change.repository import exchange, projects
from openfibre.operator_change.usecases.settle import settle
from openfibre.operator_change.usecases.tell import tell


@dataclass(frozen=True, slots=True)
class NewParty:
    """An organisation that takes part, and the person there who signs in. `org_number` as people write it."""

    party: Party
    name: str
    org_number: str
    contact_name: str
    contact_email: str
    dhcp_at_tko: bool = False


@dataclass(frozen=True, slots=True)
class NewProject:
    """What is known when a project is opened."""

    name: str
    agreement: AgreementType
    has_migration_terms: bool
    migration_agreement_signed: bool
    parties: tuple[NewParty, ...]


def open_project(session: Session, actor: Actor, new: NewProject, *, cause: Cause) -> KoProject:
    """A project with its parties and their to-do lists. Staff only; raises `NOT_YOURS`, `VALUE_MISSING`."""
    if actor.kind is not ActorKind.PLANNER:
        raise NOT_YOURS.error()
    if not new.name.strip():
        raise VALUE_MISSING.error("name")
    flow = choose_flow(
        has_migration_terms=new.has_migration_terms,
        migration_agreement_signed=new.migration_agreement_signed,
    )
    project = KoProject(
        reference=projects.next_reference(session),
        name=new.name.strip(),
        agreement=new.agreement,
        flow=flow,
        has_migration_terms=new.has_migration_terms,
        migration_agreement_signed=new.migration_agreement_signed,
        created_at=cause.now,
    )
    session.add(project)
    session.flush()
    for each in new.parties:
        _enter(session, project, each, cause)
    move(session, project, PROJECT, ProjectEvent.PREPARE, cause)
    return project


def add_party(session: Session, actor: Actor, project_id: UUID, new: NewParty, *, cause: Cause) -> KoParty:
    """One more party. Raises `PROVIDER_TWICE`, `NOT_YOUR_PART` for all but staff and the lead."""
    project = projects.project(session, actor, project_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO)
    entered = _enter(session, project, new, cause)
    settle(session, project, cause)
    return entered


def _enter(session: Session, project: KoProject, new: NewParty, cause: Cause) -> KoParty:
    checked = check_identity(new.org_number).identity
    if checked is None:
        raise NOT_AN_ORG_NUMBER.error("org_number", value=new.org_number)
    if not new.name.strip():
        raise VALUE_MISSING.error("name")
    organisation = register_fibre_party(session, name=new.name, org_number=checked.digits, now=cause.now)
    known = projects.parties(session, project.id)
    for each in known:
        same = each.organisation_id == organisation.id and each.party in PROVIDERS
        if (same and new.party in PROVIDERS) or (each.party is new.party and new.party not in PROVIDERS):
            raise PROVIDER_TWICE.error("org_number", name=each.name)
    party = KoParty(
        project_id=project.id,
        organisation_id=organisation.id,
        party=new.party,
        name=new.name.strip(),
        org_number=checked.digits,
        dhcp_at_tko=new.dhcp_at_tko,
    )
    session.add(party)
    session.flush()
    _lay_up_for(session, project, party)
    _invite(session, project, organisation, new, cause)
    return party


def _invite(
    session: Session, project: KoProject, organisation: Organisation, new: NewParty, cause: Cause
) -> None:
    """The person at the party hears of it by mail, with a link to the project."""
    person = invite_person(
        session,
        organisation,
        Role.NATKONTAKT,
        email=new.contact_email,
        name=new.contact_name,
        now=cause.now,
        cause=cause,
    )
    path = f"/ko-byte/{project.id}"
    # A link ages by the machine's clock, never by a virtual one.
    link = make_link(session, person, datetime.now(UTC), next_path=path, lifetime=INVITATION_LIFETIME)
    queue_mail(
        session,
        person.email,
        "ko_invitation",
        person.speaks,
        name=person.name,
        project=project.name,
        part=PARTY_NAMES[new.party].in_(person.speaks),
        link=link,
        days=INVITATION_LIFETIME.days,
    )


def _lay_up_for(session: Session, project: KoProject, party: KoParty) -> None:
    waves = projects.waves(session, project.id)
    of_party = col(KoActivity.party_id) == party.id
    held = {
        (row.activity, row.wave_id) for row in projects.of_project(session, KoActivity, project.id, of_party)
    }
    for activity in activities(project.flow):
        if activity.party is party.party:
            _lay_up(session, project, activity, party.id, waves, held)


def _lay_up(
    session: Session,
    project: KoProject,
    activity: Activity,
    party_id: UUID | None,
    waves: list[KoWave],
    held: Collection[tuple[str, UUID | None]] = (),
) -> None:
    """What the party `held` already stays as it is: done before it changed its part, say."""
    wave_ids = [wave.id for wave in waves] if STEPS[activity.step].of_wave else [None]
    for wave_id in wave_ids:
        if (activity.id, wave_id) in held:
            continue
        session.add(
            KoActivity(project_id=project.id, wave_id=wave_id, party_id=party_id, activity=activity.id)
        )


def lay_up_wave(session: Session, project: KoProject, wave: KoWave) -> None:
    """Steps 5–9 of a new wave, for every party; the customer's own line has no party."""
    parties = projects.parties(session, project.id)
    for activity in activities(project.flow):
        if not STEPS[activity.step].of_wave:
            continue
        if activity.party is Party.SK:
            _lay_up(session, project, activity, None, [wave])
        for party in parties:
            if party.party is activity.party:
                _lay_up(session, project, activity, party.id, [wave])


def change_agreement(
    session: Session, actor: Actor, project_id: UUID, part_id: UUID, *, has_agreement: bool, cause: Cause
) -> KoParty:
    """A provider has come to an agreement with the new operator, or has none after all (3.TKO.c).

    Its open activities become those of its new part; what it has done stays. Told to the outgoing operator.
    """
    project = projects.project(session, actor, project_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(Party.TKO)
    party = projects.one_of_project(session, KoParty, project.id, part_id)
    wanted = Party.TLA if has_agreement else Party.TLU
    if party.party not in PROVIDERS or party.party is wanted:
        return party
    for row in projects.of_project(session, KoActivity, project.id, col(KoActivity.party_id) == party.id):
        if row.done_at is None:
            session.delete(row)
    session.flush()
    party.party = wanted
    _lay_up_for(session, project, party)
    settle(session, project, cause)
    told = seat.parts(Party.AKO)
    tell(session, project, told, "agreement", cause, name=party.name, party=wanted.value)
    return party


def change_flow(
    session: Session, actor: Actor, project_id: UUID, *, migration_agreement_signed: bool, cause: Cause
) -> KoProject:
    """An agreement was signed (or fell) before data moved: the flow follows. Raises `FLOW_SETTLED`."""
    project = projects.project(session, actor, project_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.NO)
    waves = projects.waves(session, project.id)
    begun = any(wave.state is not WaveState.WAITING for wave in waves)
    sent = any(each.content is Content.SERVICE for each in exchange.data_sets(session, project.id))
    if not may_change_flow(data_transfer_begun=begun, service_data_sent=sent):
        raise FLOW_SETTLED.error()
    project.migration_agreement_signed = migration_agreement_signed
    before = project.flow
    project.flow = choose_flow(
        has_migration_terms=project.has_migration_terms,
        migration_agreement_signed=migration_agreement_signed,
    )
    if project.flow is not before:
        _fit_activities(session, project, waves)
        settle(session, project, cause)
    return project


def _fit_activities(session: Session, project: KoProject, waves: list[KoWave]) -> None:
    """Lay up what only the new flow asks for, take away what it does not."""
    wanted = {each.id: each for each in activities(project.flow)}
    kept: set[str] = set()
    for row in projects.of_project(session, KoActivity, project.id):
        if row.activity in wanted:
            kept.add(row.activity)
        else:
            session.delete(row)
    for key, activity in wanted.items():
        if key not in kept and activity.party is not Party.SK:
            for party in projects.parties(session, project.id):
                if party.party is activity.party:
                    _lay_up(session, project, activity, party.id, waves)
