"""How many requests a client has left."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from govkg.server.gate import rate
from govkg.server.gate.rate import Rate


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_client_may_ask_so_often_at_once_and_then_waits_for_the_next() -> None:
    clock = Clock()
    client = Rate(3, 60, clock)
    assert [client.take("a").left for _ in range(3)] == [2, 1, 0]
    refused = client.take("a")
    assert (refused.left, refused.wait, refused.whole_in) == (0, 20, 60)
    clock.now += 20
    assert (client.take("a").wait, client.take("a").wait) == (0, 20)


def test_each_client_has_a_quota_of_its_own() -> None:
    both = Rate(1, 60, Clock())
    assert not both.take("a").wait
    assert not both.take("b").wait
    assert both.take("a").wait


def test_who_waited_the_whole_time_has_the_whole_quota_and_no_more() -> None:
    clock = Clock()
    client = Rate(5, 10, clock)
    for _ in range(5):
        client.take("a")
    clock.now += 1_000
    assert [bool(client.take("a").wait) for _ in range(6)] == [False] * 5 + [True]


@given(st.integers(1, 50), st.integers(1, 100), st.lists(st.floats(0, 30), max_size=200))
def test_never_more_than_twice_the_quota_in_any_window_and_what_is_told_is_kept(
    requests: int, window: int, pauses: list[float]
) -> None:
    clock = Clock()
    client, taken, left = Rate(requests, window, clock), [], None
    for pause in pauses:
        clock.now += pause
        quota = client.take("a")
        assert 0 <= quota.left < requests or quota.wait
        if left:
            assert not quota.wait  # what was left is given
        left = quota.left
        if not quota.wait:
            taken.append(clock.now)
        assert sum(clock.now - time < window for time in taken) <= 2 * requests


def test_who_waits_as_long_as_told_is_served() -> None:
    clock = Clock()
    client = Rate(7, 60, clock)
    for _ in range(50):
        if wait := client.take("a").wait:
            clock.now += wait
            assert not client.take("a").wait


def test_a_flood_of_clients_takes_no_more_memory_than_so_many() -> None:
    clients = Rate(10, 60, Clock())
    for number in range(rate._MOST + 100):
        clients.take(str(number))
    assert len(clients._full) <= rate._MOST


def test_threads_together_get_no_more_than_the_quota() -> None:
    shared = Rate(100, 3_600)
    served: list[bool] = []
    threads = [
        threading.Thread(target=lambda: served.extend(not shared.take("a").wait for _ in range(100))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(served) == 100
