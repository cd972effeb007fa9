from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from infra.files import LARGEST_FILE, load_file, store_file
from kernel.errors import DomainError
from kernel.ids import new_id

NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)


def store(session: Session, content: bytes, name: str = "underlag.xlsx"):
    return store_file(
        session,
        name=name,
        media_type="application/octet-stream",
        content=content,
        case_id=None,
        uploaded_by="Tove",
        now=NOW,
    )


def test_a_file_comes_back_as_it_went(session: Session) -> None:
    stored = store(session, b"\x00\xff every byte")
    session.expire_all()
    found = load_file(session, stored.id)
    assert found.content == b"\x00\xff every byte"
    assert (found.size, found.sha256) == (13, hashlib.sha256(found.content).hexdigest())


def test_the_largest_file_is_taken_and_one_byte_more_is_not(session: Session) -> None:
    assert store(session, b"x" * LARGEST_FILE).size == LARGEST_FILE
    with pytest.raises(DomainError, match=r"FILE_TOO_LARGE.*20 MB"):
        store(session, b"x" * (LARGEST_FILE + 1))


def test_the_end_of_a_long_name_is_kept(session: Session) -> None:
    assert store(session, b"", "x" * 300 + ".xlsx").name.endswith("x.xlsx")


def test_an_unknown_file_is_not_found(session: Session) -> None:
    with pytest.raises(DomainError, match="NOT_FOUND"):
        load_file(session, new_id())
