from datetime import date

import pytest

from assistant.evaluation.arguments import Matcher
from assistant.evaluation.questions import Holding, OneOfMappings, OneOfThese

MATCHER = Matcher(today=date(2026, 10, 31), first_day=date(2025, 11, 1))
OCTOBER = {"period": "2026-10"}
BOTH = {"group_by": "channel", "then_by": "device"}


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ({"period": "last_month"}, {"period": "2026-09"}),
        ({"period": "this_month"}, {"period": "last_1_month"}),
        ({**OCTOBER, "compare": "previous_period"}, {**OCTOBER, "compare": "2026-09"}),
        ({**OCTOBER, "compare": "2026-06"}, {"period": "2026-06", "compare": "2026-10"}),
        ({"compare": "none"}, {}),
        ({"filters": ["brand=Velo", "channel=app"]}, {"filters": ["channel=App", "brand=Velo"]}),
        ({"metrics": ["revenue"]}, {"metrics": ["orders", "revenue"]}),
        (BOTH, {"group_by": "device", "then_by": "channel"}),
        ({"order": OneOfThese(any_of=("worst", "lowest"))}, {"order": "lowest"}),
        ({"query": Holding(has=("battery", "电池"))}, {"query": "the Battery life"}),
        ({"category": "Coffee Makers"}, {"category": "coffee makers", "top_n": 3}),
    ],
)  # fmt: skip
def test_arguments_are_right_however_they_are_written(expected, given):
    assert MATCHER.wrong(expected, given) == []


@pytest.mark.parametrize(
    ("expected", "given", "wrong"),
    [
        ({"period": "last_month"}, {"period": "2026-10"}, ["period"]),
        ({"period": "last_month"}, {}, ["period"]),
        ({"period": "last_month"}, {"period": "whenever"}, ["period"]),
        ({"compare": "year_ago", "period": "2026-10"}, {"period": "2026-10"}, ["compare"]),
        ({"filters": ["brand=Velo"]}, {"filters": ["brand=Velo", "device=tablet"]}, ["filters"]),
        ({"filters": []}, {"filters": ["brand=Velo"]}, ["filters"]),
        ({"metrics": ["revenue", "orders"]}, {"metrics": ["revenue"]}, ["metrics"]),
        (BOTH, {"group_by": "device"}, ["group_by", "then_by"]),
        ({"query": Holding(has=("battery",))}, {"query": "noise"}, ["query"]),
        ({"top_n": 5}, {"top_n": 3}, ["top_n"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(expected, given, wrong):
    assert MATCHER.wrong(expected, given) == wrong


def test_of_several_mappings_the_nearest_counts():
    share = OneOfMappings(any_of=(BOTH, {**OCTOBER, "filters": ["channel=app"]}))
    assert MATCHER.wrong(share, {**OCTOBER, "filters": ["channel=app"]}) == []
    assert MATCHER.wrong(share, {**OCTOBER, "filters": ["channel=ads"]}) == ["filters"]
