"""A goal becomes a draft whose figures stand, which is edited by talking, locked and recomputed."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document

from tests.tools.drafts.shop import LAPSED, RUNNING, consents, drafts_of, tables, user
from tools.drafts import Drafts, export, replay
from tools.drafts.document import markdown
from tools.drafts.reading import channels_in, languages_in
from tools.drafts.tool import DraftTools
from tools.errors import ToolError

WIN_BACK = "win back lapsed customers by text message, budget 300, 10% off"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    return drafts_of(tmp_path_factory.mktemp("shop"))


@pytest.fixture
def drafts(tmp_path: Path, shared: Drafts) -> Drafts:
    """The shared shop with a folder of its own; what is read of the shop is read once."""
    own = Drafts(shared.store, tmp_path)
    vars(own).update(planner=shared.planner, lexicon=shared.lexicon)
    return own


def test_the_audience_is_who_fits_agreed_and_is_not_busy(drafts: Drafts) -> None:
    made = drafts.new(drafts.brief("win back lapsed customers by text message, no discount"))
    own = made.draft.audience
    lately = set(range(10, 100, 10))  # bought in August's campaign
    lapsed = set(LAPSED) - lately
    free = {n for n in lapsed if consents(n) and n not in RUNNING}
    assert own.n_segment == len(lapsed)
    assert own.n_no_consent == sum(not consents(n) for n in lapsed)
    assert own.n_overlap == sum(consents(n) for n in lapsed if n in RUNNING)
    assert set(made.figures.reach.user_ids) == {user(n) for n in free}
    assert own.n_treated + own.n_control == len(free)
    assert {u for u, _arm in drafts.files.arms(made.draft)} <= {user(n) for n in free}


def test_messages_and_coupons_stay_within_the_budget(drafts: Drafts) -> None:
    draft = drafts.new(drafts.brief(WIN_BACK.replace("300", "40"))).draft
    assert draft.cost.per_contact == pytest.approx(1.0)  # 100 for 100 people, twice
    assert draft.offer.max_redemptions is not None
    off = 0.1 * 300  # orders are of 200 and of 400, by turns
    assert draft.audience.n_treated * 1.0 + draft.offer.max_redemptions * off <= 40
    assert draft.audience.n_unaffordable > 0


def test_a_draft_is_changed_by_the_words_of_the_change_alone(drafts: Drafts) -> None:
    first = drafts.new(drafts.brief("A push for lapsed customers")).draft
    tool = DraftTools(lambda: drafts)
    goal = "A push for lapsed customers. By mail rather"
    told = tool.draft_campaign(goal, draft=first.id, change="By mail rather")
    assert told.draft == first.id
    assert drafts.files.read(first.id).channels == ("email",)


def test_what_a_message_cost_is_the_median_of_its_channels_campaigns(drafts: Drafts) -> None:
    assert drafts.planner.costs["sms"].per_contact == pytest.approx(1.0)
    assert drafts.planner.costs["sms"].n_campaigns == 2


def test_talking_changes_what_is_said_and_keeps_the_version_before(drafts: Drafts) -> None:
    first = drafts.new(drafts.brief(WIN_BACK)).draft
    second = drafts.revise(first.id, "cheaper, and in Chinese too").draft
    assert second.version == 2
    assert second.brief.budget == 225
    assert second.offer.discount.value == 0.05
    assert [copy.language for copy in second.copies] == ["en", "zh"]
    told = {change.message for change in second.changes}
    assert {"drafts-changed-budget", "drafts-changed-offer", "drafts-changed-languages"} <= told
    third = drafts.revise(first.id, "换成邮件，只发给女性，去掉优惠券").draft
    assert third.channels == ("email",)
    assert third.brief.filters == ("gender=female",)
    assert third.offer.discount.kind == "none"
    assert drafts.files.read(first.id, version=1) == first


@pytest.mark.parametrize(
    ("words", "languages", "channels"),
    [
        ("a text about kettles, copy in English plus Chinese", ("en", "zh"), ()),
        ("mailer for kettles, EN & ZH", ("en", "zh"), ("email",)),
        ("推水壶的edm，中英都写", ("zh", "en"), ("email",)),
        ("水壶的push文案，用英文", ("en",), ("push",)),
        ("a quick txt to tea lovers, chinese please", ("zh",), ("sms",)),
        ("drop them a text, max 700", (), ("sms",)),
        ("write an e-mail to push our kettles", (), ("email",)),
        ("an app notification for kettle fans", (), ("app",)),
        ("a mail to English-speaking customers", (), ("email",)),
        ("写段直播口播，文案要国语", ("zh",), ("live_stream",)),
        ("发条短讯俾老客", (), ("sms",)),
        ("推一条app消息", (), ("app",)),
    ],
)
def test_languages_and_channels_are_read_from_words(
    words: str, languages: tuple[str, ...], channels: tuple[str, ...]
) -> None:
    assert (languages_in(words), channels_in(words)) == (languages, channels)


def test_a_warmer_tone_takes_the_brands_warmer_phrases(drafts: Drafts) -> None:
    first = drafts.new(drafts.brief("win back lapsed customers by e-mail, no discount")).draft
    warmer = drafts.revise(first.id, "make it warmer").draft
    assert warmer.copies != first.copies
    assert warmer.audience == first.audience


def test_words_that_change_nothing_are_asked_for_again(drafts: Drafts) -> None:
    first = drafts.new(drafts.brief(WIN_BACK)).draft
    with pytest.raises(ToolError, match="did not find"):
        drafts.revise(first.id, "hmm")
    assert drafts.files.read(first.id) == first


def test_an_approved_draft_is_locked_and_its_list_can_be_exported(drafts: Drafts) -> None:
    draft = drafts.new(drafts.brief(WIN_BACK)).draft
    with pytest.raises(ToolError, match="not approved"):
        export(drafts, draft.id)
    drafts.approve(draft.id)
    with pytest.raises(ToolError, match="locked"):
        drafts.revise(draft.id, "cheaper")
    paths = {path.suffix: path for path in export(drafts, draft.id)}
    rows = list(csv.DictReader(io.StringIO(paths[".csv"].read_text(encoding="utf-8"))))
    arms = [row["arm"] for row in rows]
    assert arms.count("treatment") == draft.audience.n_treated
    assert arms.count("control") == draft.audience.n_control
    assert all(consents(int(row["user_id"][1:])) for row in rows)
    told = "\n".join(own.text for own in Document(str(paths[".docx"])).paragraphs)
    assert draft.copies[0].parts["text"] in told
    assert drafts.files.read(draft.id).status == "exported"


def test_another_drafts_people_are_left_out_once_it_is_approved(drafts: Drafts) -> None:
    first = drafts.new(drafts.brief(WIN_BACK)).draft
    drafts.approve(first.id)
    with pytest.raises(ToolError, match="fewer than 10 may be written to"):
        drafts.new(drafts.brief(WIN_BACK))


def test_the_same_brief_gives_the_same_draft_and_replays_the_same(drafts: Drafts) -> None:
    draft = drafts.new(drafts.brief(WIN_BACK)).draft
    again = drafts.made(draft.brief, draft.id, drafts.brand).draft
    assert again == draft
    assert replay(drafts, draft.id).same


def test_a_replay_says_what_differs_when_the_data_changed(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path)
    draft = drafts.new(drafts.brief(WIN_BACK)).draft
    fewer = Drafts(drafts_of(tmp_path, "campaigns", "exposures").store, tmp_path)
    found = replay(fewer, draft.id)
    assert not found.same
    assert {"audience", "cost", "forecast"} <= set(found.differs)


def test_the_reason_file_holds_what_was_not_taken(drafts: Drafts) -> None:
    draft = drafts.new(drafts.brief(WIN_BACK)).draft
    reason = drafts.files.reason(draft.id)
    assert reason["data_version"] == "v1"
    assert reason["segment"]["rule"]["id"] == "lapsed"
    assert len(reason["past"]) == 3
    assert any(pick["rejected"] for pick in reason["picks"])


@pytest.mark.parametrize(
    ("goal", "more", "message"),
    [
        ("", {}, "drafts-goal-empty"),
        (WIN_BACK, {"budget": 0}, "drafts-budget-zero"),
        (WIN_BACK, {"budget": -5}, "drafts-budget-zero"),
        (WIN_BACK, {"budget": 3}, "drafts-budget-small"),
        ("win back lapsed customers, 60% off", {}, "drafts-below-cost"),
        ("win back lapsed customers, 90 yuan off 100", {}, "drafts-amount-below-cost"),
        ("win back lapsed customers from 2026-10-01 to 2026-10-08", {}, "drafts-dates-past"),
        ("win back lapsed customers from 2026-12-08 to 2026-12-01", {}, "drafts-dates-order"),
        ("win back lapsed customers from 2026-13-08", {}, "drafts-no-such-day"),
        ("sell more", {"segment": "nosuch"}, "segments-unknown"),
        ("clear our kettles, 20% off", {}, "drafts-goods-unknown"),
        ("清掉水壶的库存，8折", {}, "drafts-goods-unknown"),
        ("thank customers", {"segment": "at_risk"}, "drafts-nobody"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_kept(
    drafts: Drafts, goal: str, more: dict, message: str
) -> None:
    with pytest.raises(ToolError) as problem:
        drafts.new(drafts.brief(goal, **more))
    assert problem.value.statement.message == message
    assert problem.value.say("zh")
    assert not (drafts.folder / "drafts").exists()


def test_a_shop_that_records_no_consent_drafts_nothing(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path, "users")
    with pytest.raises(ToolError, match="agreed to marketing"):
        drafts.new(drafts.brief(WIN_BACK))


def test_without_costs_no_discount_is_offered(tmp_path: Path) -> None:
    items = [{**own, "cost": None} for own in tables()["items"]]
    drafts = drafts_of(tmp_path, items=items)
    draft = drafts.new(drafts.brief("win back lapsed customers by sms")).draft
    assert draft.offer.source == "no_costs"
    assert draft.offer.discount.kind == "none"
    with pytest.raises(ToolError, match="below cost"):
        drafts.new(drafts.brief(WIN_BACK))


def test_without_campaigns_the_profit_is_unknown_and_said_so(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path, "campaigns", "exposures")
    draft = drafts.new(drafts.brief("thank all customers by e-mail, 10% off")).draft
    assert draft.forecast.basis == "unknown"
    assert draft.forecast.profit is None
    assert "cannot be known" in markdown(draft)


def test_undated_campaigns_are_told_of(tmp_path: Path) -> None:
    campaigns = tables()["campaigns"]
    campaigns[3]["starts_at"] = None
    drafts = drafts_of(tmp_path, campaigns=campaigns)
    assert "have no dates" in markdown(drafts.new(drafts.brief(WIN_BACK)).draft)
