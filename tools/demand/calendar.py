"""Days that sell unlike others: sales festivals, and days on which the store is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from tools.periods.readers import LUNAR_NEW_YEAR, black_friday
from tools.prediction.features import Floats
from tools.wording.values import Name

Flags = NDArray[np.bool_]

AROUND = 28  # ordinary days looked at before and after a festival, to tell what is usual
LEAST_EFFECT = 0.1  # a festival that moves sales by less is none for this store
CLOSED_SHARE = 0.75  # of a weekday's days without any sale, from which the store is closed then
RECENT_WEEKS = 8  # looked at for that
LONG_CLOSURE = 3  # closed days in a row that are expected again a year later


@dataclass(frozen=True)
class Festival:
    """A sales festival and the days it fills in one year (none where that is not known)."""

    name: Name
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it fills."""
        return (self.last - self.first).days + 1


_FIXED = (
    (Name(en="Queen’s Day", zh="女王节"), (3, 5), (3, 8)),
    (Name(en="618", zh="618大促"), (6, 1), (6, 18)),
    (Name(en="National Day", zh="国庆节"), (10, 1), (10, 7)),
    (Name(en="Double 11", zh="双十一"), (11, 1), (11, 11)),
    (Name(en="Double 12", zh="双十二"), (12, 10), (12, 12)),
    (Name(en="Christmas", zh="圣诞节"), (12, 20), (12, 25)),
    (Name(en="New Year", zh="元旦"), (12, 30), (12, 31)),
)


def festivals(first: date, last: date) -> tuple[Festival, ...]:
    """Every festival with a day from `first` to `last`, in order."""
    found = []
    for year in range(first.year, last.year + 1):
        found += [Festival(name, date(year, *a), date(year, *b)) for name, a, b in _FIXED]
        friday = black_friday(year)
        name = Name(en="Black Friday", zh="黑色星期五")
        found.append(Festival(name, friday - timedelta(1), friday + timedelta(3)))
        if lunar := LUNAR_NEW_YEAR.get(year):
            name = Name(en="Spring Festival", zh="春节")
            found.append(Festival(name, lunar - timedelta(3), lunar + timedelta(6)))
    within = (each for each in found if each.last >= first and each.first <= last)
    return tuple(sorted(within, key=lambda each: each.first))


@dataclass(frozen=True)
class Seen:
    """What one festival did in the past.

    Attributes:
        name: The festival.
        factor: Sales of its days, times the usual.
        shape: Factor of each of its days, from the first: [days].
        years: How often it was seen.
    """

    name: Name
    factor: float
    shape: Floats
    years: int


@dataclass(frozen=True)
class Effects:
    """Festivals that moved this store's sales, by their English names."""

    seen: dict[str, Seen]

    def factors(self, first: date, n: int) -> Floats:
        """Factor on the usual sales of each of `n` days from `first`: [n]; 1 on ordinary days."""
        factors = np.ones(n)
        for festival in festivals(first, first + timedelta(n - 1)):
            if (known := self.seen.get(festival.name.en)) is None:
                continue
            at = (festival.first - first).days + np.arange(min(festival.days, len(known.shape)))
            inside = (at >= 0) & (at < n)
            factors[at[inside]] = known.shape[: len(at)][inside]
        return factors

    def ahead(self, first: date, last: date) -> tuple[Seen, ...]:
        """Festivals from `first` to `last` whose effect is known."""
        names = [each.name.en for each in festivals(first, last)]
        return tuple(self.seen[name] for name in dict.fromkeys(names) if name in self.seen)


def learned(values: Floats, first: date, open_days: Flags) -> Effects:
    """What each festival did to `values`, told from the ordinary days around it.

    A festival counts when its days lie further from the usual, in logarithms, than twice the
    standard deviation of as many ordinary days in a row, and by more than `LEAST_EFFECT`. Single
    days are drawn to the festival's mean as far as they may be chance (James & Stein 1961).

    Args:
        values: Sales of each day: [n].
        first: The first day.
        open_days: Days on which the store sold anything at all: [n].
    """
    n = len(values)
    found = festivals(first, first + timedelta(n - 1))
    spans = [((f.first - first).days, (f.last - first).days + 1) for f in found]
    ordinary = open_days.copy()
    for start, end in spans:
        ordinary[max(0, start) : max(0, end)] = False
    if ordinary.sum() < AROUND:
        return Effects({})
    weekday = (first.weekday() + np.arange(n)) % 7
    usual = _weekday_shares(values, weekday, ordinary)[weekday]
    noise = _noise(values, usual, ordinary)
    logs: dict[str, tuple[Name, list[Floats]]] = {}
    for festival, (start, end) in zip(found, spans, strict=True):
        if start < 0 or end > n:
            continue
        near = np.flatnonzero(ordinary[max(0, start - AROUND) : end + AROUND])
        near += max(0, start - AROUND)
        if len(near) >= AROUND // 2 and usual[near].sum():
            expected = values[near].sum() / usual[near].sum() * usual[start:end]
            days = np.log((values[start:end] + 0.5) / (expected + 0.5))
            days[~open_days[start:end]] = np.nan
            logs.setdefault(festival.name.en, (festival.name, []))[1].append(days)
    seen = (_seen(name, shapes, noise) for name, shapes in logs.values())
    return Effects({each.name.en: each for each in seen if each is not None})


def _weekday_shares(values: Floats, weekday: NDArray[np.int_], ordinary: Flags) -> Floats:
    """Sales of each weekday, times the mean day's: [7]."""
    sums = np.bincount(weekday[ordinary], values[ordinary], minlength=7)
    counts = np.bincount(weekday[ordinary], minlength=7)
    means = sums / np.maximum(counts, 1)
    return np.asarray(means / max(means[counts > 0].mean(), 1e-9))


def _noise(values: Floats, usual: Floats, ordinary: Flags) -> Floats:
    """Logarithms of ordinary days' sales against the usual ones, less their slow course: [n]."""
    kept = ordinary & (usual > 0)
    logs = np.log((values[kept] + 0.5) / (usual[kept] * max(values[kept].mean(), 1e-9) + 0.5))
    width = min(AROUND, len(logs))
    course = np.convolve(logs, np.ones(width), "same") / np.convolve(
        np.ones(len(logs)), np.ones(width), "same"
    )
    return np.asarray(logs - course)


def _seen(name: Name, shapes: Sequence[Floats], noise: Floats) -> Seen | None:
    length = min(map(len, shapes))
    logs = np.array([shape[:length] for shape in shapes])
    told = np.isfinite(logs)
    if told.any(axis=0).mean() < 0.5:
        return None  # the store was closed
    mean = float(logs[told].mean())
    runs = np.convolve(noise, np.ones(length) / length, "valid") if len(noise) > length else noise
    if abs(mean) < max(2 * float(runs.std()), np.log(1 + LEAST_EFFECT)):
        return None
    days = np.where(told, logs, 0).sum(axis=0) / np.maximum(told.sum(axis=0), 1)
    days = np.where(told.any(axis=0), days, mean)
    spread = float(days.var())
    kept = max(0.0, 1 - float(noise.var()) / len(shapes) / spread) if spread else 0.0
    shape = np.exp(mean + kept * (days - mean))
    return Seen(name, float(shape.mean()), shape, len(shapes))


def closed_weekdays(sold: Flags, first: date) -> frozenset[int]:
    """Weekdays (0 Monday) on which the store, of late, hardly ever sells anything.

    Args:
        sold: Whether anything was sold, day by day: [n].
        first: The first day.
    """
    recent = sold[-7 * RECENT_WEEKS :]
    start = first.weekday() + len(sold) - len(recent)
    weekday = (start + np.arange(len(recent))) % 7
    return frozenset(
        day
        for day in range(7)
        if (own := recent[weekday == day]).size and (~own).mean() >= CLOSED_SHARE
    )


def closed_ahead(sold: Flags, first: date, n: int) -> Flags:
    """Which of the `n` days after the last one the store is expected to be closed: [n].

    Its closed weekdays, and days that lay, a year ago, in `LONG_CLOSURE` or more days without a
    sale one after the other.
    """
    start = first + timedelta(len(sold))
    weekdays = closed_weekdays(sold, first)
    closed = [(start + timedelta(i)).weekday() in weekdays for i in range(n)]
    runs = _long_closures(sold, first, weekdays)
    for i in range(n):
        day = start + timedelta(i)
        at = (_year_before(day) - first).days
        closed[i] |= 0 <= at < len(runs) and bool(runs[at])
    return np.array(closed, dtype=bool)


def _long_closures(sold: Flags, first: date, weekdays: frozenset[int]) -> Flags:
    long, start = np.zeros(len(sold), dtype=bool), 0
    for i in range(len(sold) + 1):
        if i < len(sold) and not sold[i]:
            continue
        unusual = sum((first + timedelta(j)).weekday() not in weekdays for j in range(start, i))
        if unusual >= LONG_CLOSURE:
            long[start:i] = True
        start = i + 1
    return long


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
