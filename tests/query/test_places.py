"""Places to run in: who waits, who comes next, and who leaves without one."""

import threading
import time
from collections.abc import Callable

import pytest

from govkg.query.places import FullError, GoneError, Places


def stays() -> bool:
    return False


def waiting(
    places: Places, client: str, order: list[str], done: Callable[[], object] = lambda: None
) -> threading.Thread:
    """A thread that waits for a place and notes when it got it. It waits when this returns."""
    before = len(places._waiting)

    def run() -> None:
        places.enter(client, stays)
        order.append(client)
        done()
        places.leave(client)

    thread = threading.Thread(target=run)
    thread.start()
    while len(places._waiting) == before:
        time.sleep(0.001)
    return thread


def test_who_came_first_is_first() -> None:
    places, order = Places(1, 1, 10), list[str]()
    places.enter("a", stays)
    threads = [waiting(places, client, order) for client in ("b", "c", "d")]
    places.leave("a")
    for thread in threads:
        thread.join()
    assert order == ["b", "c", "d"]
    assert places.taken() == 0


def test_who_has_fewer_running_comes_before_who_came_first() -> None:
    places, order, held = Places(2, 1, 10), list[str](), threading.Event()
    places.enter("a", stays)
    places.enter("b", stays)
    threads = [waiting(places, client, order, held.wait) for client in ("a", "c")]
    places.leave("b")
    while not order:
        time.sleep(0.001)
    assert order == ["c"]
    held.set()
    for thread in threads:
        thread.join()
    places.leave("a")
    assert places.taken() == 0


def test_when_no_place_comes_free_in_time_it_is_said_and_nobody_waits_any_more() -> None:
    places = Places(1, 1, 0.05)
    places.enter("a", stays)
    with pytest.raises(FullError) as caught:
        places.enter("b", stays)
    assert (caught.value.reason, places.taken(), places._waiting) == ("busy", 1, [])


def test_who_has_left_takes_no_place() -> None:
    places = Places(1, 1, 10)
    places.enter("a", stays)
    with pytest.raises(GoneError):
        places.enter("b", lambda: True)
    places.leave("a")
    assert places.taken() == 0


def test_a_place_that_was_given_to_one_who_leaves_goes_to_the_next() -> None:
    places, order = Places(1, 1, 10), list[str]()
    places.enter("a", stays)

    def given_while_it_looks() -> bool:
        order.append("looked")
        threads.append(waiting(places, "c", order))
        places.leave("a")  # now b has it
        return True

    threads: list[threading.Thread] = []
    with pytest.raises(GoneError):
        places.enter("b", given_while_it_looks)
    threads[0].join()
    assert (order, places.taken()) == (["looked", "c"], 0)
