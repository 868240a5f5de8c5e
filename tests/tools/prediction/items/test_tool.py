import json
from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.items.shop import DAYS, START, events, items, shop
from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.prediction.items.interactions import Interactions
from tools.prediction.items.judging import RECOMMENDERS
from tools.prediction.items.log import Log
from tools.prediction.items.recommenders import Popular
from tools.prediction.items.saved import CURRENT, FOLDER, Trained, load, save
from tools.prediction.items.texts import catalogue_of
from tools.prediction.items.tool import ItemTools
from tools.prediction.items.training import train

WEEK = 7
OUT = {f"treat-1-{i}": 0 for i in range(6)} | {"staple-3": 0}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("models")
    train(shop(OUT), path, horizon_days=WEEK)
    return path


@pytest.fixture(scope="module")
def tools(folder):
    return ItemTools(shop(OUT), folder)


def messages(result):
    return [statement.message for statement in result.statements]


def texts(result, language="en"):
    return [fact.text for fact in result.facts(language)]


def test_a_customer_gets_items_each_with_a_reason_and_a_figure_of_quality(tools):
    result = tools.recommend_items(user_id="u007", top_n=4)
    assert len(result.rows) == 4
    assert all(row["reason"] for row in result.rows)
    assert "items-quality" in messages(result)
    assert any("of the ten items" in text and "sells most" in text for text in texts(result))
    assert all(texts(result, "zh"))


def test_nothing_out_of_stock_is_ever_listed(tools):
    asked = [{"user_id": f"u{i:03}"} for i in range(1, 40, 2)]
    asked += [{}, {"category": "treat"}, {"item": "staple-1"}, {"item": "treat-1-7"}]
    for arguments in asked:
        shown = {row["item_id"] for row in tools.recommend_items(**arguments, top_n=50).rows}
        assert shown
        assert not shown & set(OUT)


def test_a_category_holds_for_everything_listed(tools):
    for arguments in ({"user_id": "u007"}, {}):
        result = tools.recommend_items(**arguments, category="treat", top_n=10)
        assert {row["category"] for row in result.rows} == {"treat"}


def test_what_was_just_bought_is_not_listed_unless_people_buy_it_again(tools):
    end = START + timedelta(days=DAYS)
    bought: dict[str, set[str]] = {}
    for row in events():
        if row["event_type"] == "purchase" and row["local_time"] >= end - timedelta(days=WEEK):
            bought.setdefault(row["user_id"], set()).add(row["item_id"])
    again = 0
    for user, own in sorted(bought.items())[:25]:
        shown = {row["item_id"] for row in tools.recommend_items(user_id=user, top_n=20).rows}
        assert not {item for item in own & shown if item.startswith("treat")}
        again += len({item for item in own & shown if item.startswith("staple")})
    assert again > 0


def test_an_unknown_customer_gets_what_sells_best_and_is_told_so(tools):
    result = tools.recommend_items(user_id="stranger")
    assert messages(result)[0] == "items-unknown-user"
    everyone = tools.recommend_items()
    assert [row["item_id"] for row in result.rows] == [row["item_id"] for row in everyone.rows]
    assert "items-assumed" in messages(everyone)


def test_an_item_unknown_is_refused_with_the_nearest_names(tools):
    with pytest.raises(ToolError, match="Treat 1 1"):
        tools.recommend_items(item="Traet 1 11")


def test_companions_carry_the_counts_of_baskets_that_plain_counting_gives(tools):
    result = tools.recommend_items(item="staple-1", top_n=3)
    assert messages(result)[0] == "items-together"
    baskets: dict[tuple, set[str]] = {}
    for row in events():
        if row["event_type"] == "purchase":
            key = row["user_id"], row["local_time"].date()
            baskets.setdefault(key, set()).add(row["item_id"])
    for row in result.rows:
        both = sum({"staple-1", row["item_id"]} <= each for each in baskets.values())
        mine = sum("staple-1" in each for each in baskets.values())
        theirs = sum(row["item_id"] in each for each in baskets.values())
        assert row["basis"] == both >= 10
        assert row["lift"] == pytest.approx(both * len(baskets) / (mine * theirs), abs=0.01)
        assert f"{both} of {mine} baskets" in row["reason"]


def test_without_baskets_enough_it_says_what_the_same_customers_wanted(tools):
    result = tools.recommend_items(item="treat-1-7")
    assert messages(result)[0] in ("items-alike", "items-together-none")


def test_untrained_the_tool_names_the_command(tmp_path):
    with pytest.raises(ToolError, match="storewise train"):
        ItemTools(shop(), tmp_path).recommend_items(user_id="u001")


def test_untrained_it_still_tells_what_sells_and_what_goes_together(tmp_path):
    tools = ItemTools(shop(), tmp_path)
    assert tools.recommend_items().rows
    assert tools.recommend_items(item="staple-1").rows


def test_reasons_say_what_the_customer_did_herself(tools):
    did = {(row["user_id"], row["event_type"], row["item_id"]) for row in events()}
    seen = 0
    for user in ("u004", "u011", "u018"):
        for row in tools.recommend_items(user_id=user, top_n=10).rows:
            if row["reason"].startswith("viewed it"):
                assert (user, "view", row["item_id"]) in did
                seen += 1
            if row["reason"].startswith("bought it"):
                assert (user, "purchase", row["item_id"]) in did
    assert seen > 0


def test_loaded_recommenders_score_as_those_that_were_saved(folder):
    store = shop(OUT)
    seen = Interactions.at(Log.of(store), store.today + timedelta(days=1))
    loaded = load(folder).knowledge(seen, catalogue_of(store))
    users = np.arange(0, seen.shape[0], 5)
    for kind, other in zip(RECOMMENDERS, loaded.recommenders, strict=True):
        fresh = kind.fit(seen, catalogue_of(store), WEEK)
        one, two = fresh.scores(seen, users), other.scores(seen, users)
        assert np.allclose(one.toarray(), two.toarray(), atol=1e-6), kind.name


def test_a_saved_recommender_serves_items_and_users_that_came_later(folder):
    later = START + timedelta(days=DAYS, hours=9)
    new = [event(10**6, "newcomer", later, "view", "brand-new"),
           event(10**6 + 1, "newcomer", later, "view", "treat-2-3")]  # fmt: skip
    tools = ItemTools(store_of(events=[*events(), *new], items=items(OUT)), folder)
    result = tools.recommend_items(user_id="newcomer")
    assert len(result.rows) == 5
    assert "items-trained" in messages(result)


def test_a_save_that_fails_leaves_the_old_model_and_one_that_works_replaces_it(folder, monkeypatch):
    home = folder / FOLDER
    before = json.loads((home / CURRENT).read_text())
    card = load(folder).card.model_copy(update={"n_items": 1})
    monkeypatch.setattr("tools.prediction.items.saved.np.savez_compressed", _broken)
    with pytest.raises(OSError, match="full"):
        save(Trained(card, ["x"], (Popular(7.0),), None), folder)
    assert json.loads((home / CURRENT).read_text()) == before
    assert load(folder).card != card
    monkeypatch.undo()
    save(Trained(card, ["x"], (Popular(7.0),), None), folder)
    assert load(folder).card == card
    assert len(list(home.glob("made-*"))) == 1


def _broken(*_: object, **__: object) -> None:
    raise OSError("disk full")
