from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.small_store import at, small_store, store_of
from tools.errors import ToolError
from tools.funnel import FunnelTools

OCTOBER = "2026-10"


@pytest.fixture(scope="module")
def tools() -> FunnelTools:
    return FunnelTools(small_store())


def test_the_funnel_counts_visits_by_stage(tools: FunnelTools) -> None:
    result = tools.funnel(period=OCTOBER)
    assert [row["visits"] for row in result.rows] == [8, 8, 5, 4]
    assert result.facts("en")[0].text == (
        "Of 8 visits in October 2026, 8 viewed a product, 5 put something in the cart and 4 ended "
        "in a purchase, which is 50.0% in all."
    )
    assert "Most are lost between viewing a product and the cart" in result.facts("en")[1].text
    assert result.chart is not None
    assert result.chart.kind == "funnel"


def test_groups_answer_which_converts_best(tools: FunnelTools) -> None:
    result = tools.funnel("channel", OCTOBER)
    assert result.facts("en")[0].text.startswith(
        "Conversion rate from visit to purchase in October 2026: email ("
    )
    assert {row["channel"]: row["purchase"] for row in result.rows} == {
        "email": 2, "search": 2, "social media": 0,
    }  # fmt: skip


def test_a_comparison_says_how_the_rate_moved(tools: FunnelTools) -> None:
    result = tools.funnel(period=OCTOBER, compare="previous_period", filters=["device=mobile"])
    lead = result.facts("en")[0]
    assert lead.role == "answer"
    assert "percentage points" in lead.text or "unchanged" in lead.text
    assert [row["visits_before"] for row in result.rows] == [1, 1, 1, 1]


def test_without_events_there_is_no_funnel() -> None:
    with pytest.raises(ToolError) as caught:
        FunnelTools(small_store("events")).funnel()
    assert "revenue" in caught.value.say("en")


VISITS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.lists(st.sampled_from(["view", "cart", "purchase", "search"]), min_size=1, max_size=4),
        st.sampled_from(["email", "search"]),
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VISITS, st.booleans())
def test_counts_never_grow_down_the_funnel(visits: list[Any], sessions: bool) -> None:
    events = [
        {"event_id": f"{n}-{m}", "user_id": f"u{user}", "event_time": at(1), "event_type": kind,
         "session_id": f"s{n}" if sessions else None, "channel": channel}
        for n, (user, kinds, channel) in enumerate(visits)
        for m, kind in enumerate(kinds)
    ]  # fmt: skip
    every = [{"event_id": kind, "user_id": "z", "event_time": at(2), "event_type": kind,
              "session_id": "z" if sessions else None, "channel": "email"}
             for kind in ("view", "cart", "purchase")]  # fmt: skip
    tools = FunnelTools(store_of({"events": events + every}))
    counts = [row["visits"] for row in tools.funnel(period=OCTOBER).rows]
    assert counts == sorted(counts, reverse=True)  # type: ignore[type-var]  # counts
    for row in tools.funnel("channel", OCTOBER).rows:
        stages = [row[stage] for stage in ("visit", "view", "cart", "purchase")]
        assert stages == sorted(stages, reverse=True)  # type: ignore[type-var]  # counts
