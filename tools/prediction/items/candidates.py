"""Items worth considering for each user, and what is known of each pair before the cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tools.prediction.items.interactions import (
    CART,
    PURCHASE,
    VIEW,
    WISHLIST,
    Interactions,
    Rows,
    Singles,
)
from tools.prediction.items.recommenders import Catalogue, Scorer
from tools.prediction.items.sparse import found_in, highest, ranks, row_of_each
from tools.prediction.items.texts import told

OWN = 150  # items of a user's own that are candidates
GUESSED = 60  # candidates of each recommender


@dataclass(frozen=True)
class Candidates:
    """Pairs of a user and an item, ascending by user, then item.

    Attributes:
        rows: Place of the user among those asked about: [n].
        items: Place of the item: [n].
        names: Names of the features: [n_features].
        values: Features, NaN where unknown: [n, n_features] float32.
    """

    rows: Rows
    items: Rows
    names: tuple[str, ...]
    values: Singles


@dataclass(frozen=True)
class Knowledge:
    """What was seen before a cut, summed once for every user, item and pair.

    Attributes:
        seen: Actions before the cut.
        catalogue: What the store says of items.
        horizon_days: Days ahead that are predicted; spans of time are multiples of it.
        recommenders: Fitted before the cut.
    """

    seen: Interactions
    catalogue: Catalogue
    horizon_days: int
    recommenders: tuple[Scorer, ...]

    def scored(self, users: Rows) -> dict[str, csr_array]:
        """Scores of `users` by each recommender's name: [len(users), n_items]."""
        return {each.name: each.scores(self.seen, users) for each in self.recommenders}

    def candidates(self, users: Rows, scored: Mapping[str, csr_array]) -> Candidates:
        """Candidates of `users` and their features, given their `scored` items."""
        rows, items = self._considered(users, scored)
        columns = self.features(users, rows, items, scored)
        if not len(rows):
            return Candidates(rows, items, tuple(columns), np.zeros((0, len(columns)), np.float32))
        values = np.column_stack([each.astype(np.float32) for each in columns.values()])
        return Candidates(rows, items, tuple(columns), values)

    def features(
        self, users: Rows, rows: Rows, items: Rows, scored: Mapping[str, csr_array]
    ) -> dict[str, Singles]:
        """Features of pairs, NaN where unknown: name to [n].

        Args:
            users: Places of the users asked about.
            rows: Which of `users` each pair is of: [n].
            items: Place of each pair's item: [n].
            scored: Scores of `users`.
        """
        return {
            **_guesses(scored, rows, items),
            **self._own(users[rows], items),
            **{name: values[items] for name, values in self._items.items()},
            **{name: values[users][rows] for name, values in self._users.items()},
            **self._kinds(users[rows], items),
        }

    def _considered(self, users: Rows, scored: Mapping[str, csr_array]) -> tuple[Rows, Rows]:
        """Each user's strongest own items and the best guesses of every recommender."""
        parts = [highest(each, GUESSED) for each in scored.values()]
        for half_life in (1.0 * self.horizon_days, 8.0 * self.horizon_days):
            own = self.seen.matrix(self.seen.interest(half_life))[users]
            parts.append(highest(own, OWN))
        width = self.seen.shape[1]
        keys = [row_of_each(part).astype(np.int64) * width + part.indices for part in parts]
        rows, items = np.divmod(np.unique(np.concatenate(keys)), max(width, 1))
        return rows, items

    @cached_property
    def _pair_values(self) -> dict[str, Singles]:
        """What each user did with each item: name to one value a pair of `seen.pairs`."""
        seen, h = self.seen, float(self.horizon_days)
        found = {"bought": seen.summed(PURCHASE)}
        for span in (0.5, 2.0, 8.0):
            found[f"bought_{span:g}h"] = seen.summed(PURCHASE, span * h)
        found["bought_last"], found["bought_first"] = seen.last(PURCHASE), seen.first(PURCHASE)
        with np.errstate(invalid="ignore", divide="ignore"):
            gap = (found["bought_first"] - found["bought_last"]) / (found["bought"] - 1)
            found["bought_gap"] = np.where(found["bought"] > 1, gap, np.nan).astype(np.float32)
            found["bought_due"] = (found["bought_last"] / found["bought_gap"]).astype(np.float32)
        for name, kind in (("viewed", VIEW), ("carted", CART), ("wished", WISHLIST)):
            if seen.of_kind(kind).any():
                found[name], found[f"{name}_last"] = seen.summed(kind), seen.last(kind)
                found[f"{name}_1h"] = seen.summed(kind, h)
        found["interest_1h"] = seen.interest(h)
        return found

    @cached_property
    def _pair_keys(self) -> NDArray[np.int64]:
        pairs = self.seen.pairs
        return pairs.rows.astype(np.int64) * self.seen.shape[1] + pairs.items

    def _own(self, users: Rows, items: Rows) -> dict[str, Singles]:
        keys = users.astype(np.int64) * self.seen.shape[1] + items
        at = np.minimum(np.searchsorted(self._pair_keys, keys), len(self._pair_keys) - 1)
        known = self._pair_keys[at] == keys
        return {
            name: np.where(known, values[at], np.float32(np.nan))
            for name, values in self._pair_values.items()
        }

    @cached_property
    def _items(self) -> dict[str, Singles]:
        """What is known of each item: name to [n_items]."""
        seen, h = self.seen, float(self.horizon_days)
        counts = {days: seen.counted(PURCHASE, days * h) for days in (0.5, 1, 2, 4, 12)}
        found = {f"item_bought_{days}h": values for days, values in counts.items()}
        found["item_trend"] = ((counts[1] + 1) / (counts[4] / 4 + 1)).astype(np.float32)
        bought = seen.summed(PURCHASE)
        found["item_buyers"] = seen.per_item((bought > 0).astype(np.float32))
        again = seen.per_item((bought > 1).astype(np.float32))
        found["item_rebought"] = again / (found["item_buyers"] + 2)
        found["item_viewed_1h"] = seen.counted(VIEW, h)
        viewers = seen.per_item((seen.summed(VIEW) > 0).astype(np.float32))
        found["item_conversion"] = found["item_buyers"] / (viewers + found["item_buyers"] + 5)
        new = np.zeros(seen.shape[1])
        np.maximum.at(new, seen.item, seen.age)
        found["item_age"] = new.astype(np.float32)
        found["item_price"] = self._prices
        return found

    @cached_property
    def _prices(self) -> Singles:
        """Mean logarithm of the prices each item was shown or sold at: [n_items]."""
        seen = self.seen
        priced = seen.price > 0
        sums = np.bincount(seen.item[priced], np.log(seen.price[priced]), seen.shape[1])
        counts = np.bincount(seen.item[priced], minlength=seen.shape[1])
        with np.errstate(invalid="ignore", divide="ignore"):
            return (sums / counts).astype(np.float32)

    @cached_property
    def _users(self) -> dict[str, Singles]:
        """What is known of each user: name to [n_users]."""
        seen = self.seen
        bought = seen.of_kind(PURCHASE)
        n = seen.shape[0]
        orders = np.unique(np.column_stack([seen.user[bought], seen.order[bought]]), axis=0)
        n_orders = np.bincount(orders[:, 0].astype(int), minlength=n)
        lines = np.bincount(seen.user[bought], minlength=n)
        kinds = np.bincount(seen.pairs.rows, seen.summed(PURCHASE) > 0, n)
        last = np.full(n, np.inf)
        np.minimum.at(last, seen.user, seen.age)
        found = {
            "user_orders": n_orders,
            "user_basket": lines / np.maximum(n_orders, 1),
            "user_items": np.bincount(seen.pairs.rows, minlength=n),
            "user_repeats": 1 - kinds / np.maximum(lines, 1),
            "user_last": last,
        }
        return {name: values.astype(np.float32) for name, values in found.items()}

    def _kinds(self, users: Rows, items: Rows) -> dict[str, Singles]:
        """How much of a user's interest lies in the item's category and brand, and price fit."""
        found = {}
        for name, (of_item, shares) in self._affinities.items():
            keys = users.astype(np.int64) * shares.shape[1] + of_item[items]
            known = row_of_each(shares).astype(np.int64) * shares.shape[1] + shares.indices
            found[f"{name}_share"] = found_in(known, shares.data, keys)
        usual, spread = self._price_tastes
        found["price_fit"] = np.abs(self._prices[items] - usual[users]) / spread[users]
        return found

    @cached_property
    def _affinities(self) -> dict[str, tuple[Rows, csr_array]]:
        """For category and brand: which each item has, and users' shares of interest in each."""
        found = {}
        wanted = self.seen.matrix(self.seen.interest(2.0 * self.horizon_days))
        total = np.maximum(np.asarray(wanted.sum(axis=1)).ravel(), 1e-9)
        for name, values in (
            ("category", self.catalogue.category),
            ("brand", self.catalogue.brand),
        ):
            texts = told(values, self.catalogue, self.seen.item_ids).astype(str)
            groups, of_item = np.unique(texts, return_inverse=True)
            if len(groups) < 2:
                continue
            n = self.seen.shape[1]
            member = csr_array((np.ones(n, np.float32), (np.arange(n), of_item)), (n, len(groups)))
            shares = csr_array(wanted @ member)
            shares.sort_indices()
            shares.data /= np.repeat(total, np.diff(shares.indptr)).astype(np.float32)
            found[name] = of_item, shares
        return found

    @cached_property
    def _price_tastes(self) -> tuple[Singles, Singles]:
        """Mean and spread of the log prices each user looked at or paid: [n_users] each."""
        seen = self.seen
        logs = self._prices[seen.item]
        known = ~np.isnan(logs)
        n = seen.shape[0]
        counts = np.bincount(seen.user[known], minlength=n)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.bincount(seen.user[known], logs[known], n) / counts
            square = np.bincount(seen.user[known], logs[known] ** 2, n) / counts - mean**2
        spread = np.sqrt(np.maximum(square, 0)) + 0.3  # 0.3: no one is that particular
        return mean.astype(np.float32), spread.astype(np.float32)


def _guesses(scored: Mapping[str, csr_array], rows: Rows, items: Rows) -> dict[str, Singles]:
    """Score and rank by each recommender, NaN where it has no opinion."""
    found = {}
    for name, each in scored.items():
        width = each.shape[1]
        known = row_of_each(each).astype(np.int64) * width + each.indices
        keys = rows.astype(np.int64) * width + items
        found[f"{name}_score"] = found_in(known, each.data, keys)
        found[f"{name}_rank"] = found_in(known, ranks(each), keys)
    return found
