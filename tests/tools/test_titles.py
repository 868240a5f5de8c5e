from tools.titles import Titles

SHELF = Titles.of(
    [
        ("i1", ("velo", "drift", "se", "headphone")),
        ("i2", ("velo", "drift", "plus", "headphone")),
        ("i3", ("strida", "daily", "retro", "sneaker")),
    ]
)


def test_an_item_is_told_by_brand_and_model() -> None:
    assert SHELF.at(("the", "strida", "daily", "shoe"), 1) == ("i3", 2)


def test_more_of_the_title_tells_items_apart() -> None:
    assert SHELF.at(("velo", "drift", "plus"), 0) == ("i2", 3)


def test_a_beginning_that_several_share_names_none() -> None:
    assert SHELF.at(("velo", "drift", "headphone"), 0) is None
    assert SHELF.at(("velo", "sales"), 0) is None


def test_of_titles_that_begin_alike_the_plainest_is_meant() -> None:
    shelf = Titles.of(
        [
            ("i1", ("velo", "drift", "se", "over", "ear", "headphone")),
            ("i2", ("velo", "drift", "se", "headphone")),
        ]
    )
    assert shelf.at(("velo", "drift", "se", "headphone"), 0) == ("i2", 4)
    assert shelf.at(("velo", "drift", "se", "please"), 0) == ("i2", 3)


def test_the_plainest_is_meant_whichever_language_shows_it() -> None:
    shelf = Titles.of(
        [
            ("i1", ("velo", "drift", "se", "over", "ear", "headphone")),
            ("i1", ("velo", "drift", "se", "包", "耳", "耳", "机")),
            ("i2", ("velo", "drift", "se", "headphone")),
            ("i2", ("velo", "drift", "se", "头", "戴", "耳", "机")),
        ]
    )
    assert shelf.at(("velo", "drift", "se", "那", "款", "耳", "机"), 0) == ("i2", 3)
