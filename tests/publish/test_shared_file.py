"""A file that many read at once."""

import io

from govkg.publish.shared_file import SharedFile


def test_each_reader_has_a_place_of_its_own() -> None:
    shared = SharedFile(io.BytesIO(b"abcdef"))
    first, second = shared.reader(), shared.reader()
    assert (first.read(2), second.read(3), first.read(2)) == (b"ab", b"abc", b"cd")
    assert (first.tell(), second.tell()) == (4, 3)


def test_who_is_done_closes_it_for_nobody_else() -> None:
    first, second = (shared := SharedFile(io.BytesIO(b"abcdef"))).reader(), shared.reader()
    del shared
    first.close()
    assert second.read() == b"abcdef"


def test_a_place_is_counted_from_the_start_from_here_or_from_the_end() -> None:
    reader = SharedFile(io.BytesIO(b"abcdef")).reader()
    assert [reader.seek(2), reader.seek(1, 1), reader.seek(-1, 2)] == [2, 3, 5]
    assert (reader.read(), reader.read()) == (b"f", b"")
