"""Every table of the product, so that migrations and tests see them all."""

import accounts.models
import delivery.models
import infra.clock
import infra.files
import infra.idempotency
import infra.mail
import infra.outbox
import infra.transitions
import openfibre.operator_change.models
import portingsvc.models

MODULES = (
    accounts.models,
    delivery.models,
    infra.clock,
    infra.files,
    infra.idempotency,
    infra.mail,
    infra.outbox,
    infra.transitions,
    openfibre.operator_change.models,
    portingsvc.models,
)
