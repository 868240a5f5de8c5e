"""Which columns of an experiment's table were known before, and which must not be learned from."""

import math
import re
from collections.abc import Collection
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from pydantic import BaseModel
from scipy import stats

from tools.effects.difference import Flags, Floats, Ints

Reason = Literal["told", "constant", "id", "unit", "settles", "same", "differs"]
Cells: TypeAlias = "pd.Series[Any]"
FAMILY = 0.01  # chance that any column known before is taken for one of after
CHANCE = math.log(1e-6)  # of a group that settles the outcome, or lies in one arm, by luck
ALIKE = 0.98  # rank correlation, or area under the curve, of a column that is the outcome
LEVELS = 20  # values up to which each is a group of its own
DISTINCT = 0.95  # share of values of an id that differ
OTHER = 0.005  # share of rows below which a value is pooled with others
ID = re.compile(r"(?:^|_|\b)(?:id|uuid|key|index|row|email|phone)$|编号|单号|^unnamed", re.I)


class LeftOut(BaseModel, frozen=True):
    """A column that was not learned from, and why.

    Attributes:
        column: Its name.
        reason: `told` by the asker, `constant`, an `id`, the `unit` that was assigned, `settles`
            the outcome, is the `same` as it in all but units, or `differs` between the arms.
    """

    column: str
    reason: Reason


def known_before(
    frame: pd.DataFrame,
    treated: Flags,
    outcome: Floats,
    told: Collection[str],
    keep: Collection[str],
    unit: str | None,
) -> tuple[list[str], list[LeftOut]]:
    """Columns to learn from, and those left out.

    Random arms are alike in all that was known before. A column that differs between them beyond
    chance (t-, Kolmogorov-Smirnov and chi-squared tests, Bonferroni over all columns) is therefore
    of after; one that settles the outcome is part of it. One of after that neither differs nor
    settles can do little harm: the treatment left it as it was.
    """
    left: dict[str, Reason] = dict.fromkeys(told, "told")
    units = None if unit is None else pd.factorize(frame[unit])[0]
    if unit is not None and unit not in left:
        left[unit] = "unit"
    open_ = [str(name) for name in frame.columns if name not in left]
    for name in open_:
        if name in keep:
            continue
        reason = _plain(frame[name]) or _settled(frame[name], treated, outcome)
        if reason:
            left[name] = reason
    tested = [name for name in open_ if name not in left and name not in keep]
    for name in tested:
        if differs(frame[name], treated, units) < FAMILY / len(tested):
            left[name] = "differs"
    kept = [name for name in open_ if name not in left]
    return kept, [LeftOut(column=name, reason=why) for name, why in left.items()]


def _plain(column: Cells) -> Reason | None:
    known = column.dropna()
    distinct = known.nunique()
    if distinct == 0 or (distinct == 1 and len(known) == len(column)):
        return "constant"
    if distinct < DISTINCT * len(known) or len(known) < LEVELS:
        return None
    text = not (pd.api.types.is_numeric_dtype(known) or pd.api.types.is_datetime64_any_dtype(known))
    whole = pd.api.types.is_numeric_dtype(known) and bool((known == known.round()).all())
    counted = whole and distinct == len(known) and bool(known.is_monotonic_increasing)
    return "id" if text or counted or (whole and ID.search(str(column.name))) else None


def _settled(column: Cells, treated: Flags, outcome: Floats) -> Reason | None:
    """Whether the column decides the outcome, or is the outcome in other units."""
    happened = event(outcome)
    if happened is not None and any(_settles(group, happened) for group in groups(column)):
        return "settles"
    if not pd.api.types.is_numeric_dtype(column):
        return None
    here = ~treated & column.notna().to_numpy()
    values, y = column.to_numpy(np.float64)[here], outcome[here]
    if len(y) < LEVELS or np.ptp(values) == 0 or np.ptp(y) == 0:
        return None
    if happened is not None and len(np.unique(y)) == 2:
        hits = int(happened[here].sum())
        area = stats.mannwhitneyu(values[happened[here]], values[~happened[here]]).statistic
        share = float(area) / (hits * (len(y) - hits))
        return "same" if max(share, 1 - share) >= ALIKE and hits >= LEVELS else None
    return "same" if abs(float(stats.spearmanr(values, y).statistic)) >= ALIKE else None


def event(outcome: Floats) -> Flags | None:
    """Whether anything happened: the outcome is not its usual value; `None` where it has none."""
    values, counts = np.unique(outcome, return_counts=True)
    usual = int(np.argmax(counts))
    if len(values) == 2:
        return np.asarray(outcome == values.max())
    return np.asarray(outcome != values[usual]) if counts[usual] >= 0.3 * len(outcome) else None


def groups(column: Cells) -> list[Flags]:
    """Groups of rows the column makes: its missing ones, its zeros, each of its few values."""
    missing = column.isna().to_numpy()
    found = [missing, ~missing] if missing.any() else []
    known = column.dropna()
    if known.nunique() <= LEVELS:
        return found + [(column == value).to_numpy(bool) for value in known.unique()]
    if pd.api.types.is_numeric_dtype(column):
        zero = (column == 0).to_numpy(bool)
        found += [zero, ~zero & ~missing] if zero.mean() >= 0.05 else []
    return found


def _settles(group: Flags, happened: Flags) -> bool:
    """Whether all of `group`, or none, has the event, which chance would hardly bring about."""
    n, hits, rate = int(group.sum()), int(happened[group].sum()), float(happened.mean())
    if hits == n:
        return n * math.log(rate) < CHANCE
    return hits == 0 and n * math.log1p(-rate) < CHANCE and happened.sum() >= LEVELS


def differs(column: Cells, treated: Flags, units: Ints | None) -> float:
    """p-value that the column is alike in both arms; of units' means where units were assigned."""
    missing = column.isna().to_numpy()
    found = [_table(missing, treated)] if missing.any() and units is None else []
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        found += _numbers(numbers(column), treated, units)
    elif units is None:
        found.append(_table(pooled(column), treated))
    return min(1.0, min(found) * len(found)) if found else 1.0


def _numbers(values: Floats, treated: Flags, units: Ints | None) -> list[float]:
    if units is not None:
        by = pd.DataFrame({"v": values, "t": treated}).groupby(units).mean()
        values, treated = by["v"].to_numpy(np.float64), by["t"].to_numpy() > 0.5
    one, other = (values[arm & ~np.isnan(values)] for arm in (treated, ~treated))
    if min(len(one), len(other)) < 2 or np.ptp(np.concatenate([one, other])) == 0:
        return []
    if np.ptp(one) == 0 and np.ptp(other) == 0:
        return [0.0]
    found = [float(stats.ttest_ind(one, other, equal_var=False).pvalue)]
    return [*found, float(stats.ks_2samp(one, other, method="asymp").pvalue)]


def _table(groups_: Collection[object] | Flags, treated: Flags) -> float:
    counts = pd.crosstab(np.asarray(groups_), treated).to_numpy()
    if min(counts.shape) < 2:
        return 1.0
    return float(stats.chi2_contingency(counts).pvalue)


def numbers(column: Cells) -> Floats:
    """A column of numbers or times as numbers (days for times); NaN where unknown."""
    if pd.api.types.is_datetime64_any_dtype(column):
        days = (column - column.min()) / pd.Timedelta(days=1)
        return np.asarray(days.to_numpy(np.float64, na_value=np.nan))
    values = column.to_numpy(np.float64, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def pooled(column: Cells) -> Ints:
    """Codes of a column of names, commonest first; rare ones share a code, unknown ones are -1."""
    counts = column.value_counts()
    common = counts[counts >= max(LEVELS, OTHER * len(column))].index
    codes = {value: code for code, value in enumerate(common)}
    found = column.map(lambda value: codes.get(value, len(codes)), na_action="ignore")
    return np.asarray(found.fillna(-1).to_numpy(np.int64))


def unit_of(frame: pd.DataFrame, treated: Flags) -> str | None:
    """The column by whose values the arms were assigned, as every row of a value is in one arm."""
    share = float(treated.mean())
    together = share**2 + (1 - share) ** 2  # chance that two rows are in one arm by luck
    found = []
    for name in frame.columns:
        column = frame[name]
        sizes = column.value_counts()
        shared = int(sizes[sizes > 1].sum() - (sizes > 1).sum())
        if len(sizes) < LEVELS or shared * math.log(together) > CHANCE:
            continue
        arms = pd.Series(treated).groupby(column.to_numpy()).nunique()
        if bool((arms == 1).all()):
            found.append((len(sizes), str(name)))
    return min(found)[1] if found else None
