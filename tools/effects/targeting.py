"""Whom a past campaign moved, by what was known of them before: whom to send the next one to."""

import numpy as np

from tools.effects.columns import pooled
from tools.effects.difference import Floats
from tools.effects.experiment import ENOUGH, ENOUGH_EVENTS
from tools.effects.past import CampaignEffect
from tools.effects.people import People
from tools.effects.uplift.learners import cross_fitted
from tools.effects.uplift.ranking import Ranking, ranking_of
from tools.effects.uplift.recommendation import Recommendation, recommend
from tools.store.store import Store

TRAITS = ("region", "country", "age_band", "gender")


def ranked(store: Store, people: People) -> Ranking | None:
    """How well people can be ranked by how far it makes them order; `None` where too few did."""
    bought, treated = people.bought, people.treated
    events = min(bought[treated].sum(), bought[~treated].sum())
    if min(treated.sum(), (~treated).sum()) < ENOUGH or events < ENOUGH_EVENTS:
        return None
    traits = _traits(store, people)
    features = np.column_stack([people.history, *traits])
    if not features.shape[1]:
        return None
    first = people.history.shape[1]
    categories = tuple(range(first, features.shape[1]))
    return ranking_of(cross_fitted(features, bought, treated, categories))


def _traits(store: Store, people: People) -> list[Floats]:
    """[n] codes of each trait of the users that the store knows."""
    known = [name for name in TRAITS if f"users.{name}" in store.columns]
    if not known:
        return []
    users = store.table("users").select("user_id", *known).to_pandas()
    users = users.drop_duplicates("user_id").set_index("user_id").reindex(list(people.ids))
    return [pooled(users[name]).astype(np.float64) for name in known]


def advised(effect: CampaignEffect, people: People, ranking: Ranking | None) -> Recommendation:
    """Whom to send the next one to; its cost weighs against what it made where both are known."""
    untreated = people.bought[~people.treated]
    advice = recommend(effect.conversion, ranking, untreated)
    if advice.advice == "target_some" or effect.profit is None or not effect.cost:
        return advice
    net = effect.profit.less(effect.cost / effect.n_treated)
    if effect.profit.high < 0 or net.high < 0:
        return Recommendation("target_nobody", "costs" if advice.why != "harms" else "harms", 0.0)
    if net.low > 0:
        return Recommendation("target_everyone", "pays", 1.0)
    if advice.advice == "target_everyone":
        return Recommendation("cannot_tell", "unpaid")
    return advice
