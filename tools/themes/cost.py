"""Which complaints go along with lost revenue: fewer stars, more returns, less bought later.

An association, never a cause: whoever complains of a theme is held against whoever reviewed the
same categories without complaining of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import ibis
import numpy as np
from ibis import _
from scipy import stats

from tools.metrics.relations import relation
from tools.metrics.significance import FEW, SURE
from tools.store.store import Store
from tools.themes.counting import Voices
from tools.themes.mentions import Flags, Floats, Ints
from tools.themes.reading import Reading

DAYS = 90  # after a review, in which its writer's orders count
WORSE = {"stars": -1, "returned": 1, "later": -1}  # the sign of a gap for the worse
DRAWS, SEED = 2000, 7  # drawings of what chance alone does
_DRAWN = 300  # reviews of a drawing; of more the mean is as good as normal
Z = float(stats.norm.ppf(1 - SURE / 2))


@dataclass(frozen=True)
class Gap:
    """How reviews that complain of a theme differ from others of the same categories.

    Attributes:
        value: Mean with the complaint less the mean without, within categories.
        low: Lower end of its 95 % interval.
        high: Upper end.
        mean: Mean with the complaint.
        n: Reviews with the complaint that could be held against others.
        p: Two-sided p-value that there is no gap.
    """

    value: float
    low: float
    high: float
    mean: float
    n: int
    p: float

    @property
    def usual(self) -> float:
        """What the mean would be without the gap."""
        return self.mean - self.value


@dataclass(frozen=True)
class Outcomes:
    """What became of each review's purchase and writer: `[n_reviews]`, not a number if unknown.

    Attributes:
        stars: Stars given.
        returned: 1 if the writer sent the item back, else 0.
        value: What was paid for it, store currency.
        later: What the writer spent in the `DAYS` days after, store currency; unknown where these
            are not over.
    """

    stars: Floats
    returned: Floats
    value: Floats
    later: Floats

    @classmethod
    def of(cls, store: Store, reading: Reading) -> "Outcomes":
        """Reviews joined with sales by writer and item; all unknown where sales do not tell."""
        unknown = np.full(len(reading.stars), np.nan)
        sales = relation(store, "sales")
        needs = {"user_id", "item_id", "amount", "local_time"}
        if sales is None or not needs <= set(sales.columns):
            return cls(reading.stars, unknown, unknown, unknown)
        reviews = store.table("reviews").select("review_id", "user_id", "item_id", "local_time")
        bought = _bought(sales, reviews)
        later = _later(sales, reviews, store)
        returned = "returned" in sales.columns
        places = {each: n for n, each in enumerate(reading.table["review_id"].to_pylist())}
        return cls(
            reading.stars,
            _column(bought, "returned", places) if returned else unknown,
            _column(bought, "value", places),
            _column(later, "later", places),
        )


def _bought(sales: ibis.Table, reviews: ibis.Table) -> ibis.Table:
    returned = sales.returned if "returned" in sales.columns else ibis.literal(0)
    each = sales.mutate(back=returned.fill_null(0)).group_by("user_id", "item_id")
    lines = each.aggregate(value=_.amount.sum(), returned=(_.back.sum() > 0).cast("float64"))
    return reviews.inner_join(lines, ["user_id", "item_id"]).select(
        "review_id", "value", "returned"
    )


def _later(sales: ibis.Table, reviews: ibis.Table, store: Store) -> ibis.Table:
    """What writers spent afterwards; 0 for those who bought nothing more."""
    over = store.calendar[1] - timedelta(DAYS)
    mine = reviews.filter(_.user_id.notnull(), _.local_time.date() <= over)
    spent = sales.select("user_id", "amount", bought_at=sales.local_time)
    joined = mine.left_join(
        spent,
        [
            mine.user_id == spent.user_id,
            spent.bought_at > mine.local_time,
            spent.bought_at <= mine.local_time + ibis.interval(days=DAYS),
        ],
    )
    return joined.group_by("review_id").aggregate(later=_.amount.sum().fill_null(0.0))


def _column(table: ibis.Table, name: str, places: Mapping[str, int]) -> Floats:
    found = np.full(len(places), np.nan)
    rows = table.select("review_id", name).to_pyarrow()
    for review, value in zip(rows["review_id"].to_pylist(), rows[name].to_pylist(), strict=True):
        if review in places and value is not None:
            found[places[review]] = float(value)
    return found


def gap(outcome: Floats, with_it: Flags, kept: Flags, strata: Ints) -> Gap | None:
    """The difference of means within strata, weighed as Mantel & Haenszel (1959) weigh them.

    That is what least squares with an effect for each stratum finds. Both sides of a stratum share
    one variance: what people spend is so skewed that a small side's own is often far too small.

    Args:
        outcome: `[n_reviews]`, not a number where unknown.
        with_it: Which reviews complain.
        kept: Which count at all.
        strata: `[n_reviews]` category of each.

    Returns:
        `None` where fewer than `FEW` can be held against others.
    """
    known = kept & ~np.isnan(outcome)
    weights, differences, errors, exposed = [], [], [], np.zeros(len(outcome), bool)
    drawn, rng = np.zeros(DRAWS), np.random.default_rng(SEED)
    for stratum in np.unique(strata[known & with_it]):
        inside = known & (strata == stratum)
        mine, others = outcome[inside & with_it], outcome[inside & ~with_it]
        if min(len(mine), len(others)) < 2:
            continue
        weights.append(len(mine) * len(others) / (len(mine) + len(others)))
        differences.append(mine.mean() - others.mean())
        spread = ((mine - mine.mean()) ** 2).sum() + ((others - others.mean()) ** 2).sum()
        each = spread / (len(mine) + len(others) - 2)
        errors.append(each * (1 / len(mine) + 1 / len(others)))
        drawn += weights[-1] * _by_chance(outcome[inside], len(mine), rng)
        exposed |= inside & with_it
    if exposed.sum() < FEW:
        return None
    weight = np.array(weights) / np.sum(weights)
    value = float(weight @ np.array(differences))
    error = float(np.sqrt(weight**2 @ np.array(errors)))
    p = float(2 * stats.norm.sf(abs(value) / error)) if error > 0 else 1.0
    beyond = int((np.abs(drawn / np.sum(weights)) >= abs(value)).sum())
    mean = float(weight @ _means(outcome, known & with_it, strata, exposed))
    return Gap(
        value, value - Z * error, value + Z * error, mean, int(exposed.sum()),
        max(p, (1 + beyond) / (1 + DRAWS)),
    )  # fmt: skip


def _by_chance(outcomes: Floats, n: int, rng: np.random.Generator) -> Floats:
    """Differences of means where `n` of a stratum's reviews are drawn at random, `[DRAWS]`.

    Few returns and a few large orders are too skewed for the normal distribution, which would
    take too many gaps for sure.
    """
    most = min(n, _DRAWN)
    means = outcomes[rng.integers(0, len(outcomes), (DRAWS, most))].mean(axis=1)
    apart = (means - outcomes.mean()) * len(outcomes) / (len(outcomes) - n)
    return np.asarray(apart * np.sqrt(most / n))


def _means(outcome: Floats, mine: Flags, strata: Ints, exposed: Flags) -> Floats:
    return np.array([outcome[mine & (strata == s)].mean() for s in np.unique(strata[exposed])])


@dataclass(frozen=True)
class Cost:
    """What goes along with complaints of one theme.

    Attributes:
        theme: Place of the theme.
        stars: Gap in stars.
        returned: Gap in the share sent back.
        later: Gap in what writers spent afterwards, store currency.
        value: Mean paid for what was complained of, store currency.
        sure: Which of "stars", "returned" and "later" are worse beyond chance.
    """

    theme: int
    stars: Gap | None
    returned: Gap | None
    later: Gap | None
    value: float
    sure: frozenset[str]

    @property
    def goods(self) -> float:
        """Goods sent back beyond the usual, store currency."""
        return self.returned.value * self.returned.n * self.value if self.returned else 0.0

    @property
    def at_stake(self) -> float:
        """Goods sent back beyond the usual and spending missed, where beyond chance."""
        goods = self.goods if "returned" in self.sure else 0.0
        missed = -self.later.value * self.later.n if self.later and "later" in self.sure else 0.0
        return goods + missed


def costs(voices: Voices, outcomes: Outcomes, kept: Flags, strata: Ints) -> list[Cost]:
    """Every theme with enough complaints, the one with most revenue at stake first.

    What is beyond chance is told over all themes together, returns and later spending as one
    family, stars as another (Benjamini & Hochberg 1995).
    """
    found = []
    for theme in range(voices.n_themes):
        with_it = np.zeros(len(kept), bool)
        with_it[voices.review[voices.bad & (voices.theme == theme)]] = True
        gaps = {
            name: gap(getattr(outcomes, name), with_it, kept, strata)
            for name in ("stars", "returned", "later")
        }
        if any(gaps.values()):
            paid = outcomes.value[with_it & kept & ~np.isnan(outcomes.value)]
            found.append((theme, gaps, float(paid.mean()) if len(paid) else 0.0))
    sure = _beyond_chance(found)
    told = [Cost(theme, **gaps, value=value, sure=sure[theme]) for theme, gaps, value in found]
    return sorted(told, key=lambda cost: -cost.at_stake)


def _beyond_chance(
    found: list[tuple[int, dict[str, Gap | None], float]],
) -> dict[int, frozenset[str]]:
    """Which gaps of each theme are for the worse beyond chance: money, and apart from it stars."""
    sure: dict[int, set[str]] = {theme: set() for theme, *_rest in found}
    for family in (("returned", "later"), ("stars",)):
        tested = [(t, name, own) for t, gaps, _v in found for name in family if (own := gaps[name])]
        guarded = stats.false_discovery_control([own.p for *_, own in tested]) if tested else []
        for (theme, name, own), p in zip(tested, guarded, strict=True):
            if p <= SURE and own.value * WORSE[name] > 0:
                sure[theme].add(name)
    return {theme: frozenset(names) for theme, names in sure.items()}
