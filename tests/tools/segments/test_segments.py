"""Standard and saved segments: who is in them, what they are called, what they say."""

from datetime import date
from pathlib import Path

import pytest

from tests.small_store import small_store
from tools.errors import ToolError
from tools.segments import Segment, Segments
from tools.segments.rules import All, Attribute, Did, InSegment, Spend, Thing
from tools.wording.values import Name


@pytest.fixture
def segments(tmp_path: Path) -> Segments:
    return Segments(small_store(), tmp_path / "segments")


def test_rfm_segments_share_out_every_buyer_once(busy: Segments) -> None:
    segments, store = busy, busy.store
    found = [segments.members(s) for s in segments.standard() if s.family == "rfm"]
    everyone = [user for members in found for user in members]
    sql = "SELECT DISTINCT user_id FROM orders WHERE user_id IS NOT NULL ORDER BY 1"
    buyers = [row[0] for row in store.connection.con.execute(sql).fetchall()]
    assert sorted(everyone) == buyers
    assert sum(bool(members) for members in found) >= 8


def test_definitions_say_the_thresholds_that_pick_the_members(busy: Segments) -> None:
    segments, store = busy, busy.store
    champions = segments.named("champions")
    assert isinstance(champions.rules, All)
    orders, recency = champions.rules.rules
    text = champions.describe("en")
    assert f"{orders.at_least} times or more" in text
    assert f"within {recency.at_most} days" in text
    sql = f"""
        SELECT user_id FROM orders GROUP BY 1
        HAVING count(DISTINCT order_id) >= {orders.at_least}
        AND date_diff('day', max(local_time)::DATE, DATE '{store.today}') <= {recency.at_most}
        ORDER BY 1"""  # noqa: S608
    members = tuple(row[0] for row in store.connection.con.execute(sql).fetchall())
    assert segments.members(champions) == members


def test_a_segment_is_found_by_id_label_and_other_words(segments: Segments) -> None:
    for word in ("never_bought", "Never bought", "从未下单", "VIP", "big-spenders"):
        assert segments.named(word).id in ("never_bought", "big_spenders")


def test_an_unknown_segment_names_the_nearest(segments: Segments) -> None:
    with pytest.raises(ToolError, match=r"Nearest: Champions \[champions\]"):
        segments.named("champons")


def test_members_are_looked_at_from_any_day(segments: Segments) -> None:
    never = segments.named("never_bought")
    assert "u4" not in segments.members(never)
    assert "u4" in segments.members(never, as_of=date(2026, 10, 19))
    assert "u12" not in segments.members(never, as_of=date(2026, 10, 11))  # not known yet


def test_cancelled_orders_are_none(segments: Segments) -> None:
    assert "u3" in segments.members(segments.named("never_bought"))


def test_the_query_can_be_run_as_it_is_shown(segments: Segments) -> None:
    women = Attribute(values=(Thing(dimension="gender", value="female"),))
    spent = Spend(above=100, period="2026-10", currency="CNY")
    segment = Segment(id="x", label=Name(en="x"), rules=All(rules=(women, spent)))
    rows = segments.store.connection.con.execute(segments.sql(segment)).fetchall()
    assert tuple(row[0] for row in rows) == segments.members(segment) == ("u1",)


def test_a_saved_segment_comes_back_whole_and_readable(segments: Segments) -> None:
    segment = segments.read("women who bought headphones but never keyboards")
    path = segments.save(segment)
    assert '"Headphones"' in path.read_text(encoding="utf-8")
    assert segments.named(segment.id) == segments.saved()[0] == segment


def test_a_segment_may_be_made_of_others_but_not_of_itself(segments: Segments) -> None:
    loop = Segment(id="loop", label=Name(en="loop"), rules=InSegment(segment="never_bought"))
    segments.save(loop)
    turned = loop.model_copy(update={"rules": InSegment(segment="loop")})
    with pytest.raises(ToolError, match="defined by itself"):
        segments.save(turned)


def test_a_standard_name_cannot_be_taken(segments: Segments) -> None:
    with pytest.raises(ToolError, match="another name"):
        segments.save(Segment(id="repeat", label=Name(en="x"), rules=Did(event="order")))


def test_a_broken_file_is_named(segments: Segments) -> None:
    segments.folder.mkdir()
    (segments.folder / "bad.json").write_text('{"id": "bad", "label": {"en": "b"}}')
    with pytest.raises(ToolError, match=r"bad\.json is not a segment: rules"):
        segments.saved()


@pytest.mark.parametrize(
    ("without", "message"),
    [
        (("events", "orders", "order_lines"), "do not say who placed them"),
        (("users",), "no users table"),
    ],
)
def test_missing_data_are_said(tmp_path: Path, without: tuple[str, ...], message: str) -> None:
    segments = Segments(small_store(*without), tmp_path)
    women = Attribute(values=(Thing(dimension="gender", value="female"),))
    rule = women if "users" in without else Did(event="order")
    segment = Segment(id="x", label=Name(en="x"), rules=rule)
    with pytest.raises(ToolError, match=message):
        segments.members(segment)
