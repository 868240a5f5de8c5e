"""The best time to send, told by answers alone; without them, when people are there."""

import pytest

from tests.tools.channels.messages import store
from tools.channels import best_time


def test_the_hour_that_is_answered_most_wins() -> None:
    shop = store()
    found = best_time(shop, "email")
    assert (found.basis, found.hour, found.why) == ("response", 20, "")
    answered = shop.connection.con.sql(
        "SELECT count(DISTINCT (x.campaign_id, x.user_id)) FROM exposures x JOIN events e "
        "ON e.user_id = x.user_id AND e.local_time BETWEEN x.exposed_at AND "
        "x.exposed_at + INTERVAL 2 DAY WHERE hour(x.exposed_at) = 20"
    ).fetchall()[0][0]
    assert found.rate == pytest.approx(answered / 600, abs=0.01)
    assert found.low < 0.4 < found.high
    assert (found.n, found.sent, found.hours_sent) == (600, 1200, (9, 20))


def test_hours_that_are_answered_alike_are_not_told_apart() -> None:
    found = best_time(store(rates=(0.25, 0.25)), "email")
    assert found.why == "no_difference"
    assert found.basis == "activity"


def test_messages_of_one_hour_tell_nothing_but_visits_do() -> None:
    found = best_time(store(hours=(9,), rates=(0.3,)), "email")
    assert (found.basis, found.why, found.hours_sent) == ("activity", "never_varied", (9,))
    assert found.hour == 10  # the visits of this store begin an hour after the message
    assert found.weekday == 1


def test_a_channel_nobody_uses_has_no_time() -> None:
    found = best_time(store(), "pigeon")
    assert (found.basis, found.why, found.hour, found.n) == ("none", "never_sent", None, 0)
