"""contact ways are versioned: each change a row"""

import sqlalchemy as sa

from alembic import op

revision = "0121a_contact_ways_versions"
down_revision = "0121_sim_desk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contact_ways", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.alter_column("contact_ways", "version", server_default=None)
    op.drop_constraint(op.f("uq_contact_ways_organisation_id"), "contact_ways", type_="unique")
    op.create_unique_constraint(
        op.f("uq_contact_ways_organisation_id_version"), "contact_ways", ["organisation_id", "version"]
    )


def downgrade() -> None:
    op.execute(
        "DELETE FROM contact_ways AS old USING contact_ways AS later "
        "WHERE later.organisation_id = old.organisation_id AND later.version > old.version"
    )
    op.drop_constraint(op.f("uq_contact_ways_organisation_id_version"), "contact_ways", type_="unique")
    op.drop_column("contact_ways", "version")
    op.create_unique_constraint(op.f("uq_contact_ways_organisation_id"), "contact_ways", ["organisation_id"])
