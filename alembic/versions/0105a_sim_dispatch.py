"""SIM dispatch: carrier, waivers, sealed mail"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0105a_sim_dispatch"
down_revision = "0105_invoicing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mail_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mail_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["outgoing_mail.id"], name=op.f("fk_mail_file_mail_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_file")),
    )
    op.create_index(op.f("ix_mail_file_mail_id"), "mail_file", ["mail_id"], unique=False)
    op.create_table(
        "sim_waiver",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_sim_waiver_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sim_waiver")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_sim_waiver_case_id_number")),
    )
    op.create_index(op.f("ix_sim_waiver_case_id"), "sim_waiver", ["case_id"], unique=False)
    op.create_table(
        "parcel_scan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("parcel_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["parcel_id"], ["parcel.id"], name=op.f("fk_parcel_scan_parcel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parcel_scan")),
        sa.UniqueConstraint("parcel_id", "position", name=op.f("uq_parcel_scan_parcel_id_position")),
    )
    op.create_index(op.f("ix_parcel_scan_parcel_id"), "parcel_scan", ["parcel_id"], unique=False)
    op.add_column("delivery_case", sa.Column("ports_released_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outgoing_mail", sa.Column("sealed", sa.LargeBinary(), nullable=True))
    op.add_column(
        "outgoing_mail", sa.Column("is_sealed", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "parcel", sa.Column("carrier_said", sa.String(length=40), server_default="", nullable=False)
    )
    op.add_column("parcel", sa.Column("carrier_said_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("parcel", sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_parcel_look", "parcel", ["look_at"], unique=False, postgresql_where=sa.text("look_at IS NOT NULL")
    )
    op.alter_column("outgoing_mail", "is_sealed", server_default=None)
    op.alter_column("parcel", "carrier_said", server_default=None)


def downgrade() -> None:
    op.drop_index("ix_parcel_look", table_name="parcel", postgresql_where=sa.text("look_at IS NOT NULL"))
    op.drop_column("parcel", "look_at")
    op.drop_column("parcel", "carrier_said_at")
    op.drop_column("parcel", "carrier_said")
    op.drop_column("outgoing_mail", "is_sealed")
    op.drop_column("outgoing_mail", "sealed")
    op.drop_column("delivery_case", "ports_released_at")
    op.drop_index(op.f("ix_parcel_scan_parcel_id"), table_name="parcel_scan")
    op.drop_table("parcel_scan")
    op.drop_index(op.f("ix_sim_waiver_case_id"), table_name="sim_waiver")
    op.drop_table("sim_waiver")
    op.drop_index(op.f("ix_mail_file_mail_id"), table_name="mail_file")
    op.drop_table("mail_file")
