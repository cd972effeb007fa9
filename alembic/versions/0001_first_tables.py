"""first tables"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.schema.CreateSequence(sa.Sequence("delivery_case_reference", start=1001)))
    op.execute(sa.schema.CreateSequence(sa.Sequence("parcel_reference", start=1001)))
    op.execute(sa.schema.CreateSequence(sa.Sequence("porting_order_reference", start=1001)))
    op.create_table(
        "gateway_cursor",
        sa.Column("gateway", sa.String(length=40), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("gateway", name=op.f("pk_gateway_cursor")),
    )
    op.create_table(
        "gateway_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gateway", sa.String(length=40), nullable=False),
        sa.Column("message_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dossier_id", sa.String(length=40), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gateway_message")),
        sa.UniqueConstraint("gateway", "message_id", name=op.f("uq_gateway_message_gateway_message_id")),
    )
    op.create_index(op.f("ix_gateway_message_dossier_id"), "gateway_message", ["dossier_id"], unique=False)
    op.create_index(
        "ix_gateway_message_waiting",
        "gateway_message",
        ["gateway", "position"],
        unique=False,
        postgresql_where=sa.text("handled_at IS NULL"),
    )
    op.create_table(
        "idempotency_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client", sa.String(length=80), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_record")),
        sa.UniqueConstraint("client", "key", name=op.f("uq_idempotency_record_client_key")),
    )
    op.create_index(op.f("ix_idempotency_record_at"), "idempotency_record", ["at"], unique=False)
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("operator", "partner", "customer", name="organisationkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("org_number", sa.String(length=10), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["organisation.id"], name=op.f("fk_organisation_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint(
            "partner_id",
            "org_number",
            "kind",
            name=op.f("uq_organisation_partner_id_org_number_kind"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_organisation_org_number"), "organisation", ["org_number"], unique=False)
    op.create_index(op.f("ix_organisation_partner_id"), "organisation", ["partner_id"], unique=False)
    op.create_table(
        "outbox_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("stream", sa.String(length=60), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_event")),
        sa.UniqueConstraint("stream", "position", name=op.f("uq_outbox_event_stream_position")),
    )
    op.create_index(op.f("ix_outbox_event_case_id"), "outbox_event", ["case_id"], unique=False)
    op.create_index(
        "ix_outbox_event_unplaced",
        "outbox_event",
        ["id"],
        unique=False,
        postgresql_where=sa.text("position IS NULL"),
    )
    op.create_index(
        "ix_outbox_event_waiting",
        "outbox_event",
        ["id"],
        unique=False,
        postgresql_where=sa.text("handled_at IS NULL AND parked_at IS NULL"),
    )
    op.create_table(
        "outgoing_mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.String(length=320), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mail")),
    )
    op.create_index(op.f("ix_outgoing_mail_case_id"), "outgoing_mail", ["case_id"], unique=False)
    op.create_index(
        "ix_outgoing_mail_due",
        "outgoing_mail",
        ["due_at"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "sign_in_try",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email_sha256", sa.String(length=64), nullable=False),
        sa.Column("address_sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_try")),
    )
    op.create_index(op.f("ix_sign_in_try_address_sha256"), "sign_in_try", ["address_sha256"], unique=False)
    op.create_index(op.f("ix_sign_in_try_at"), "sign_in_try", ["at"], unique=False)
    op.create_index(op.f("ix_sign_in_try_email_sha256"), "sign_in_try", ["email_sha256"], unique=False)
    op.create_table(
        "state_history",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=40), nullable=False),
        sa.Column("to_state", sa.String(length=40), nullable=False),
        sa.Column("actor_role", sa.String(length=20), nullable=False),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_history")),
    )
    op.create_index(op.f("ix_state_history_case_id"), "state_history", ["case_id"], unique=False)
    op.create_index(op.f("ix_state_history_entity_id"), "state_history", ["entity_id"], unique=False)
    op.create_table(
        "stored_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("uploaded_by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
    )
    op.create_index(op.f("ix_stored_file_case_id"), "stored_file", ["case_id"], unique=False)
    op.create_table(
        "virtual_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instant", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_virtual_clock")),
    )
    op.create_table(
        "api_client",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.String(length=40), nullable=False),
        sa.Column("secret_sha256", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("scopes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_api_client_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_client")),
        sa.UniqueConstraint("client_id", name=op.f("uq_api_client_client_id")),
    )
    op.create_index(op.f("ix_api_client_organisation_id"), "api_client", ["organisation_id"], unique=False)
    op.create_table(
        "delivery_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("planner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "förberedelser",
                "genomförande",
                "driftsättning",
                "efterarbete",
                "överlämnad",
                "avbruten",
                name="casestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("external_reference", sa.String(), nullable=False),
        sa.Column("go_live_on", sa.Date(), nullable=False),
        sa.Column("main_number", sa.String(length=16), nullable=False),
        sa.Column("go_live_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreement_address", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sim_address", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("options", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sample_seed", sa.String(), nullable=False),
        sa.Column("sample", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("technical_lead_id", sa.Uuid(), nullable=True),
        sa.Column("administrative_lead_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("live_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hand_over_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["administrative_lead_id"], ["person.id"], name=op.f("fk_delivery_case_administrative_lead_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_delivery_case_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_delivery_case_partner_id")
        ),
        sa.ForeignKeyConstraint(["planner_id"], ["person.id"], name=op.f("fk_delivery_case_planner_id")),
        sa.ForeignKeyConstraint(
            ["technical_lead_id"], ["person.id"], name=op.f("fk_delivery_case_technical_lead_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_case")),
        sa.UniqueConstraint("reference", name=op.f("uq_delivery_case_reference")),
    )
    op.create_index(
        op.f("ix_delivery_case_administrative_lead_id"),
        "delivery_case",
        ["administrative_lead_id"],
        unique=False,
    )
    op.create_index(op.f("ix_delivery_case_customer_id"), "delivery_case", ["customer_id"], unique=False)
    op.create_index(op.f("ix_delivery_case_go_live_on"), "delivery_case", ["go_live_on"], unique=False)
    op.create_index(op.f("ix_delivery_case_partner_id"), "delivery_case", ["partner_id"], unique=False)
    op.create_index(op.f("ix_delivery_case_planner_id"), "delivery_case", ["planner_id"], unique=False)
    op.create_index(op.f("ix_delivery_case_state"), "delivery_case", ["state"], unique=False)
    op.create_index(
        op.f("ix_delivery_case_technical_lead_id"), "delivery_case", ["technical_lead_id"], unique=False
    )
    op.create_index(
        "uq_delivery_case_external_reference",
        "delivery_case",
        ["partner_id", "external_reference"],
        unique=True,
        postgresql_where=sa.text("external_reference <> ''"),
    )
    op.create_table(
        "mandate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("donor", sa.String(length=20), nullable=False),
        sa.Column("owner_id", sa.String(length=12), nullable=False),
        sa.Column("owner_name", sa.String(length=200), nullable=False),
        sa.Column("series", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "not_sent",
                "sent",
                "viewed",
                "signed",
                "revoked",
                "expired",
                name="mandatestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signatory_name", sa.String(), nullable=False),
        sa.Column("signatory_person_id", sa.Uuid(), nullable=True),
        sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["organisation.id"], name=op.f("fk_mandate_customer_id")),
        sa.ForeignKeyConstraint(["document_id"], ["stored_file.id"], name=op.f("fk_mandate_document_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["organisation.id"], name=op.f("fk_mandate_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
    )
    op.create_index(op.f("ix_mandate_case_id"), "mandate", ["case_id"], unique=False)
    op.create_index(op.f("ix_mandate_customer_id"), "mandate", ["customer_id"], unique=False)
    op.create_index(op.f("ix_mandate_partner_id"), "mandate", ["partner_id"], unique=False)
    op.create_index(op.f("ix_mandate_state"), "mandate", ["state"], unique=False)
    op.create_table(
        "membership",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "telefoniansvarig",
                "it_ansvarig",
                "fakturaansvarig",
                "firmatecknare",
                "leveransplanerare",
                "teknisk_leveransledare",
                "administrativ_leveransledare",
                "partner_admin",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_membership_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "person_id", "organisation_id", "role", name=op.f("uq_membership_person_id_organisation_id_role")
        ),
    )
    op.create_index(op.f("ix_membership_organisation_id"), "membership", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_table(
        "sign_in_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("next_path", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_link_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_link")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_sign_in_link_token_sha256")),
    )
    op.create_index(op.f("ix_sign_in_link_person_id"), "sign_in_link", ["person_id"], unique=False)
    op.create_table(
        "web_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_web_session_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_session")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_web_session_token_sha256")),
    )
    op.create_index(op.f("ix_web_session_person_id"), "web_session", ["person_id"], unique=False)
    op.create_table(
        "case_activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("phase", sa.String(length=20), nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("gate", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("waived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waived_reason", sa.Text(), nullable=False),
        sa.Column("result", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_case_activity_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_activity")),
        sa.UniqueConstraint("case_id", "key", name=op.f("uq_case_activity_case_id_key")),
    )
    op.create_index(op.f("ix_case_activity_case_id"), "case_activity", ["case_id"], unique=False)
    op.create_table(
        "case_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_case_note_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
    )
    op.create_index(op.f("ix_case_note_case_id"), "case_note", ["case_id"], unique=False)
    op.create_table(
        "customer_data_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "faulty",
                "clean",
                "signed",
                "superseded",
                name="datastate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issues", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("uploaded_by", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_customer_data_version_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_customer_data_version_file_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_data_version")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_customer_data_version_case_id_number")),
    )
    op.create_index(
        op.f("ix_customer_data_version_case_id"), "customer_data_version", ["case_id"], unique=False
    )
    op.create_index(op.f("ix_customer_data_version_state"), "customer_data_version", ["state"], unique=False)
    op.create_table(
        "go_live_fault",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "mended", name="faultstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_go_live_fault_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_go_live_fault")),
    )
    op.create_index(op.f("ix_go_live_fault_case_id"), "go_live_fault", ["case_id"], unique=False)
    op.create_index(op.f("ix_go_live_fault_state"), "go_live_fault", ["state"], unique=False)
    op.create_table(
        "parcel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "packing",
                "dispatched",
                "delivered",
                "returned",
                name="parcelstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("address", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tracking", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dispatched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_parcel_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parcel")),
        sa.UniqueConstraint("reference", name=op.f("uq_parcel_reference")),
    )
    op.create_index(op.f("ix_parcel_case_id"), "parcel", ["case_id"], unique=False)
    op.create_index(op.f("ix_parcel_state"), "parcel", ["state"], unique=False)
    op.create_table(
        "porting_order",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("donor", sa.String(length=20), nullable=False),
        sa.Column("first", sa.String(length=16), nullable=False),
        sa.Column("last", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("number_type", sa.String(length=20), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("owner_id", sa.String(length=12), nullable=False),
        sa.Column("owner_name", sa.String(length=200), nullable=False),
        sa.Column("port_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "ready",
                "submitted",
                "action_required",
                "date_confirmed",
                "cancel_pending",
                "partially_ported",
                "ported",
                "cancelled",
                name="orderstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("count BETWEEN 1 AND 10000", name=op.f("ck_porting_order_count")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["organisation.id"], name=op.f("fk_porting_order_customer_id")
        ),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandate.id"], name=op.f("fk_porting_order_mandate_id")),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["organisation.id"], name=op.f("fk_porting_order_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_order")),
        sa.UniqueConstraint("reference", name=op.f("uq_porting_order_reference")),
    )
    op.create_index(op.f("ix_porting_order_case_id"), "porting_order", ["case_id"], unique=False)
    op.create_index(op.f("ix_porting_order_customer_id"), "porting_order", ["customer_id"], unique=False)
    op.create_index(op.f("ix_porting_order_mandate_id"), "porting_order", ["mandate_id"], unique=False)
    op.create_index(op.f("ix_porting_order_partner_id"), "porting_order", ["partner_id"], unique=False)
    op.create_index(op.f("ix_porting_order_state"), "porting_order", ["state"], unique=False)
    op.create_table(
        "porting_preparation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("donor", sa.String(length=20), nullable=False),
        sa.Column("series", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("default_owner_id", sa.String(length=12), nullable=False),
        sa.Column("owner_id", sa.String(length=12), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["delivery_case.id"], name=op.f("fk_porting_preparation_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_preparation")),
        sa.UniqueConstraint("case_id", "donor", name=op.f("uq_porting_preparation_case_id_donor")),
    )
    op.create_index(op.f("ix_porting_preparation_case_id"), "porting_preparation", ["case_id"], unique=False)
    op.create_table(
        "test_call",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("ok", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("called_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_test_call_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_test_call")),
    )
    op.create_index(op.f("ix_test_call_case_id"), "test_call", ["case_id"], unique=False)
    op.create_table(
        "answer_group",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("opening_hours", sa.String(), nullable=False),
        sa.Column("members", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["customer_data_version.id"], name=op.f("fk_answer_group_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_group")),
    )
    op.create_index(op.f("ix_answer_group_version_id"), "answer_group", ["version_id"], unique=False)
    op.create_table(
        "customer_series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=16), nullable=False),
        sa.Column("last", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["customer_data_version.id"], name=op.f("fk_customer_series_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_series")),
    )
    op.create_index(op.f("ix_customer_series_version_id"), "customer_series", ["version_id"], unique=False)
    op.create_table(
        "customer_user",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("mobile", sa.String(length=16), nullable=False),
        sa.Column("fixed", sa.String(length=16), nullable=False),
        sa.Column("other_number", sa.String(length=16), nullable=False),
        sa.Column("extension", sa.String(length=10), nullable=False),
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("sim_type", sa.String(), nullable=False),
        sa.Column("extension_type", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("cost_centre", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["customer_data_version.id"], name=op.f("fk_customer_user_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_user")),
    )
    op.create_index(op.f("ix_customer_user_version_id"), "customer_user", ["version_id"], unique=False)
    op.create_table(
        "porting_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "sending",
                "in_doubt",
                "submitted",
                "accepted",
                "rejected",
                "cancelled",
                "parked",
                name="attemptstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("dossier_id", sa.String(length=40), nullable=False),
        sa.Column("idempotency_key", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("payload_sha256", sa.String(length=64), nullable=False),
        sa.Column("port_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("latest_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("check_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sends", sa.Integer(), nullable=False),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("was_in_doubt", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("fee_quote_ore", sa.Integer(), nullable=False),
        sa.Column("fee_payer", sa.String(length=20), nullable=False),
        sa.Column("fee_reason", sa.String(length=60), nullable=False),
        sa.Column("parked_reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_porting_attempt_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_attempt")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_porting_attempt_dossier_id")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_porting_attempt_idempotency_key")),
        sa.UniqueConstraint("order_id", "attempt", name=op.f("uq_porting_attempt_order_id_attempt")),
    )
    op.create_index(op.f("ix_porting_attempt_case_id"), "porting_attempt", ["case_id"], unique=False)
    op.create_index(
        "ix_porting_attempt_check",
        "porting_attempt",
        ["check_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('sending', 'in_doubt')"),
    )
    op.create_index(
        "ix_porting_attempt_due",
        "porting_attempt",
        ["due_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('planned')"),
    )
    op.create_index(op.f("ix_porting_attempt_order_id"), "porting_attempt", ["order_id"], unique=False)
    op.create_index(op.f("ix_porting_attempt_state"), "porting_attempt", ["state"], unique=False)
    op.create_index(
        "uq_porting_attempt_open",
        "porting_attempt",
        ["order_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('planned', 'sending', 'in_doubt', 'submitted', 'parked')"),
    )
    op.create_table(
        "porting_number",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("e164", sa.String(length=16), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "confirmed",
                "rejected",
                "ported",
                "cancelled",
                "excluded",
                name="numberstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ported_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_porting_number_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_porting_number")),
        sa.UniqueConstraint("order_id", "e164", name=op.f("uq_porting_number_order_id_e164")),
    )
    op.create_index(op.f("ix_porting_number_case_id"), "porting_number", ["case_id"], unique=False)
    op.create_index(op.f("ix_porting_number_e164"), "porting_number", ["e164"], unique=False)
    op.create_index(op.f("ix_porting_number_order_id"), "porting_number", ["order_id"], unique=False)
    op.create_index(op.f("ix_porting_number_state"), "porting_number", ["state"], unique=False)
    op.create_index(
        "uq_porting_number_live",
        "porting_number",
        ["e164"],
        unique=True,
        postgresql_where=sa.text("state IN ('pending', 'confirmed', 'rejected')"),
    )
    op.create_table(
        "fee_entry",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column(
            "payer",
            sa.Enum("customer", "operator", "donor", name="payer", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["porting_attempt.id"], name=op.f("fk_fee_entry_attempt_id")),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_fee_entry_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_entry")),
        sa.UniqueConstraint("attempt_id", "kind", name=op.f("uq_fee_entry_attempt_id_kind")),
    )
    op.create_index(op.f("ix_fee_entry_attempt_id"), "fee_entry", ["attempt_id"], unique=False)
    op.create_index(op.f("ix_fee_entry_case_id"), "fee_entry", ["case_id"], unique=False)
    op.create_index(op.f("ix_fee_entry_order_id"), "fee_entry", ["order_id"], unique=False)
    op.create_table(
        "repair_task",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("repairer", sa.String(length=20), nullable=False),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fee_quote_ore", sa.Integer(), nullable=False),
        sa.Column("contacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact_by", sa.String(), nullable=False),
        sa.Column("contact_channel", sa.String(), nullable=False),
        sa.Column("contact_note", sa.Text(), nullable=False),
        sa.Column("changes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["porting_attempt.id"], name=op.f("fk_repair_task_attempt_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["porting_order.id"], name=op.f("fk_repair_task_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repair_task")),
    )
    op.create_index(op.f("ix_repair_task_attempt_id"), "repair_task", ["attempt_id"], unique=False)
    op.create_index(op.f("ix_repair_task_case_id"), "repair_task", ["case_id"], unique=False)
    op.create_index(op.f("ix_repair_task_closed_at"), "repair_task", ["closed_at"], unique=False)
    op.create_index(op.f("ix_repair_task_order_id"), "repair_task", ["order_id"], unique=False)
    op.create_table(
        "sim_card",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("iccid", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("pin_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("puk_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("activation_encrypted", sa.LargeBinary(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "in_stock",
                "reserved",
                "packed",
                "shipped",
                "received",
                "active",
                "lost",
                name="simstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("parcel_id", sa.Uuid(), nullable=True),
        sa.Column("envelope", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_sim_card_case_id")),
        sa.ForeignKeyConstraint(["parcel_id"], ["parcel.id"], name=op.f("fk_sim_card_parcel_id")),
        sa.ForeignKeyConstraint(["user_id"], ["customer_user.id"], name=op.f("fk_sim_card_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sim_card")),
        sa.UniqueConstraint("iccid", name=op.f("uq_sim_card_iccid")),
    )
    op.create_index(op.f("ix_sim_card_case_id"), "sim_card", ["case_id"], unique=False)
    op.create_index(op.f("ix_sim_card_number"), "sim_card", ["number"], unique=False)
    op.create_index(op.f("ix_sim_card_parcel_id"), "sim_card", ["parcel_id"], unique=False)
    op.create_index(op.f("ix_sim_card_state"), "sim_card", ["state"], unique=False)
    op.create_index(op.f("ix_sim_card_user_id"), "sim_card", ["user_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_sim_card_user_id"), table_name="sim_card")
    op.drop_index(op.f("ix_sim_card_state"), table_name="sim_card")
    op.drop_index(op.f("ix_sim_card_parcel_id"), table_name="sim_card")
    op.drop_index(op.f("ix_sim_card_number"), table_name="sim_card")
    op.drop_index(op.f("ix_sim_card_case_id"), table_name="sim_card")
    op.drop_table("sim_card")
    op.drop_index(op.f("ix_repair_task_order_id"), table_name="repair_task")
    op.drop_index(op.f("ix_repair_task_closed_at"), table_name="repair_task")
    op.drop_index(op.f("ix_repair_task_case_id"), table_name="repair_task")
    op.drop_index(op.f("ix_repair_task_attempt_id"), table_name="repair_task")
    op.drop_table("repair_task")
    op.drop_index(op.f("ix_fee_entry_order_id"), table_name="fee_entry")
    op.drop_index(op.f("ix_fee_entry_case_id"), table_name="fee_entry")
    op.drop_index(op.f("ix_fee_entry_attempt_id"), table_name="fee_entry")
    op.drop_table("fee_entry")
    op.drop_index(
        "uq_porting_number_live",
        table_name="porting_number",
        postgresql_where=sa.text("state IN ('pending', 'confirmed', 'rejected')"),
    )
    op.drop_index(op.f("ix_porting_number_state"), table_name="porting_number")
    op.drop_index(op.f("ix_porting_number_order_id"), table_name="porting_number")
    op.drop_index(op.f("ix_porting_number_e164"), table_name="porting_number")
    op.drop_index(op.f("ix_porting_number_case_id"), table_name="porting_number")
    op.drop_table("porting_number")
    op.drop_index(
        "uq_porting_attempt_open",
        table_name="porting_attempt",
        postgresql_where=sa.text("state IN ('planned', 'sending', 'in_doubt', 'submitted', 'parked')"),
    )
    op.drop_index(op.f("ix_porting_attempt_state"), table_name="porting_attempt")
    op.drop_index(op.f("ix_porting_attempt_order_id"), table_name="porting_attempt")
    op.drop_index(
        "ix_porting_attempt_due",
        table_name="porting_attempt",
        postgresql_where=sa.text("state IN ('planned')"),
    )
    op.drop_index(
        "ix_porting_attempt_check",
        table_name="porting_attempt",
        postgresql_where=sa.text("state IN ('sending', 'in_doubt')"),
    )
    op.drop_index(op.f("ix_porting_attempt_case_id"), table_name="porting_attempt")
    op.drop_table("porting_attempt")
    op.drop_index(op.f("ix_customer_user_version_id"), table_name="customer_user")
    op.drop_table("customer_user")
    op.drop_index(op.f("ix_customer_series_version_id"), table_name="customer_series")
    op.drop_table("customer_series")
    op.drop_index(op.f("ix_answer_group_version_id"), table_name="answer_group")
    op.drop_table("answer_group")
    op.drop_index(op.f("ix_test_call_case_id"), table_name="test_call")
    op.drop_table("test_call")
    op.drop_index(op.f("ix_porting_preparation_case_id"), table_name="porting_preparation")
    op.drop_table("porting_preparation")
    op.drop_index(op.f("ix_porting_order_state"), table_name="porting_order")
    op.drop_index(op.f("ix_porting_order_partner_id"), table_name="porting_order")
    op.drop_index(op.f("ix_porting_order_mandate_id"), table_name="porting_order")
    op.drop_index(op.f("ix_porting_order_customer_id"), table_name="porting_order")
    op.drop_index(op.f("ix_porting_order_case_id"), table_name="porting_order")
    op.drop_table("porting_order")
    op.drop_index(op.f("ix_parcel_state"), table_name="parcel")
    op.drop_index(op.f("ix_parcel_case_id"), table_name="parcel")
    op.drop_table("parcel")
    op.drop_index(op.f("ix_go_live_fault_state"), table_name="go_live_fault")
    op.drop_index(op.f("ix_go_live_fault_case_id"), table_name="go_live_fault")
    op.drop_table("go_live_fault")
    op.drop_index(op.f("ix_customer_data_version_state"), table_name="customer_data_version")
    op.drop_index(op.f("ix_customer_data_version_case_id"), table_name="customer_data_version")
    op.drop_table("customer_data_version")
    op.drop_index(op.f("ix_case_note_case_id"), table_name="case_note")
    op.drop_table("case_note")
    op.drop_index(op.f("ix_case_activity_case_id"), table_name="case_activity")
    op.drop_table("case_activity")
    op.drop_index(op.f("ix_web_session_person_id"), table_name="web_session")
    op.drop_table("web_session")
    op.drop_index(op.f("ix_sign_in_link_person_id"), table_name="sign_in_link")
    op.drop_table("sign_in_link")
    op.drop_index(op.f("ix_membership_person_id"), table_name="membership")
    op.drop_index(op.f("ix_membership_organisation_id"), table_name="membership")
    op.drop_table("membership")
    op.drop_index(op.f("ix_mandate_state"), table_name="mandate")
    op.drop_index(op.f("ix_mandate_partner_id"), table_name="mandate")
    op.drop_index(op.f("ix_mandate_customer_id"), table_name="mandate")
    op.drop_index(op.f("ix_mandate_case_id"), table_name="mandate")
    op.drop_table("mandate")
    op.drop_index(
        "uq_delivery_case_external_reference",
        table_name="delivery_case",
        postgresql_where=sa.text("external_reference <> ''"),
    )
    op.drop_index(op.f("ix_delivery_case_technical_lead_id"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_state"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_planner_id"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_partner_id"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_go_live_on"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_customer_id"), table_name="delivery_case")
    op.drop_index(op.f("ix_delivery_case_administrative_lead_id"), table_name="delivery_case")
    op.drop_table("delivery_case")
    op.drop_index(op.f("ix_api_client_organisation_id"), table_name="api_client")
    op.drop_table("api_client")
    op.drop_table("virtual_clock")
    op.drop_index(op.f("ix_stored_file_case_id"), table_name="stored_file")
    op.drop_table("stored_file")
    op.drop_index(op.f("ix_state_history_entity_id"), table_name="state_history")
    op.drop_index(op.f("ix_state_history_case_id"), table_name="state_history")
    op.drop_table("state_history")
    op.drop_index(op.f("ix_sign_in_try_email_sha256"), table_name="sign_in_try")
    op.drop_index(op.f("ix_sign_in_try_at"), table_name="sign_in_try")
    op.drop_index(op.f("ix_sign_in_try_address_sha256"), table_name="sign_in_try")
    op.drop_table("sign_in_try")
    op.drop_table("person")
    op.drop_index(
        "ix_outgoing_mail_due",
        table_name="outgoing_mail",
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.drop_index(op.f("ix_outgoing_mail_case_id"), table_name="outgoing_mail")
    op.drop_table("outgoing_mail")
    op.drop_index(
        "ix_outbox_event_waiting",
        table_name="outbox_event",
        postgresql_where=sa.text("handled_at IS NULL AND parked_at IS NULL"),
    )
    op.drop_index(
        "ix_outbox_event_unplaced", table_name="outbox_event", postgresql_where=sa.text("position IS NULL")
    )
    op.drop_index(op.f("ix_outbox_event_case_id"), table_name="outbox_event")
    op.drop_table("outbox_event")
    op.drop_index(op.f("ix_organisation_partner_id"), table_name="organisation")
    op.drop_index(op.f("ix_organisation_org_number"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_index(op.f("ix_idempotency_record_at"), table_name="idempotency_record")
    op.drop_table("idempotency_record")
    op.drop_index(
        "ix_gateway_message_waiting",
        table_name="gateway_message",
        postgresql_where=sa.text("handled_at IS NULL"),
    )
    op.drop_index(op.f("ix_gateway_message_dossier_id"), table_name="gateway_message")
    op.drop_table("gateway_message")
    op.drop_table("gateway_cursor")
    op.execute(sa.schema.DropSequence(sa.Sequence("delivery_case_reference")))
    op.execute(sa.schema.DropSequence(sa.Sequence("parcel_reference")))
    op.execute(sa.schema.DropSequence(sa.Sequence("porting_order_reference")))
