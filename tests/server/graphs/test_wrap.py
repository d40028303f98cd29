"""Names in lines."""

from govkg.server.graphs.wrap import lines_of, width_of


def test_a_name_is_broken_at_spaces_and_after_hyphens() -> None:
    assert lines_of("Hyvinvointi- ja yhdyspintalautakunta") == ("Hyvinvointi- ja", "yhdyspintalautakunta")
    assert lines_of("Pohjois-Pohjanmaan hyvinvointialue", long=10) == ("Pohjois-", "Pohjanmaan", "hyvinvointialue")


def test_a_long_word_is_never_broken() -> None:
    assert lines_of("Maakuntauudistuksenvalmisteluryhmä") == ("Maakuntauudistuksenvalmisteluryhmä",)


def test_what_does_not_fit_is_cut_with_a_sign_that_says_so() -> None:
    assert lines_of("yksi kaksi kolme neljä", most=2, long=5) == ("yksi", "kaksi …")


def test_a_wide_letter_takes_more_room_than_a_narrow_one() -> None:
    assert width_of("mm") > width_of("aa") > width_of("ii")
