"""Which campaign a question is about."""

import pytest

from assistant.campaign_names import CampaignNames
from assistant.reading import Reader
from tests.small_store import TABLE_ROWS, at, small_store, store_of
from tools.lexicon import Lexicon

NAMES = [
    ("c1", "Double 11 Warm-Up", "双11预热", "app", 1),
    ("c2", "Summer Push Reminders", "夏日提醒", "push", 5),
    ("c3", "Mid-Autumn Letter", "中秋来信", "email", 9),
]


@pytest.fixture(scope="module")
def names() -> CampaignNames:
    campaigns = [
        {"campaign_id": name, "name": en, "channel": channel, "starts_at": at(day),
         "ends_at": at(day + 2), "offer": "", "cost": 1}
        for name, en, _zh, channel, day in NAMES
    ]  # fmt: skip
    labels = [
        {"dimension": "campaign", "value": name, "language": "zh", "label": zh}
        for name, _en, zh, _channel, _day in NAMES
    ]
    store = store_of({**TABLE_ROWS, "campaigns": campaigns, "labels": labels, "exposures": []})
    return CampaignNames(store, Lexicon(store))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("did the summer reminders work", {"campaign": "c2"}),
        ("双十一的活动有用吗", {"campaign": "c1"}),
        ("was the mid-autumn letter worth it", {"campaign": "c3"}),
        ("上次活动效果怎么样", {"campaign": "c3"}),
        ("which campaign worked best", {"campaign": ""}),
        ("各活动的效果", {"campaign": ""}),
        ("did the mooncake mail do anything", {"campaign": "c3"}),
        ("月饼那次有没有用", {"campaign": "c3"}),
        ("did it work", {}),
    ],
)
def test_a_campaign_is_known_by_what_is_peculiar_to_it(names, question, asked):
    assert names.asked(question) == asked


def test_a_store_without_campaigns_has_none_to_name():
    store = small_store("campaigns", "exposures")
    assert CampaignNames(store, Lexicon(store)).asked("did the letter work") == {"campaign": ""}


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("orders of the summer push campaign", {"filters": ["campaign=c2"]}),
        ("月饼那次活动的客单价", {"filters": ["campaign=c3"]}),
        ("units sold through the last campaign", {"filters": ["campaign=c3"]}),
        ("双十一活动的订单数", {"filters": ["campaign=c1"], "period": "all"}),
        (
            "revenue of the mid-autumn campaign by device in 2026-09",
            {"filters": ["campaign=c3"], "group_by": "device", "period": "2026-09"},
        ),
        ("orders by campaign", {"group_by": "campaign"}),
        ("which campaign had most orders", {"group_by": "campaign"}),
    ],
)
def test_figures_are_kept_to_a_campaign_called_by_less_than_its_name(names, question, kept):
    store = names.store
    reading = Reader(names.lexicon, store.calendar, store.today).read(question)
    settled = {"group_by": "campaign", "filters": []}
    told = {k: v for k, v in (settled | names.kept_to(reading, settled)).items() if v}
    assert told == kept
