"""a case's next action follows its change requests too"""

from alembic import op

revision = "0122a_changes_followed"
down_revision = "0122_kept_forms"
branch_labels = None
depends_on = None

# As in 0115: event, what the trigger can see, and the function that marks the case.
_EVENTS = (
    ("insert", "NEW TABLE AS changed", "mark_stale"),
    ("update", "OLD TABLE AS before NEW TABLE AS changed", "mark_stale_both"),
    ("delete", "OLD TABLE AS changed", "mark_stale"),
)


def upgrade() -> None:
    for event, seen, function in _EVENTS:
        op.execute(
            f"CREATE TRIGGER mark_stale_{event} AFTER {event.upper()} ON change_request REFERENCING {seen} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )
    op.execute("INSERT INTO stale_case (case_id) SELECT DISTINCT case_id FROM change_request")


def downgrade() -> None:
    for event, _, _ in _EVENTS:
        op.execute(f"DROP TRIGGER mark_stale_{event} ON change_request")
