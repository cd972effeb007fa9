"""the planner's workspace: standings and tallies kept by triggers, search indexes, filters, comments, files"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0115_workspace"
down_revision = "0117_questionnaire"
branch_labels = None
depends_on = None

# What a case's next action, lists and risks follow from.
FOLLOWED = (
    "case_activity",
    "customer_data_version",
    "porting_preparation",
    "sim_card",
    "parcel",
    "test_call",
    "go_live_fault",
    "porting_order",
    "porting_number",
    "porting_attempt",
    "repair_task",
    "mandate",
)
# Event, what the trigger can see, and the rows to look at.
EVENTS = (
    ("insert", "NEW TABLE AS changed", "changed"),
    ("update", "OLD TABLE AS before NEW TABLE AS changed", "both"),
    ("delete", "OLD TABLE AS changed", "changed"),
)


def upgrade() -> None:
    _tables()
    _indexes()
    _mark_stale()
    _keep_tally()


def _tables() -> None:
    op.create_table(
        "case_standing",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("queue", sa.String(length=40), nullable=False),
        sa.Column("sort_on", sa.Date(), nullable=False),
        sa.Column("is_at_risk", sa.Boolean(), nullable=False),
        sa.Column("line", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_case_standing_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_standing")),
    )
    op.create_index(
        "ix_case_standing_open",
        "case_standing",
        ["sort_on", "case_id"],
        postgresql_where=sa.text("queue <> 'ended'"),
    )
    op.create_index(
        "ix_case_standing_queue",
        "case_standing",
        ["queue", "sort_on", "case_id"],
        postgresql_include=["is_at_risk"],
    )
    op.create_index("ix_case_standing_valid", "case_standing", ["valid_until"])
    for name, *columns in (
        ("stale_case", sa.Column("case_id", sa.Uuid(), nullable=False)),
        (
            "number_tally",
            sa.Column("state", sa.String(length=40), nullable=False),
            sa.Column("change", sa.Integer(), nullable=False),
        ),
    ):
        op.create_table(
            name,
            sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
            *columns,
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        )
    op.create_index(op.f("ix_stale_case_case_id"), "stale_case", ["case_id"])
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_filter_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_saved_filter_person_id_name")),
    )
    op.create_index(op.f("ix_saved_filter_person_id"), "saved_filter", ["person_id"])
    op.create_table(
        "go_live_capacity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("cases >= 0", name=op.f("ck_go_live_capacity_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_go_live_capacity")),
        sa.UniqueConstraint("day", name=op.f("uq_go_live_capacity_day"), postgresql_nulls_not_distinct=True),
    )
    op.create_table(
        "case_comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("named", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_case_comment_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_comment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_comment")),
    )
    op.create_index(op.f("ix_case_comment_case_id"), "case_comment", ["case_id"])
    op.create_index(op.f("ix_case_comment_person_id"), "case_comment", ["person_id"])
    op.create_table(
        "mention",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["comment_id"], ["case_comment.id"], name=op.f("fk_mention_comment_id")),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_mention_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mention_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint("comment_id", "person_id", name=op.f("uq_mention_comment_id_person_id")),
    )
    for column in ("comment_id", "case_id", "person_id"):
        op.create_index(op.f(f"ix_mention_{column}"), "mention", [column])
    op.create_index(
        "ix_mention_waiting", "mention", ["person_id", "id"], postgresql_where=sa.text("seen_at IS NULL")
    )
    op.create_table(
        "case_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["delivery_case.id"], name=op.f("fk_case_file_case_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_case_file_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
    )
    op.create_index(op.f("ix_case_file_case_id"), "case_file", ["case_id"])


BEGINNINGS = (
    ("ix_customer_user_mobile", "customer_user", "mobile"),
    ("ix_customer_user_fixed", "customer_user", "fixed"),
    ("ix_sim_card_iccid_begins", "sim_card", "iccid"),
)


def _indexes() -> None:
    op.create_index("ix_porting_number_list", "porting_number", ["state", "e164", "id"])
    op.create_index(
        "ix_porting_number_begins", "porting_number", ["e164"], postgresql_ops={"e164": "text_pattern_ops"}
    )
    for name, table, column in BEGINNINGS:
        op.create_index(
            name,
            table,
            [column],
            postgresql_ops={column: "text_pattern_ops"},
            postgresql_where=sa.text(f"{column} <> ''"),
        )


def _mark_stale() -> None:
    for name, column in (("mark_stale", "case_id"), ("mark_stale_self", "id")):
        for suffix, rows in (
            ("", f"SELECT {column} AS case_id FROM changed"),
            ("_both", f"SELECT {column} AS case_id FROM changed UNION SELECT {column} FROM before"),
        ):
            op.execute(
                f"""
                CREATE FUNCTION {name}{suffix}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO stale_case (case_id)
                    SELECT DISTINCT case_id FROM ({rows}) AS rows WHERE case_id IS NOT NULL;
                    RETURN NULL;
                END $$
                """
            )
    for table in FOLLOWED:
        _triggers(table, "mark_stale")
    # A case that goes takes its standing along; nothing of the product deletes one.
    _triggers("delivery_case", "mark_stale_self", events=EVENTS[:2])
    op.execute("INSERT INTO stale_case (case_id) SELECT id FROM delivery_case")


def _triggers(table: str, function: str, *, events: tuple[tuple[str, str, str], ...] = EVENTS) -> None:
    for event, seen, rows in events:
        suffix = "_both" if rows == "both" else ""
        op.execute(
            f"CREATE TRIGGER {function}_{event} AFTER {event.upper()} ON {table} REFERENCING {seen} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}{suffix}()"
        )


def _keep_tally() -> None:
    for suffix, rows in (
        ("insert", "SELECT state, count(*) AS n FROM changed GROUP BY state"),
        ("delete", "SELECT state, -count(*) AS n FROM changed GROUP BY state"),
        (
            "update",
            "SELECT state, sum(n) AS n FROM (SELECT state, count(*) AS n FROM changed GROUP BY state "
            "UNION ALL SELECT state, -count(*) FROM before GROUP BY state) AS sides GROUP BY state",
        ),
    ):
        op.execute(
            f"""
            CREATE FUNCTION keep_number_tally_{suffix}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO number_tally (state, change)
                SELECT state, n FROM ({rows}) AS rows WHERE n <> 0;
                RETURN NULL;
            END $$
            """
        )
    for event, seen, _ in EVENTS:
        op.execute(
            f"CREATE TRIGGER keep_number_tally_{event} AFTER {event.upper()} ON porting_number "
            f"REFERENCING {seen} FOR EACH STATEMENT EXECUTE FUNCTION keep_number_tally_{event}()"
        )
    op.execute(
        "INSERT INTO number_tally (state, change) SELECT state, count(*) FROM porting_number GROUP BY state"
    )


def downgrade() -> None:
    for event, _, _ in EVENTS:
        op.execute(f"DROP TRIGGER keep_number_tally_{event} ON porting_number")
        op.execute(f"DROP FUNCTION keep_number_tally_{event}()")
        for table in FOLLOWED:
            op.execute(f"DROP TRIGGER mark_stale_{event} ON {table}")
    for event in ("insert", "update"):
        op.execute(f"DROP TRIGGER mark_stale_self_{event} ON delivery_case")
    for name in ("mark_stale", "mark_stale_both", "mark_stale_self", "mark_stale_self_both"):
        op.execute(f"DROP FUNCTION {name}()")
    for name, table, _ in BEGINNINGS:
        op.drop_index(name, table_name=table)
    op.drop_index("ix_porting_number_begins", table_name="porting_number")
    op.drop_index("ix_porting_number_list", table_name="porting_number")
    for table in (
        "case_file",
        "mention",
        "case_comment",
        "go_live_capacity",
        "saved_filter",
        "number_tally",
        "stale_case",
        "case_standing",
    ):
        op.drop_table(table)
