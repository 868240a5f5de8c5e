"""What a part of a question takes over from the part before it."""

import pytest

from assistant.inheriting import inheriting
from assistant.planning import Step
from assistant.reading import Reading


@pytest.mark.parametrize(
    ("tool", "part", "filters"),
    [
        ("forecast_demand", Reading("and then?", "en"), ("category=Kettles",)),
        (
            "forecast_demand",
            Reading("how many will go, live needs stock", "en", filters=("channel=live",)),
            ("channel=live", "category=Kettles"),
        ),
        (
            "forecast_demand",
            Reading("how many pans will go", "en", filters=("category=Pans",)),
            ("category=Pans",),
        ),
        (
            "forecast_demand",
            Reading("which will go on live", "en", filters=("channel=live",), ranking=True),
            ("channel=live",),
        ),
        (
            "query_metrics",
            Reading("and on live", "en", filters=("channel=live",)),
            ("channel=live",),
        ),
    ],
)
def test_a_forecast_keeps_to_the_thing_asked_about(
    tool: str, part: Reading, filters: tuple[str, ...]
) -> None:
    whole = Reading("how many kettles did we sell, and then?", "en")
    sold = Step(Reading("kettles sold", "en", filters=("category=Kettles",)), [])
    assert inheriting(part, whole, [sold], tool).filters == filters


def test_that_category_is_the_one_named_before() -> None:
    part = Reading("这品类上个月退了多少", "zh", groupings=("category",))
    first = Step(Reading("耳机的评价", "zh", filters=("category=Headphones",)), [])
    found = inheriting(part, Reading("", "zh"), [first], "query_metrics")
    assert (found.groupings, found.filters) == ((), ("category=Headphones",))
