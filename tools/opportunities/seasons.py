"""Scan of the calendar: festivals and categories' seasons that lie ahead."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from ibis import _

from tools.demand.calendar import Festival, festivals
from tools.demand.sold import Sold
from tools.errors import ToolError
from tools.opportunities.guard import Floats, below, logits, reach, shifted
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.wording.values import Count, Number, Share, Span, Value

YEAR = 364  # whole weeks, so that weekdays stay where they are
WEEKS = 4  # the coming season, in weeks
YEARLY = 0.15  # standard deviation, in logarithms, by which a festival differs from year to year


def scan(scene: Scene) -> list[Opportunity]:
    """Festivals that lift this store's sales, and categories whose season comes."""
    if (scene.today - scene.store.calendar[0]).days + 1 < YEAR:
        raise ToolError("opportunities-short", days=Count(n=YEAR))
    return [*_festivals(scene), *_categories(scene)]


def _festivals(scene: Scene) -> Iterator[Opportunity]:
    first, last = scene.today + timedelta(days=1), scene.today + timedelta(days=HORIZON)
    sold = Sold.of(scene.store)
    noise = _noise(np.asarray(sold.units.sum(axis=0)).ravel())
    usual = _ordinary(scene) * scene.kept
    for festival in festivals(first, last):
        seen = sold.effects.seen.get(festival.name.en)
        begin, end = max(first, festival.first), min(last, festival.last)
        n = (end - begin).days + 1
        if seen is None or seen.factor <= 1 or n < 1:
            continue
        at = (begin - festival.first).days
        shape = seen.shape[at : at + n]
        error = math.hypot(noise / math.sqrt(len(seen.shape)), YEARLY) / math.sqrt(seen.years)
        ends = (usual * float((shape * math.exp(d * error) - 1).sum()) for d in (0, -1.96, 1.96))
        yield _festival(festival, Gain(*ends), (begin, end), seen.factor, seen.years)


def _festival(
    festival: Festival, gain: Gain, days: tuple[date, date], factor: float, years: int
) -> Opportunity:
    values: dict[str, Value] = {
        "festival": festival.name,
        "when": Span(first=days[0], last=days[1]),
        "factor": Number(value=factor, digits=1),
        "years": Count(n=years),
    }
    return Opportunity("seasons", "festival", values, gain, "forecast_demand")


def _noise(units: Floats) -> float:
    """Standard deviation of a day's sales about its four weeks, in logarithms."""
    logs = np.log(units + 0.5)
    course = np.convolve(logs, np.ones(28) / 28, "valid")
    return float(np.median(np.abs(logs[14 : 14 + len(course)] - course)) * 1.4826)


def _ordinary(scene: Scene) -> float:
    """Revenue of an ordinary day of the last eight weeks: the median, so no festival counts."""
    lately = scene.sales.filter(_.local_time >= scene.after(56))
    daily = lately.group_by(day=_.local_time.date()).aggregate(amount=_.amount.sum())
    amounts = daily.to_pyarrow()["amount"].to_pylist()
    return float(np.median([*amounts, *[0.0] * max(0, 56 - len(amounts))]))


def _categories(scene: Scene) -> Iterator[Opportunity]:
    """Categories whose share of sales, in these weeks a year ago, stood above the rest of it."""
    if "category" not in scene.sales.columns:
        return
    shares, totals = _shares(scene)
    lately = scene.sold_by("category", HORIZON)
    for category, own in shares.items():
        if own.sum() < 10 * WEEKS or category not in lately:
            continue
        logged = logits(own, totals)
        ahead, rest = logged[:WEEKS], logged[WEEKS:]
        difference, error, df = shifted(ahead, rest)
        now = float(logged[-WEEKS:].mean())
        rise, half = float(ahead.mean()) - now, reach(df) * error
        left = max(0.0, lately[category].profit)
        gain = Gain(*(left * math.expm1(rise + d) for d in (0.0, -half, half)))
        values: dict[str, Value] = {
            "category": scene.named("category", category),
            "share": Share(ratio=float(own[:WEEKS].sum() / totals[:WEEKS].sum())),
            "usual": Share(ratio=float(own[-WEEKS:].sum() / totals[-WEEKS:].sum())),
            "weeks": Count(n=WEEKS),
        }
        more = f'forecast_demand {{"category": "{category}"}}'
        p = below(-difference, error, df)
        yield Opportunity("seasons", "category-season", values, gain, more, p)


def _shares(scene: Scene) -> tuple[dict[str, Floats], Floats]:
    """Units of each category and of all by week, from a year before tomorrow: [52]."""
    first = scene.today + timedelta(days=1 - YEAR)
    sold = scene.sales.filter(_.local_time >= str(first), _.category.notnull())
    week = sold.local_time.date().delta(first.isoformat(), unit="day") // 7
    rows = sold.group_by("category", week=week).aggregate(n=_.quantity.sum()).to_pyarrow()
    table: dict[str, Floats] = {}
    for row in rows.to_pylist():
        table.setdefault(row["category"], np.zeros(YEAR // 7))[row["week"]] += float(row["n"])
    return table, np.asarray(sum(table.values(), np.zeros(YEAR // 7)))
