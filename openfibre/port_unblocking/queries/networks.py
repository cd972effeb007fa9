"""Networks and providers, for the lists that people choose from."""

from __future__ import annotations

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import OrganisationKind
from accounts.models import Organisation
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.models import Manner, PortFreeze, UnblockingProvider
from openfibre.port_unblocking.queries.views import NetworkLine, ProviderLine


def networks(session: Session) -> list[NetworkLine]:
    """Every network with its freezes, oldest freeze first."""
    return [
        NetworkLine(
            each.id,
            each.code,
            each.name,
            each.manner is Manner.PORTAL,
            each.base_url,
            tuple(
                (freeze.starts_on, freeze.ends_on)
                for freeze in session.exec(
                    select(PortFreeze)
                    .where(PortFreeze.network_id == each.id)
                    .order_by(col(PortFreeze.starts_on))
                ).all()
            ),
        )
        for each in repository.networks(session)
    ]


def providers(session: Session) -> list[ProviderLine]:
    """Every registered provider, by name."""
    return [
        ProviderLine(each.name, each.sp_id, each.contact_email, each.answer_days)
        for each in repository.providers(session)
    ]


def not_yet_providers(session: Session) -> list[Organisation]:
    """Partner organisations that are no service provider yet."""
    taken = select(UnblockingProvider.organisation_id)
    return list(
        session.exec(
            select(Organisation)
            .where(Organisation.kind == OrganisationKind.PARTNER, col(Organisation.id).not_in(taken))
            .order_by(col(Organisation.name))
        ).all()
    )


def own_answer_days(session: Session, actor: Actor) -> int | None:
    """The answer time of the provider that asks; none for anybody else."""
    if actor.kind is not ActorKind.PARTNER:
        return None
    return session.exec(
        select(UnblockingProvider.answer_days).where(
            UnblockingProvider.organisation_id == actor.organisation_id
        )
    ).first()
