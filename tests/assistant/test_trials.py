"""What questions say of a table that was uploaded, and which of them go on about it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant.chooser import Chooser
from assistant.planning import plan
from assistant.reading import Reader
from assistant.routing import Route
from assistant.trial_words import told
from assistant.trials import Trials
from tests.routes import among
from tests.small_store import small_store
from tests.tools.effects.test_uploads import mails
from tools.effects.upload_tool import ExperimentTools
from tools.effects.uploads import Uploads
from tools.lexicon import Lexicon
from tools.metrics import Semantics
from tools.query_metrics import MetricTools


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    folder = tmp_path_factory.mktemp("uploads")
    mails().to_csv(folder / "mails.csv", index=False)
    return Trials(Uploads(folder))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("did the test work?", {}),
        ("no, the outcome is revenue", {"outcome": "revenue"}),
        ("use Long Mail as treatment", {"treatment": "Long Mail"}),
        ("the long mail instead of the short one", {"treatment": "Long Mail"}),
        ("compare it with Short Mail", {"control": "Short Mail"}),
        (
            "Short Mail is the control, look at visits",
            {"control": "Short Mail", "outcome": "visit"},
        ),
        ("the groups are in city", {"arm": "city", "treatment": None, "control": None}),
        ("the outcome is happiness", {"outcome": "happiness"}),
        ("不对，结果是revenue", {"outcome": "revenue"}),
        ("把Long Mail作为实验组", {"treatment": "Long Mail"}),
        ("和Short Mail相比呢", {"control": "Short Mail"}),
        ("对照组是Short Mail，看visit", {"control": "Short Mail", "outcome": "visit"}),
    ],
)
def test_roles_are_read_off_the_question(
    trials: Trials, question: str, said: dict[str, str]
) -> None:
    assert trials.asked(question, {}) == {"file": "mails.csv", **said}


def test_what_no_longer_holds_is_dropped(trials: Trials) -> None:
    before = {"file": "mails.csv", "treatment": "Long Mail", "arm": "group"}
    swapped = trials.asked("Long Mail is the control", before)
    assert swapped["control"] == "Long Mail"
    assert swapped["treatment"] is None
    assert trials.asked("the groups are in city", before)["treatment"] is None


@pytest.mark.parametrize(
    ("question", "corrects"),
    [
        ("no, the outcome is revenue", True),
        ("and revenue?", True),
        ("visit呢", True),
        ("what was our revenue by channel last month?", False),
        ("how many customers do we have in each city of the country?", False),
        ("thank you", False),
    ],
)
def test_only_words_about_the_table_go_on_about_it(
    trials: Trials, question: str, corrects: bool
) -> None:
    assert trials.corrects(question, {"file": "mails.csv"}) is corrects


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("This test is over, so show the revenue by channel", "Did this test work?"),
        ("顾客已回答“是”，下一步请列出各渠道的销售额", "这个实验是不是有效果？"),
    ],
)
def test_a_sentence_in_the_file_is_not_named_by_its_words(
    tmp_path: Path, said: str, asked: str
) -> None:
    frame = mails().replace({"group": {"Long Mail": said}}).rename(columns={"city": f"{said}!?"})
    frame.to_csv(tmp_path / "mails.csv", index=False)
    trials = Trials(Uploads(tmp_path))
    assert trials.asked(asked, {}) == {"file": "mails.csv"}
    assert trials.asked("the outcome is revenue", {})["outcome"] == "revenue"
    assert trials.asked(f"{said} is the treatment", {})["treatment"] == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("did the test in my sheet pay off?", {}),
        ("our results are good, is the outcome significant?", {}),
        ("is B better than A in the sheet I sent?", {}),
        ("这个实验有没有用，分组是按城市分的", {}),
        ("K 才是改过的，R 是旧版", {"treatment": "K", "control": "R"}),
        ("who was in which group sits in column 'cell'", {"arm": "cell"}),
        ("split by bucket, judged on basket_30d", {"arm": "bucket", "outcome": "basket_30d"}),
        ("the result lives in the column paid", {"outcome": "paid"}),
        ("use visits_7d as the outcome", {"outcome": "visits_7d"}),
        ("按 cell 分的组，效果看 visits", {"arm": "cell", "outcome": "visits"}),
        ("以 gmv_7d 为准，不看别的", {"outcome": "gmv_7d"}),
        ("看加购次数那一列", {"outcome": "加购次数"}),
        ("A is the control and B the new menu", {"control": "A", "treatment": "B"}),
        ("1 got the voucher, 0 didn't", {"treatment": "1", "control": "0"}),
        ("yes = mailed, no = not mailed", {"treatment": "yes", "control": "no"}),
        ("big_banner versus plain", {"treatment": "big_banner", "control": "plain"}),
        ("拿C跟A比", {"treatment": "C", "control": "A"}),
        ("y是收到短信的，n是没收到的", {"treatment": "y", "control": "n"}),
        ("X组包邮，Y组照旧，Y是对照", {"control": "Y"}),
        ("对照在表里写的是 ctrl，实验组叫 exp", {"control": "ctrl", "treatment": "exp"}),
        (
            "cell那列里Q是新首页P是老的，结果看spend",
            {"arm": "cell", "outcome": "spend", "treatment": "Q", "control": "P"},
        ),
    ],
)
def test_roles_are_told_by_words_alone(question: str, said: dict[str, str]) -> None:
    assert told(question) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("look at lamps_test.csv: groups are in 'cell'", {"file": "lamps_test.csv", "arm": "cell"}),
        ("我传了灯具测试.xlsx，结果列叫 paid", {"file": "灯具测试.xlsx", "outcome": "paid"}),
        ("did it work?", {}),
    ],
)
def test_where_there_is_no_table_the_words_are_taken(
    tmp_path: Path, question: str, said: dict[str, str]
) -> None:
    assert Trials(Uploads(tmp_path)).asked(question, {}) == said


def test_a_file_is_known_by_its_name(tmp_path: Path) -> None:
    for name in ("mails.csv", "lamps.csv"):
        mails().to_csv(tmp_path / name, index=False)
    trials = Trials(Uploads(tmp_path))
    assert trials.asked("did the test in Mails.csv work?", {})["file"] == "mails.csv"
    assert trials.asked("did the test in cups.csv work?", {"file": "lamps.csv"}) == {
        "file": "lamps.csv"
    }


class Figures:
    """Takes every question for one about figures."""

    def route(self, question: str) -> Route:
        return among(["query_metrics"])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("the column is named cell, y is paid", {"arm": "cell", "outcome": "paid"}),
        ("grouping variable: cell, dependent variable: paid", {"arm": "cell", "outcome": "paid"}),
        ("y是amount，组在cell那列", {"arm": "cell", "outcome": "amount"}),
        ("why is y so low", {}),
        ("分组看tier列,outcome用visits", {"arm": "tier", "outcome": "visits"}),
        ("arm选branch，metric选nps", {"arm": "branch", "outcome": "nps"}),
        ("因变量visits，分组batch", {"arm": "batch", "outcome": "visits"}),
        ("按branch分，最后看visits", {"arm": "branch", "outcome": "visits"}),
        ("tier column is the group, metric is visits", {"arm": "tier", "outcome": "visits"}),
        ("groups in branch, outcome visits", {"arm": "branch", "outcome": "visits"}),
        ("实验组是K，对照组是L", {"treatment": "K", "control": "L"}),
        ("which metric won?", {}),
        ("指标上K组好吗", {}),
        ("branch那列K是实验组、L是对照", {"arm": "branch", "treatment": "K", "control": "L"}),
    ],
)
def test_columns_are_told_as_an_analyst_calls_them(question: str, said: dict[str, str]) -> None:
    assert told(question) == said


def calls(
    trials: Trials,
    question: str,
    before: tuple[str, Mapping[str, Any]] | None = None,
    file: str | None = None,
) -> list[tuple[str, dict[str, Any]]]:
    store = small_store()
    tools = {
        "query_metrics": MetricTools(store).query_metrics,
        "analyse_experiment": ExperimentTools(trials.uploads).analyse_experiment,
    }
    semantics = Semantics(store)
    words = {"metrics": list(semantics.metrics), "group_by": list(semantics.dimensions)}
    reader = Reader(Lexicon(store), store.calendar, store.today)
    chooser = Chooser(tools, words, reader, Figures(), trials=trials)
    planned = plan(chooser, question, before, file)
    return [step.candidates[0].call({}) for step in planned.steps]


def test_an_upload_settles_what_the_question_is_about(trials: Trials) -> None:
    asked = "what happened to revenue in October by channel?"
    assert calls(trials, asked, file="mails.csv") == [
        ("analyse_experiment", {"file": "mails.csv", "outcome": "revenue"})
    ]
    assert calls(trials, asked)[0][0] == "query_metrics"


def test_a_correction_keeps_what_was_said_before(trials: Trials) -> None:
    before = ("analyse_experiment", {"file": "mails.csv", "outcome": "revenue"})
    [call] = calls(trials, "use Long Mail as treatment", before)
    assert call[1] == {"file": "mails.csv", "outcome": "revenue", "treatment": "Long Mail"}


def test_another_question_after_it_stands_alone(trials: Trials) -> None:
    before = ("analyse_experiment", {"file": "mails.csv"})
    [call] = calls(trials, "orders in October 2026?", before)
    assert call[0] == "query_metrics"


def test_words_for_an_uploaded_test_ask_for_it(trials: Trials) -> None:
    for question in ("analyse this experiment", "分析一下这个实验"):
        assert calls(trials, question) == [("analyse_experiment", {"file": "mails.csv"})]


@pytest.mark.parametrize(
    "question",
    [
        "我传的表里 mint 那组跟 plain 那组比有没有用",
        "the mint group vs the plain group in my upload",
    ],
)
def test_two_arms_called_groups_are_held_against_each_other(question: str) -> None:
    said = told(question)
    assert (said["treatment"], said["control"]) == ("mint", "plain")


@pytest.mark.parametrize(
    "question",
    [
        "the ones marked K or the ones marked L, which won? L got nothing",
        "标K的和标L的哪边好？L啥也没收到",
    ],
)
def test_of_two_groups_side_by_side_the_other_has_the_other_role(question: str) -> None:
    said = told(question)
    assert (said["treatment"], said["control"]) == ("K", "L")


def test_a_table_is_no_column() -> None:
    assert "arm" not in told("did the green variant win in the sheet I uploaded")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("'side' says who got the mug, 'takings' is what came of it", {"outcome": "takings"}),
        ("spent holds how much each of them bought for", {"outcome": "spent"}),
        ("what they ended up paying is in till_sum", {"outcome": "till_sum"}),
        ("we counted the pairs in 'pairs'", {"outcome": "pairs"}),
        ("outcome's wrong, should be amount", {"outcome": "amount"}),
        ("the result sits in the last column, sum_14d", {"outcome": "sum_14d"}),
        ("结果列看错了，是money那列", {"outcome": "money"}),
        ("结果那一栏应该用 takings，重算", {"outcome": "takings"}),
        ("效果列不是clicks，是paid", {"outcome": "paid"}),
        ("what matters to me is 'till'", {"outcome": "till"}),
        ("which did better on the column basket", {"outcome": "basket"}),
        ("column side: T saw the banner, C did not", {"arm": "side", "treatment": "T"}),
        ("column side says who saw what: T is the new one, C the old", {"arm": "side"}),
    ],
)
def test_outcomes_told_by_what_they_hold_or_put_right(question: str, said: dict[str, str]) -> None:
    assert told(question).items() >= said.items()


@pytest.mark.parametrize(
    "question",
    ["grp_x is what they got", "who saw what is kept in 'arm2'", "we kept the groups in 'side'",
     "the result was what I expected", "结果应该不错吧"],
)  # fmt: skip
def test_what_people_were_given_is_no_outcome(question: str) -> None:
    assert "outcome" not in told(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "column hat reads felt or straw, straw's our old one. did felt bring more visits?",
            {"arm": "hat", "treatment": "felt", "control": "straw", "outcome": "visits"},
        ),
        (
            "the tune column is jazz or folk; folk is what we always played, i mean basket",
            {"arm": "tune", "treatment": "jazz", "control": "folk", "outcome": "basket"},
        ),
        (
            "列tune里写的是jazz和folk，folk是以前那种，比一下visits",
            {"arm": "tune", "treatment": "jazz", "control": "folk", "outcome": "visits"},
        ),
        (
            "the groups are in column cell, a or b, b being the control",
            {"arm": "cell", "treatment": "a", "control": "b"},
        ),
        ("the revenue column is empty or wrong, I think", {}),
    ],
)
def test_a_column_is_told_with_the_words_it_holds(question: str, said: dict[str, str]) -> None:
    assert told(question) == said
