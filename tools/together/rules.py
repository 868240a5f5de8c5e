"""Association rules, and which of them are more than chance.

Support, confidence and lift as in Agrawal, Imielinski & Swami (1993) and Brin et al. (1997). Pairs
are counted all at once by multiplying the table of baskets by itself; sets of three are found by
FP-growth (Han, Pei & Yin 2000; `mlxtend`) among the things whose pairs are frequent, which leaves
out nothing that could be frequent (Agrawal & Srikant 1994).
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.stats import hypergeom

from tools.together.baskets import Baskets, Ints

Floats = NDArray[np.float64]

MIN_BASKETS = 10  # that hold all of a rule; fewer tell little, and might point at people
LEAST_LIFT = 1.2
FALSE_SHARE = 0.05  # of the rules told that may be chance
STRONGEST = 2000  # pairs by baskets beyond chance, that are put to the test
FREQUENT = 100  # pairs among whose things sets of three are looked for


@dataclass(frozen=True)
class Rule:
    """Who takes all of `given` also takes `then`.

    Attributes:
        given: One or two keys.
        then: One key.
        both: Baskets that hold all of them.
        with_given: Baskets that hold all of `given`.
        with_then: Baskets that hold `then`.
        n: All baskets.
        expected: Baskets that would hold all by chance; for two `given`, if the second had no
            bearing on the first's (or the first on the second's) rule.
        p_value: One-sided Fisher exact test of that (Hämäläinen & Webb 2019, section 3).
    """

    given: tuple[str, ...]
    then: str
    both: int
    with_given: int
    with_then: int
    n: int
    expected: float
    p_value: float

    @property
    def support(self) -> float:
        """Share of all baskets that hold all, 0-1."""
        return self.both / self.n

    @property
    def confidence(self) -> float:
        """Share of the baskets with `given` that also hold `then`, 0-1."""
        return self.both / self.with_given

    @property
    def lift(self) -> float:
        """How many times as many as if `then` had nothing to do with `given`."""
        return self.both * self.n / (self.with_given * self.with_then)

    @property
    def extra(self) -> float:
        """Baskets beyond chance (leverage of Piatetsky-Shapiro 1991, in baskets)."""
        return self.both - self.expected


@dataclass(frozen=True)
class Found:
    """What goes together.

    Attributes:
        rules: The rules that are more than chance, most baskets beyond it first.
        tested: Pairs that were looked at.
        baskets: Baskets looked at.
    """

    rules: tuple[Rule, ...]
    tested: int
    baskets: int


def mined(baskets: Baskets) -> Found:
    """What goes together at all: each pair once, the surer way round."""
    frequent = baskets.only(np.flatnonzero(baskets.counts() >= MIN_BASKETS))
    upper = sparse.triu(frequent.held.T @ frequent.held, k=1).tocoo()
    tested = len(frequent.keys) * (len(frequent.keys) - 1) // 2
    pairs = _Pairs.of(frequent, upper.row, upper.col, upper.data.astype(np.int64))
    told = pairs.significant(tested)
    turned = told.surer()
    rules = [*turned.rules(), *_threes(frequent, told, None)]
    return Found(tuple(sorted(rules, key=_order)), tested, baskets.n)


def mined_with(anchor: Baskets, others: Baskets) -> Found:
    """What goes with the one key of `anchor`."""
    frequent = others.only(np.flatnonzero(others.counts() >= MIN_BASKETS))
    whole = anchor.beside(frequent)
    both = np.asarray((anchor.held.T @ frequent.held).todense()).ravel().astype(np.int64)
    places = np.arange(len(frequent.keys))
    pairs = _Pairs.of(whole, np.zeros_like(places), places + 1, both)
    told = pairs.significant(len(places))
    rules = [*told.rules(), *_threes(whole, told, 0)]
    return Found(tuple(sorted(rules, key=_order)), len(places), whole.n)


def _order(rule: Rule) -> tuple[float, tuple[str, ...], str]:
    return -rule.extra, rule.given, rule.then


@dataclass(frozen=True)
class _Pairs:
    """Pairs of keys: places [n] and [n], baskets that hold both [n], Fisher's p-values [n]."""

    baskets: Baskets
    given: Ints
    then: Ints
    both: Ints
    p_values: Floats

    @classmethod
    def of(cls, baskets: Baskets, given: Ints, then: Ints, both: Ints) -> "_Pairs":
        """The `STRONGEST` of these pairs that enough baskets hold, with their p-values."""
        counts = baskets.counts()
        expected = counts[given].astype(np.float64) * counts[then] / baskets.n
        enough = np.flatnonzero((both >= MIN_BASKETS) & (both >= LEAST_LIFT * expected))
        kept = enough[np.argsort(-(both - expected)[enough], kind="stable")[:STRONGEST]]
        given, then, both = given[kept], then[kept], both[kept]
        p = _by_chance(both, baskets.n, counts[given], counts[then])
        return cls(baskets, given, then, both, p)

    def _kept(self, places: NDArray[np.bool_] | Ints) -> "_Pairs":
        parts = self.given[places], self.then[places], self.both[places], self.p_values[places]
        return _Pairs(self.baskets, *parts)

    @property
    def expected(self) -> Floats:
        counts = self.baskets.counts().astype(np.float64)
        return np.asarray(counts[self.given] * counts[self.then] / self.baskets.n)

    def significant(self, tested: int) -> "_Pairs":
        """Those more frequent than chance (Benjamini & Hochberg 1995 over all pairs `tested`).

        Pairs that were left out before count as tested and not found, so the test is stricter.
        """
        ordered = np.sort(self.p_values)
        passed = ordered <= FALSE_SHARE * np.arange(1, len(ordered) + 1) / max(tested, 1)
        limit = ordered[np.flatnonzero(passed)[-1]] if passed.any() else -1.0
        return self._kept(self.p_values <= limit)

    def surer(self) -> "_Pairs":
        """Each the way round in which it is likelier: the rarer key first."""
        counts = self.baskets.counts()
        turn = counts[self.given] > counts[self.then]
        given = np.where(turn, self.then, self.given)
        then = np.where(turn, self.given, self.then)
        return _Pairs(self.baskets, given, then, self.both, self.p_values)

    def rules(self) -> Iterator[Rule]:
        """Each pair as a rule."""
        counts, keys, n = self.baskets.counts(), self.baskets.keys, self.baskets.n
        columns = self.given, self.then, self.both, self.expected, self.p_values
        for given, then, both, expected, p in zip(*columns, strict=True):
            with_given, with_then = int(counts[given]), int(counts[then])
            yield Rule((keys[given],), keys[then], int(both), with_given, with_then, n,
                       float(expected), float(p))  # fmt: skip


def _by_chance(both: Ints, n: int | Ints, given: Ints, then: Ints) -> Floats:
    """Chance of as many or more in common, were the two independent."""
    return np.asarray(hypergeom.sf(both - 1, n, given, then))


def _threes(baskets: Baskets, pairs: _Pairs, anchor: int | None) -> list[Rule]:
    """Rules of two things and a third that say more than each of their pairs (Webb 2007).

    With `anchor`, those with this place among the given. The chance of a false one among all that
    could be looked at is `FALSE_SHARE` (Bonferroni within the layer of threes, Webb 2008).
    """
    if not len(pairs.both):
        return []
    best = np.argsort(-pairs.both, kind="stable")[:FREQUENT]
    least = _least(pairs.both[best])
    places = np.unique([pairs.given[best], pairs.then[best]])
    if anchor is not None:
        least = _least_of(baskets, places[places != anchor], anchor)
    part = baskets.only(places)
    k = len(baskets.keys)
    looked_at = max(1, (k - 1) * (k - 2) if anchor is not None else k * (k - 1) * (k - 2) // 2)
    together = np.asarray((part.held.T @ part.held).todense())
    rules = []
    for items, count in _itemsets(part, least, None if anchor is None else _at(places, anchor)):
        rule = _surest(part, together, items, count, _at(places, anchor))
        if rule and rule.p_value <= FALSE_SHARE / looked_at and rule.lift >= LEAST_LIFT:
            rules.append(rule)
    return rules


def _at(places: Ints, anchor: int | None) -> int | None:
    return None if anchor is None else int(np.searchsorted(places, anchor))


def _least_of(baskets: Baskets, places: Ints, anchor: int) -> int:
    """As `_least`, of pairs at `places` in the baskets with the anchor."""
    rows = np.flatnonzero(baskets.held[:, [anchor]].todense().ravel())
    part = baskets.held[rows][:, places]
    counts = np.sort(sparse.triu(part.T @ part, k=1).data)
    return _least(counts[-FREQUENT:])


def _least(counts: Ints) -> int:
    """Baskets that must hold a set of three: half those of the last of so many pairs."""
    enough = len(counts) >= FREQUENT
    return max(MIN_BASKETS, int(counts.min()) // 2) if enough else MIN_BASKETS


def _itemsets(
    baskets: Baskets, least: int, anchor: int | None
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Sets of three places and how many baskets hold them, `least` or more, by FP-growth."""
    import pandas as pd

    with warnings.catch_warnings():  # its import changes which warnings are shown
        from mlxtend.frequent_patterns import fpgrowth
    held, size = baskets.held, 3
    if anchor is not None:  # it is in every basket looked at, so a set of two is one of three
        held, size = held[np.flatnonzero(held[:, [anchor]].todense().ravel())], 2
    columns = [place for place in range(len(baskets.keys)) if place != anchor]
    held = held[:, columns]
    held = held[np.asarray(held.sum(axis=1)).ravel() >= size]
    if held.shape[0] < least:
        return
    table = pd.DataFrame(held.todense().astype(bool), columns=columns)
    n = len(table)
    sets = fpgrowth(table, min_support=(least - 0.5) / n, max_len=size, use_colnames=True)
    for support, items in zip(sets["support"], sets["itemsets"], strict=True):
        if len(items) == size:
            whole = items if anchor is None else {anchor, *items}
            yield tuple(sorted(whole)), round(support * n)


def _surest(
    baskets: Baskets,
    together: NDArray[np.int_],
    items: Sequence[int],
    count: int,
    anchor: int | None,
) -> Rule | None:
    """The likeliest of the three rules, with what its pairs alone would give."""
    n = baskets.n
    found = []
    for given in combinations(items, 2):
        (then,) = set(items) - set(given)
        if anchor is not None and anchor not in given:
            continue
        pair = int(together[given])
        each = [int(together[i, i]) for i in given]
        alone = [int(together[i, then]) for i in given]
        p = max(
            float(_by_chance(np.array(count), whole, np.array(pair), np.array(with_then)))
            for whole, with_then in zip(each, alone, strict=True)
        )
        expected = max(pair * a / e for a, e in zip(alone, each, strict=True))
        keys = tuple(baskets.keys[i] for i in given)
        found.append(Rule(keys, baskets.keys[then], count, pair, int(together[then, then]), n,
                          expected, p))  # fmt: skip
    return max(found, key=lambda rule: rule.confidence, default=None)
