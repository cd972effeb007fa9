"""Every table of the product, so that migrations and tests see them all."""

import accounts.models
import delivery.customer_data.models
import delivery.models
import delivery.start.models
import infra.clock
import infra.files
import infra.idempotency
import infra.mail
import infra.outbox
import infra.reports
import infra.sms
import infra.transitions
import portingsvc.models

MODULES = (
    accounts.models,
    delivery.customer_data.models,
    delivery.models,
    delivery.start.models,
    infra.clock,
    infra.files,
    infra.idempotency,
    infra.mail,
    infra.outbox,
    infra.reports,
    infra.sms,
    infra.transitions,
    portingsvc.models,
)
