"""The processor time of a client before its queries stand back."""

import os
import time

import pytest

from govkg.query import credit
from govkg.query.credit import Credit, processor_time


def test_who_has_not_asked_has_all() -> None:
    assert Credit(0.1).left("a") == 0.1


def test_who_has_spent_more_has_next_to_nothing_left_and_others_have_all() -> None:
    found = Credit(0.1)
    found.spend("a", 7)
    assert 0 < found.left("a") < 0.05
    assert found.left("b") == 0.1


def test_many_quick_queries_cost_nothing() -> None:
    found = Credit(0.1)
    for _ in range(100):
        found.spend("a", 0.09)
    assert found.left("a") == 0.1


def test_what_is_spent_comes_back_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Credit(0.1)
    now = time.monotonic()
    monkeypatch.setattr("govkg.query.credit.time.monotonic", lambda: now)
    found.spend("a", 0.1)
    monkeypatch.setattr("govkg.query.credit.time.monotonic", lambda: now + 5)
    assert found.left("a") == pytest.approx(0.05)
    monkeypatch.setattr("govkg.query.credit.time.monotonic", lambda: now + 60)
    assert found.left("a") == 0.1


def test_no_debt_lasts_longer_than_some_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Credit(0.1)
    now = time.monotonic()
    found.spend("a", 10_000)
    monkeypatch.setattr("govkg.query.credit.time.monotonic", lambda: now + 120)
    assert found.left("a") == 0.1


def test_not_more_clients_are_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credit, "_CLIENTS", 2)
    found = Credit(0.1)
    for client in "abc":
        found.spend(client, 7)
    assert found.left("a") == 0.1
    assert found.left("c") < 0.05


def test_the_processor_time_of_a_process_is_told_from_outside() -> None:
    before = processor_time(os.getpid())
    sum(range(1_000_000))
    assert processor_time(os.getpid()) > before
