"""Whom a goal describes, and what of it is about something else."""

import json
from pathlib import Path

import pytest

from tests.tools.drafts.shop import LAPSED, NEVER, REGULAR, drafts_of
from tools.drafts import Drafts
from tools.drafts.segment import segment_of
from tools.drafts.whom import described
from tools.errors import ToolError


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    return drafts_of(tmp_path_factory.mktemp("shop"))


def rule_of(drafts: Drafts, goal: str) -> str:
    return segment_of(drafts.brief(goal), drafts.planner.segments).describe("en")


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (
            "Win back customers who have not ordered for 90 days, 2,000 yuan budget",
            "customers who have not ordered for 90 days",
        ),
        ("SMS to customers not ordering for 90 days with 10% off", "customers not ordering"),
        ("reactivate customers inactive for 60 days", "customers who have not ordered for 60 days"),
        ("send buyers of jackets an offer on dresses", "buyers of jackets"),
        ("promote dresses to jacket buyers by e-mail", "buyers of jacket"),
        (
            "email women who bought jackets but no dresses, warm tone",
            "women who bought jackets but no dresses",
        ),
        ("给90天没下单的顾客发短信，满200减30", "90天没下单的顾客"),
        ("召回三个月没买东西的顾客，预算2000", "三个月没买东西的顾客"),
        ("针对买过外套的顾客推连衣裙", "买过外套的顾客"),
        ("给外套买家推荐连衣裙，9折", "买过外套的顾客"),
        ("给沉睡60天以上的客户发券", "60天以上没下单的顾客"),
    ],
)
def test_a_description_of_people_is_found_in_a_goal(drafts: Drafts, goal: str, words: str) -> None:
    whom = described(goal, drafts.planner.segments)
    assert whom is not None
    assert whom.words.startswith(words)


@pytest.mark.parametrize(
    "goal",
    [
        "win back lapsed customers, 2,000 yuan budget",
        "clear our jackets by SMS, 20% off",
        "a thank-you for women in China",
        "people who love dresses, 10% off",
        "老客回馈，送给女性用户",
        "新客首单活动，预算1000元",
    ],
)
def test_a_goal_that_describes_nobody_leaves_it_to_the_aim(drafts: Drafts, goal: str) -> None:
    assert described(goal, drafts.planner.segments) is None


def test_days_without_an_order_are_those_of_the_goal(drafts: Drafts) -> None:
    goal = "win back customers who have not ordered for 90 days"
    brief = drafts.brief(goal)
    members = drafts.planner.segments.members(segment_of(brief, drafts.planner.segments))
    never = {f"u{n:03}" for n in NEVER}
    assert brief.objective == "win_back"
    assert not never & set(members)  # who never bought is not won back
    assert not {f"u{n:03}" for n in REGULAR} & set(members)
    assert set(members) <= {f"u{n:03}" for n in LAPSED}
    assert rule_of(drafts, goal).startswith("placed no order in the last 90 days")


def test_long_without_an_order_is_a_win_back_though_nobody_says_so(drafts: Drafts) -> None:
    assert drafts.brief("给90天没下单的顾客发短信").objective == "win_back"
    assert drafts.brief("a note to those who have not ordered for 5 days").objective == "promote"


def test_who_bought_is_not_who_looked(drafts: Drafts) -> None:
    assert rule_of(drafts, "send buyers of jackets a note") == "bought Jackets"
    assert "view" not in rule_of(drafts, "给买过外套的顾客发邮件")


def test_people_buy_one_thing_and_are_offered_another(drafts: Drafts) -> None:
    for goal in (
        "send buyers of jackets an offer on dresses, 5% off",
        "promote dresses to jacket buyers",
        "针对买过外套的顾客推连衣裙",
    ):
        assert drafts.brief(goal).category == "Dresses"
        assert rule_of(drafts, goal) == "bought Jackets"
    assert drafts.brief("thank buyers of jackets").category is None


def test_the_aims_own_segment_is_added_where_the_description_leaves_it_open(
    drafts: Drafts,
) -> None:
    goal = "win back customers who bought jackets"
    assert rule_of(drafts, goal).startswith("bought Jackets; last order")
    label = segment_of(drafts.brief(goal), drafts.planner.segments).label.en
    assert label == "Lapsed · customers who bought jackets"


def test_numbers_of_a_description_are_no_budget_and_no_dates(drafts: Drafts) -> None:
    brief = drafts.brief("customers who spent over 1000 yuan in the last 60 days, in Chinese")
    assert (brief.budget, brief.starts, brief.languages) == (None, None, ("zh",))
    assert "spent more than" in rule_of(drafts, brief.goal)


@pytest.mark.parametrize(
    "goal",
    ["customers who adore jazz get 10% off", "people who bought after listening to jazz, 10% off"],
)
def test_a_description_that_is_not_understood_is_said_not_guessed(
    drafts: Drafts, goal: str
) -> None:
    with pytest.raises(ToolError, match="jazz"):
        drafts.brief(goal)


def test_people_can_be_described_anew_when_editing(drafts: Drafts, tmp_path: Path) -> None:
    own = Drafts(drafts.store, tmp_path)
    first = own.new(own.brief("win back lapsed customers by text message, no discount")).draft
    second = own.revise(first.id, "only to women who bought jackets").draft
    assert second.audience.rule.en.startswith("women; bought Jackets; last order")
    assert second.audience.n_segment < first.audience.n_segment


def test_ids_of_people_are_in_the_list_alone(drafts: Drafts, tmp_path: Path) -> None:
    own = Drafts(drafts.store, tmp_path)
    made = own.new(own.brief("win back lapsed customers by text message, no discount"))
    folder = own.files.of(made.draft.id)
    ids = set(made.figures.reach.user_ids)
    for path in folder.glob("*.json"):
        assert not ids & set(json.dumps(json.loads(path.read_text())).split('"')), path.name
    reason = own.files.reason(made.draft.id)
    assert reason["reachable"]["n"] == len(ids)
    assert {user for user, _arm in own.files.arms(made.draft)} == ids
    (folder / "audience.csv").write_text("user_id,arm\nu001,treatment\n")
    with pytest.raises(ToolError, match="not the one it was made with"):
        own.files.arms(made.draft)
