"""When the demo store's messages go out, and at which hours they are answered best.

A message is answered by a visit on its channel within two days. The visits are drawn without
regard to hours, so the hours are drawn to fit them: of a channel's hours, those that work better
fall more often to people who answer (Bayes' rule), and every other table stays as it was.
"""

from collections.abc import Mapping

import numpy as np

from tools.store.demo.campaigns import Campaign
from tools.store.demo.config import DAY, DemoConfig, Flags, Floats, Ints
from tools.store.demo.customers import places
from tools.store.demo.visits import Visits

ANSWER_DAYS = 2
ANSWERS: Mapping[str, Mapping[int, float]] = {
    "email": {8: 1.0, 10: 1.6, 13: 0.9, 16: 0.7, 20: 0.8},
    "sms": {9: 0.8, 12: 1.6, 15: 0.7, 18: 1.1, 20: 0.8},
    "push": {8: 0.7, 12: 0.9, 17: 0.8, 19: 1.0, 21: 1.6},
    "app": {9: 0.7, 12: 1.0, 15: 0.8, 18: 0.9, 20: 1.6},
    "mini_program": {9: 0.8, 12: 1.6, 15: 0.8, 18: 1.0, 21: 0.8},
    "social": {10: 0.7, 13: 0.9, 16: 0.8, 19: 1.6, 22: 1.0},
    "live_stream": {12: 0.8, 15: 0.7, 18: 1.0, 19: 1.6, 21: 0.9},
}
"""By channel, the hours messages go out at, equally many at each, and how often they are answered
relative to the channel's average."""


def send_times(
    config: DemoConfig, campaigns: list[Campaign], visits: Visits
) -> list[tuple[Ints, Ints]]:
    """For each campaign its people, treated and held out, and when each was sent it (or was not).

    They are sent it the day before it starts, so that it is known when it does.

    Returns:
        User indices, and local seconds since the first simulated midnight.
    """
    rng, hours_rng = config.rng("exposures"), config.rng("sending")
    found = []
    for campaign in campaigns:
        user = np.flatnonzero(campaign.treated | campaign.control)
        minute = rng.integers(0, 3600, len(user))
        answers = ANSWERS[campaign.plan.channel]
        hours = np.array(list(answers), dtype=np.int64)
        starts = max(0, campaign.first - 1) * DAY + hours[:, None] * 3600 + minute  # [hours, users]
        came = np.array([_came(visits, campaign, user, start) for start in starts])
        chances = _chances(came, campaign.treated[user], np.array(list(answers.values())))
        point = hours_rng.random(len(user)) * chances.sum(axis=0)
        place = (np.cumsum(chances, axis=0) < point).sum(axis=0)
        found.append((user, starts[np.minimum(place, len(hours) - 1), np.arange(len(user))]))
    return found


def _came(visits: Visits, campaign: Campaign, user: Ints, start: Ints) -> Flags:
    """[n] whether each of `user` would come by the channel within two days of `start`."""
    own = list(places()["channels"]).index(campaign.plan.channel)
    since = np.full(int(visits.user.max(initial=0)) + 1, np.iinfo(np.int64).max // 2)
    known = user < len(since)
    since[user[known]] = start[known]
    begun = visits.start - since[visits.user]
    answering = (visits.channel == own) & (begun >= 0) & (begun < ANSWER_DAYS * DAY)
    came = np.zeros(len(since), dtype=bool)
    came[visits.user[answering]] = True
    return np.asarray(np.where(known, came[np.minimum(user, len(since) - 1)], False))


def _chances(came: Flags, treated: Flags, relative: Floats) -> Floats:
    """[hours, n] chance of each hour for each person, up to a factor; held-out people have none."""
    chances = np.ones(came.shape)
    usual = came[:, treated].mean(axis=1) if treated.any() else np.zeros(len(came))
    wanted = np.minimum(0.9, usual.mean() * relative / relative.mean())
    yes = np.divide(wanted, usual, out=np.ones_like(usual), where=usual > 0)
    no = (1 - wanted) / np.maximum(1 - usual, 1e-9)
    weighed = np.where(came, yes[:, None], no[:, None])
    chances[:, treated] = weighed[:, treated]
    return chances
