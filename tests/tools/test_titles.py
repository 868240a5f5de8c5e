from tools.titles import FEWEST_BARE, Titles, unbranded

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


def test_without_its_brand_more_of_a_title_must_be_told() -> None:
    titles = [("i1", ("petite", "lune", "lily", "se", "linen", "dress"))]
    shelf = Titles.of(unbranded(titles, {("petite", "lune"): "b1"}), FEWEST_BARE)
    assert shelf.at(("the", "lily", "se", "linen", "one"), 1) == ("i1", 3)
    assert shelf.at(("lily", "se", "dress"), 0) is None
