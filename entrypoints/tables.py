"""Every table of the product, so that migrations and tests see them all."""

import accounts.models
import delivery.customer_data.models
import delivery.models
import infra.clock
import infra.files
import infra.idempotency
import infra.mail
import infra.outbox
import infra.transitions
import portingsvc.models

MODULES = (
    accounts.models,
    delivery.customer_data.models,
    delivery.models,
    infra.clock,
    infra.files,
    infra.idempotency,
    infra.mail,
    infra.outbox,
    infra.transitions,
    portingsvc.models,
)
