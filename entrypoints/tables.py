"""Every table of the product, so that migrations and tests see them all."""

import accounts.models
import delivery.attribution.models
import delivery.changes.models
import delivery.cockpit.models
import delivery.customer_data.models
import delivery.ending.models
import delivery.meetings.models
import delivery.models
import delivery.notices.models
import delivery.people.models
import delivery.questionnaire.models
import delivery.sim_dispatch.models
import delivery.start.models
import delivery.workspace.models
import infra.clock
import infra.files
import infra.idempotency
import infra.mail
import infra.outbox
import infra.reports
import infra.sms
import infra.transitions
import invoicing.models
import openfibre.operator_change.models
import openfibre.port_unblocking.models
import partners.models
import portingsvc.models

MODULES = (
    accounts.models,
    delivery.attribution.models,
    delivery.changes.models,
    delivery.ending.models,
    delivery.cockpit.models,
    delivery.meetings.models,
    delivery.models,
    delivery.notices.models,
    delivery.people.models,
    delivery.questionnaire.models,
    delivery.sim_dispatch.models,
    delivery.customer_data.models,
    delivery.models,
    delivery.start.models,
    delivery.workspace.models,
    infra.clock,
    infra.files,
    infra.idempotency,
    infra.mail,
    infra.outbox,
    infra.reports,
    infra.sms,
    infra.transitions,
    openfibre.port_unblocking.models,
    invoicing.models,
    partners.models,
    openfibre.operator_change.models,
    portingsvc.models,
)
