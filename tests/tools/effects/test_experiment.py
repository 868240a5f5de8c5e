"""Any experiment's table: the effect, whom to target, what is not learned from, and bad input."""

import json

import numpy as np
import pandas as pd
import pytest

from tests.benchmarks.shops import SHARED
from tests.tools.effects.tables import drawn
from tools.effects.experiment import analyse
from tools.effects.experiment_words import answer, why
from tools.errors import DataError, ToolError
from ui.__main__ import main

HILLSTROM = SHARED / "hillstrom_email_half.parquet"
WOMENS = ("segment", "Womens E-Mail", "No E-Mail", "visit")


def test_effect_is_the_difference_of_means():
    table = drawn("same")
    found = analyse(table, "arm", "mail", "none", "outcome")
    means = table.groupby("arm").outcome.mean()
    assert found.effect.value == pytest.approx(means["mail"] - means["none"])
    assert found.effect.low < 0.05 < found.effect.high


@pytest.mark.parametrize("numeric", [False, True])
@pytest.mark.parametrize(
    ("kind", "advice"),
    [
        ("none", {"target_nobody", "cannot_tell"}),
        ("same", {"target_everyone"}),
        ("harm", {"target_nobody"}),
        ("some", {"target_some"}),
        ("mixed", {"target_some"}),
    ],
)
def test_advice_follows_from_the_true_effect(kind, advice, numeric):
    found = analyse(drawn(kind, numeric=numeric), "arm", "mail", "none", "outcome")
    assert found.recommendation.advice in advice


def test_a_cost_above_the_effect_speaks_against_everyone():
    table = drawn("same")
    assert analyse(table, "arm", "mail", "none", "outcome", cost=0.2).recommendation.advice == (
        "target_nobody"
    )


def test_the_first_gain_more_where_only_women_are_moved():
    ranking = analyse(drawn("some"), "arm", "mail", "none", "outcome").ranking
    assert ranking is not None
    assert ranking.uplift[ranking.at(0.5)].value == pytest.approx(0.15, abs=0.05)
    assert ranking.rest[ranking.at(0.5)].value == pytest.approx(0.0, abs=0.05)
    assert ranking.qini.low > 0


def test_columns_of_after_are_not_learned_from():
    table = drawn("same")
    treated = table.arm == "mail"
    rng = np.random.default_rng(1)
    table["spend"] = table.outcome * rng.exponential(50, len(table))
    table["opened"] = (treated & (rng.random(len(table)) < 0.4)).astype(int)
    table["paid_on"] = pd.Timestamp("2026-01-01") + pd.to_timedelta(table.age, unit="D")
    table.loc[table.outcome == 0, "paid_on"] = pd.NaT
    table["customer"] = [f"c{i}" for i in range(len(table))]
    table["shop"] = "one"
    found = analyse(table, "arm", "mail", "none", "outcome", ignore=["city"])
    reasons = {each.column: each.reason for each in found.trial.left_out}
    assert reasons == {
        "spend": "settles", "opened": "differs", "paid_on": "settles", "customer": "id",
        "shop": "constant", "city": "told",
    }  # fmt: skip
    assert found.trial.names == ("age", "orders", "woman")


def test_a_column_may_be_kept_against_suspicion():
    table = drawn("same")
    table["spend"] = table.outcome * 50
    found = analyse(table, "arm", "mail", "none", "outcome", keep=["spend"])
    assert "spend" in found.trial.names


def test_arms_assigned_by_city_make_cities_the_units():
    rng = np.random.default_rng(0)
    shop = rng.integers(0, 60, 3000)
    mood = rng.normal(0, 10, 60)
    table = pd.DataFrame({"shop": shop, "arm": np.where(shop % 2, "a", "b")})
    table["spend"] = 50 + mood[shop] + rng.normal(0, 5, 3000)
    found = analyse(table, "arm", "a", "b", "spend")
    assert found.trial.unit == "shop"
    assert found.effect.se == pytest.approx(np.sqrt(2 * 10**2 / 30), rel=0.35)  # 30 shops an arm


def test_outcomes_of_yes_and_no_and_rows_without_one():
    table = drawn("same")
    table["outcome"] = np.where(table.outcome == 1, "Yes", "no")
    table.loc[:9, "outcome"] = None
    found = analyse(table, "arm", "mail", "none", "outcome")
    assert found.binary
    assert found.trial.without_outcome == 10


def test_few_people_are_told_an_effect_and_no_ranking():
    found = analyse(drawn("same", n=60), "arm", "mail", "none", "outcome")
    assert found.ranking is None
    assert found.recommendation.advice == "cannot_tell"
    said = found.to_json(why(found))
    assert said["uplift_at"]["30"] == dict.fromkeys(("value", "low", "high", "se", "p"))
    assert answer(found).facts("zh")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"arm": "armm"}, "no column “armm”; columns like it: arm"),
        ({"treatment": "post"}, "No row has “post” in column “arm”; its commonest values"),
        ({"control": "mail"}, "two different values"),
        ({"outcome": "arm"}, "both the arm and the outcome"),
        ({"outcome": "city"}, "neither numbers nor yes and no"),
        ({"outcome": "same"}, "the same in every row"),
    ],
)
def test_a_wrong_question_is_answered_with_what_would_work(change, message):
    table = drawn("same", n=400).assign(same=1)
    asked = {"arm": "arm", "treatment": "mail", "control": "none", "outcome": "outcome", **change}
    with pytest.raises(ToolError, match=message):
        analyse(table, **asked)


def test_a_column_of_one_value_and_infinities_says_nothing_of_the_arms():
    table = drawn("same", n=1000)
    table["ratio"] = np.where(table.age > 50, np.inf, 1.0)
    found = analyse(table, "arm", "mail", "none", "outcome")
    assert "differs" not in {each.reason for each in found.trial.left_out}


def test_an_empty_table_is_refused():
    with pytest.raises(ToolError, match="no rows"):
        analyse(drawn("same").head(0), "arm", "mail", "none", "outcome")


def test_a_tiny_arm_is_refused():
    table = drawn("same", n=400)
    few = pd.concat([table[table.arm == "mail"].head(5), table[table.arm == "none"]])
    with pytest.raises(ToolError, match="has only 5 rows"):
        analyse(few, "arm", "mail", "none", "outcome")


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(DataError, match="no file"):
        analyse(tmp_path / "no.csv", "a", "b", "c", "d")


def test_the_command_prints_json(tmp_path, capsys):
    path = tmp_path / "实验.csv"
    drawn("same").to_csv(path, index=False, encoding="gb18030")
    main_(["experiment", str(path), "--arm", "arm", "--treatment", "mail", "--control", "none",
           "--outcome", "outcome", "--json"])  # fmt: skip
    said = json.loads(capsys.readouterr().out)
    assert said["recommendation"] == "target_everyone"
    assert set(said["uplift_at"]) == {"10", "30", "50"}
    assert {"value", "low", "high"} <= set(said["qini"])
    assert sum(said["n"].values()) == 4000


def main_(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert not ended.value.code


@pytest.mark.skipif(not HILLSTROM.exists(), reason="the shared sample data are not here")
def test_hillstroms_womens_mail_finds_whom_it_moves():
    found = analyse(HILLSTROM, *WOMENS)
    assert {each.column for each in found.trial.left_out} == {"conversion", "spend"}
    assert found.ranking is not None
    assert found.ranking.gain[found.ranking.at(0.3)].low > 0
    assert found.recommendation.advice == "target_some"
