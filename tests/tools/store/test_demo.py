"""The demo store: same seed same store, laws every store obeys, and a truth the data follows."""

import json
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest

from tools.store.demo import TRUTH, DemoConfig, create_demo
from tools.store.schema import TABLES

SMALL = DemoConfig(seed=3, n_users=400, n_items=90, n_reviews=200)
MEDIUM = DemoConfig(seed=11, n_users=6_000, n_items=120, n_reviews=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo")
    create_demo(path, SMALL)
    return path


@pytest.fixture(scope="module")
def sql(folder):
    with duckdb.connect(folder / "store.duckdb", read_only=True) as connection:
        yield lambda query: connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def medium(tmp_path_factory):
    path = tmp_path_factory.mktemp("medium")
    create_demo(path, MEDIUM)
    truth = json.loads((path / TRUTH).read_text(encoding="utf-8"))
    with duckdb.connect(path / "store.duckdb", read_only=True) as connection:
        yield connection, truth


def test_same_seed_makes_the_same_store_and_another_seed_another(folder, tmp_path: Path):
    version = json.loads((folder / "store.json").read_text())["data_version"]
    again = create_demo(tmp_path / "again", SMALL)
    other = create_demo(tmp_path / "other", SMALL.model_copy(update={"seed": 4}))
    assert again.data_version == version
    assert other.data_version != version
    assert (tmp_path / "again" / TRUTH).read_bytes() == (folder / TRUTH).read_bytes()


def test_progress_goes_from_nothing_to_done(tmp_path: Path):
    steps: list[float] = []
    config = DemoConfig(n_users=50, n_items=36, n_reviews=5, months=1)
    create_demo(tmp_path, config, steps.append)
    assert steps == sorted(steps)
    assert steps[-1] == 1.0


@pytest.mark.parametrize("table", TABLES)
def test_every_canonical_table_is_filled(sql, table):
    assert sql(f"SELECT count(*) FROM {table}")[0][0] > 0  # noqa: S608


def test_the_last_day_with_data_is_today(sql):
    (first, last) = sql("SELECT min(local_time)::DATE, max(local_time)::DATE FROM events")[0]
    assert (first, last) == (date(2025, 11, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("child", "column", "parent"),
    [
        ("events", "user_id", "users"),
        ("events", "item_id", "items"),
        ("events", "campaign_id", "campaigns"),
        ("orders", "user_id", "users"),
        ("orders", "campaign_id", "campaigns"),
        ("order_lines", "order_id", "orders"),
        ("order_lines", "item_id", "items"),
        ("exposures", "user_id", "users"),
        ("exposures", "campaign_id", "campaigns"),
        ("reviews", "item_id", "items"),
        ("reviews", "user_id", "users"),
    ],
)
def test_every_reference_leads_somewhere(sql, child, column, parent):
    lost = sql(
        f"SELECT count(*) FROM {child} ANTI JOIN {parent} USING ({column}) "  # noqa: S608
        f"WHERE {column} IS NOT NULL"
    )
    assert lost == [(0,)]


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_unique_and_choices_known(sql, table):
    spec = TABLES[table]
    key = ", ".join(spec.key)
    assert sql(f"SELECT {key} FROM {table} GROUP BY ALL HAVING count(*) > 1") == []  # noqa: S608
    for column in spec:
        if column.choices:
            found = sql(f"SELECT DISTINCT {column.name} FROM {table}")  # noqa: S608
            assert {value for (value,) in found} <= {*column.choices, None}


def test_order_lines_are_the_purchase_events(sql):
    lines = """SELECT user_id, item_id, quantity, unit_price, ordered_at
        FROM order_lines JOIN orders USING (order_id)"""
    events = """SELECT user_id, item_id, quantity, price, event_time
        FROM events WHERE event_type = 'purchase'"""
    assert sql(f"({lines} EXCEPT ALL {events}) UNION ALL ({events} EXCEPT ALL {lines})") == []
    assert sql("SELECT count(*) FROM orders")[0][0] > 50


def test_order_totals_add_up(sql):
    wrong = sql("""SELECT order_id FROM orders JOIN (
        SELECT order_id, sum(quantity * unit_price - discount) AS due FROM order_lines GROUP BY 1
    ) USING (order_id) WHERE abs(total - due) >= 0.005""")
    assert wrong == []


def test_moments_are_in_order(sql):
    assert sql("SELECT count(*) FROM orders WHERE shipped_at < ordered_at") == [(0,)]
    assert sql("SELECT count(*) FROM orders WHERE delivered_at <= shipped_at") == [(0,)]
    assert sql("""SELECT count(*) FROM events JOIN users USING (user_id)
        WHERE event_time < registered_at""") == [(0,)]
    assert sql("SELECT max(local_time) < TIMESTAMP '2026-11-01' FROM events") == [(True,)]
    assert sql("SELECT max(local_time) < TIMESTAMP '2026-11-01' FROM reviews") == [(True,)]


def test_returns_stay_within_what_was_sold(sql):
    assert sql("SELECT count(*) FROM order_lines WHERE returned_quantity > quantity") == [(0,)]
    assert sql("""SELECT sum(returned_quantity) FROM order_lines JOIN orders USING (order_id)
        WHERE status = 'cancelled'""") == sql("""SELECT sum(quantity) FROM order_lines
        JOIN orders USING (order_id) WHERE status = 'cancelled'""")


def test_holdouts_get_no_campaign(sql):
    assert sql("""SELECT count(*) FROM events JOIN exposures USING (campaign_id, user_id)
        WHERE arm = 'control'""") == [(0,)]
    assert sql("SELECT count(*) FROM campaigns")[0][0] >= 8
    assert sql("""SELECT count(*) FROM exposures JOIN users USING (user_id)
        WHERE NOT marketing_consent""") == [(0,)]


def test_everything_shown_has_a_name_in_both_languages(sql):
    for dimension, table, column in (
        ("category", "items", "category"),
        ("item", "items", "item_id"),
        ("region", "users", "region"),
        ("country", "users", "country"),
        ("age_band", "users", "age_band"),
        ("gender", "users", "gender"),
        ("channel", "events", "channel"),
        ("channel", "campaigns", "channel"),
        ("device", "events", "device"),
        ("campaign", "campaigns", "campaign_id"),
    ):
        shown = {value for (value,) in sql(f"SELECT DISTINCT {column} FROM {table}")}  # noqa: S608
        for language in ("en", "zh"):
            named = sql(
                f"SELECT value FROM labels WHERE dimension = '{dimension}' "  # noqa: S608
                f"AND language = '{language}'"
            )
            assert shown <= {value for (value,) in named}


def test_funnel_and_baskets_are_plausible(medium):
    connection, _ = medium
    sessions, carts, orders = connection.execute("""
        SELECT count(DISTINCT session_id),
            count(DISTINCT session_id) FILTER (event_type = 'cart'),
            count(DISTINCT session_id) FILTER (event_type = 'purchase') FROM events""").fetchone()
    assert 0.02 < orders / sessions < 0.045
    assert 0.6 < 1 - orders / carts < 0.85
    (value,) = connection.execute("SELECT avg(total) FROM orders").fetchone()
    assert 300 < value < 800
    (evening, night) = connection.execute("""SELECT count(*) FILTER (hour(local_time) = 21),
        count(*) FILTER (hour(local_time) = 4) FROM events""").fetchone()
    assert evening > 10 * night


def test_some_searches_find_nothing(sql):
    (nothing, all_searches) = sql("""SELECT count(*) FILTER (views = 0), count(*) FROM (
        SELECT session_id, count(*) FILTER (event_type = 'view') AS views FROM events
        GROUP BY 1 HAVING count(*) FILTER (event_type = 'search') > 0)""")[0]
    assert 0.05 < nothing / all_searches < 0.3


def test_units_follow_the_true_elasticity(medium):
    connection, truth = medium
    rows = connection.execute("""
        SELECT item_id, price::DOUBLE, count(*) FILTER (event_type = 'view'),
            count(*) FILTER (event_type = 'purchase') FROM events
        WHERE month(local_time) NOT IN (11, 6) AND event_type IN ('view', 'purchase')
        GROUP BY 1, 2""").fetchall()
    items = truth["items"]
    factor = np.array(
        [(p / items[i]["reference_price"]) ** -items[i]["elasticity"] for i, p, _, _ in rows]
    )
    views, sold = (np.array([row[k] for row in rows], dtype=float) for k in (2, 3))
    cheap, dear = factor > 1.15, factor < 1.0
    seen = (sold[cheap].sum() / views[cheap].sum()) / (sold[dear].sum() / views[dear].sum())
    true = np.average(factor[cheap], weights=views[cheap]) / np.average(
        factor[dear], weights=views[dear]
    )
    noise = 4 * np.sqrt(1 / sold[cheap].sum() + 1 / sold[dear].sum())
    assert true > 1.3
    assert abs(np.log(seen / true)) < noise + 0.1


def test_holdouts_show_the_true_effect_within_noise(medium):
    connection, truth = medium
    misses = []
    for campaign, true in truth["campaigns"].items():
        treated, control = connection.execute(f"""
            SELECT count(*) FILTER (arm = 'treatment'), count(*) FILTER (arm = 'control')
            FROM exposures JOIN campaigns USING (campaign_id) JOIN orders USING (user_id)
            WHERE exposures.campaign_id = '{campaign}'
                AND ordered_at BETWEEN starts_at AND ends_at""").fetchone()  # noqa: S608
        seen = (treated / true["n_treated"]) / (control / true["n_control"])
        error = 1.4 * np.sqrt(1 / treated + 1 / control)
        misses.append(np.log(seen / true["orders_factor"]) / error)
    assert len(misses) >= 8
    assert max(map(abs, misses)) < 3.5
    assert np.sqrt(np.mean(np.square(misses))) < 1.6


def test_messages_are_answered_best_at_the_true_hours(medium):
    connection, truth = medium
    rows = connection.execute("""
        WITH sent AS (
            SELECT channel, campaign_id, user_id, exposed_at AS sent_at,
                hour(timezone('Asia/Shanghai', timezone('UTC', exposed_at))) AS hour
            FROM exposures JOIN campaigns USING (campaign_id) WHERE arm = 'treatment'),
        came AS (
            SELECT DISTINCT sent.campaign_id, sent.user_id FROM sent JOIN events USING (user_id)
            WHERE events.channel = sent.channel
                AND event_time BETWEEN sent_at AND sent_at + INTERVAL 2 DAY)
        SELECT sent.channel, hour, count(*), count(came.user_id)
        FROM sent LEFT JOIN came USING (campaign_id, user_id) GROUP BY ALL""").fetchall()
    best = other = best_answered = other_answered = 0
    for channel, hour, sent, answered in rows:
        assert f"{hour:02d}" in truth["send_times"][channel]["answered"]
        if hour == truth["send_times"][channel]["best_hour"]:
            best, best_answered = best + sent, best_answered + answered
        else:
            other, other_answered = other + sent, other_answered + answered
    seen = (best_answered / best) / (other_answered / other)
    noise = 3 * np.sqrt(1 / best_answered + 1 / other_answered)
    assert abs(np.log(seen / (1.6 / 0.85))) < noise  # the other four hours are at 0.85 on average
    assert seen > 1.3
    assert abs(best / (best + other) - 0.2) < 0.02  # equally many at each of five hours


def test_people_are_held_out_at_the_hours_at_which_others_are_sent_it(medium):
    connection, _truth = medium
    hours = connection.execute("""
        SELECT campaign_id, hour(exposed_at), count(*) FILTER (arm = 'treatment'),
            count(*) FILTER (arm = 'control')
        FROM exposures GROUP BY ALL""").fetchall()
    for campaign in {row[0] for row in hours}:
        own = np.array([row[2:] for row in hours if row[0] == campaign], dtype=float)
        assert len(own) == 5
        expected = own.sum(axis=0) / 5
        assert (np.abs(own - expected) < 5 * np.sqrt(expected)).all()
