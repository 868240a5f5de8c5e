"""What people search for and do not find, counted by hand."""

from datetime import timedelta

import pytest

from tests.small_store import store_of
from tests.tools.themes.theme_shop import ITEMS, START
from tools.errors import ToolError
from tools.themes.tool import ThemeTools


def visit(n, query, opens, day=40, user=None, then=None):
    """A visit that searches, opens an item if it `opens`, and may search again."""
    when = START + timedelta(days=day, minutes=n)
    kinds = [("search", query), *([("view", None)] if opens else []),
             *([("search", then)] if then else [])]  # fmt: skip
    return [
        {"event_id": f"{day}-{n}-{place}", "session_id": f"{day}-{n}", "user_id": user or f"u{n}",
         "event_time": when + timedelta(seconds=place), "event_type": kind, "query": text,
         "item_id": "i0" if kind == "view" else None}
        for place, (kind, text) in enumerate(kinds)
    ]  # fmt: skip


EVENTS = [
    *(event for n in range(40) for event in visit(n, "lamp", opens=True)),
    *(event for n in range(40, 60) for event in visit(n, "Gaming Chair ", opens=False)),
    *(event for n in range(60, 66) for event in visit(n, "chairs gaming", opens=False)),
    *(event for n in range(66, 70) for event in visit(n, "gamming chair", opens=False)),
    *(event for n in range(70, 85) for event in visit(n, "clocks", opens=False)),
    *(event for n in range(85, 88) for event in visit(n, "call 13800138000", opens=False)),
    *(event for n in range(88, 90) for event in visit(n, "lamp", opens=True, then="lamp")),
    *(event for n in range(20) for event in visit(n, "lamp", opens=True, day=10)),
]


@pytest.fixture(scope="module")
def tools():
    today = (START + timedelta(days=59)).date()
    return ThemeTools(store_of({"events": EVENTS, "items": ITEMS}, data_version="1", today=today))


def texts(result, language="en"):
    return [fact.text for fact in result.facts(language)]


def test_what_is_not_found_is_told_with_its_spellings_as_one(tools):
    result = tools.review_themes(source="searches")
    assert "“gaming chair” (30)" in texts(result)[0]
    first = result.rows[0]
    assert (first["query"], first["searches"], first["missed"]) == ("gaming chair", 30, 30)
    assert first["items"] == 0


def test_a_search_that_is_answered_is_not_listed_as_unfound(tools):
    result = tools.review_themes(source="searches")
    assert "lamp" not in {row["query"] for row in result.rows}


def test_the_same_phrase_again_in_a_visit_counts_once_as_answered(tools):
    rows = tools.review_themes(source="searches", about="praise").rows
    lamp = next(row for row in rows if row["query"] == "lamp")
    assert (lamp["searches"], lamp["missed"], lamp["searches_before"]) == (42, 0, 20)


def test_phrases_of_few_people_and_personal_data_are_never_named(tools):
    for about in ("overview", "praise", "changes"):
        result = tools.review_themes(source="searches", about=about)
        shown = " ".join([*texts(result), *(str(row) for row in result.rows)])
        assert "call" not in shown
        assert "13800138000" not in shown


def test_items_of_that_name_are_told_apart_from_what_is_not_sold(tools):
    said = texts(tools.review_themes(source="searches"))
    assert any("There are items of that name" in text and "clocks" in text for text in said)
    assert any("1 of these 2 phrases" in text or "One of these" in text for text in said)


@pytest.mark.parametrize("about", ["overview", "praise", "changes", "complaints", "cost"])
def test_every_answer_is_said_in_both_languages(tools, about):
    result = tools.review_themes(source="searches", about=about)
    assert all(texts(result))
    assert all(texts(result, "zh"))


def test_days_without_searches_are_said_to_have_none(tools):
    assert "Nobody searched" in texts(tools.review_themes(source="searches", period="2026-08"))[0]


def test_searches_of_one_item_cannot_be_asked_for(tools):
    with pytest.raises(ToolError, match="not tied to an item"):
        tools.review_themes(source="searches", item="Lamp 0")


def test_a_store_without_searches_says_so():
    store = store_of({"events": [event | {"query": None} for event in EVENTS[:2]], "items": ITEMS})
    with pytest.raises(ToolError, match="what was searched for"):
        ThemeTools(store).review_themes(source="searches")
