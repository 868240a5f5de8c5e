"""An experiment's table, read and checked: arms, outcome, and what was known of each person."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from tools.effects.columns import Cells, LeftOut, known_before, numbers, pooled, unit_of
from tools.effects.difference import Flags, Floats, Ints
from tools.errors import ToolError, nearest
from tools.metrics.significance import two_proportions
from tools.store.readers import read
from tools.wording.values import Count, Listing, Name, Quote

FEWEST = 10  # people (or units) in an arm
SHOWN = 12  # columns or values that an error names
YES = {"true": 1.0, "yes": 1.0, "y": 1.0, "t": 1.0, "是": 1.0}
NO = {"false": 0.0, "no": 0.0, "n": 0.0, "f": 0.0, "否": 0.0}


@dataclass(frozen=True)
class Trial:
    """Two arms of an experiment.

    Attributes:
        treated: [n] whether each row is of the treated arm.
        outcome: [n] what happened.
        features: [n, p] what was known before; NaN where unknown.
        names: [p] columns of `features`.
        categories: Columns of `features` that hold codes.
        clusters: [n] unit each row belongs to, where units were assigned; else `None`.
        unit: Column of the units.
        left_out: Columns not learned from.
        without_outcome: Rows of the two arms left out as their outcome is missing.
        attrition: p-value that the outcome is missing as often in both arms.
        columns: Columns there were besides arm and outcome.
    """

    treated: Flags
    outcome: Floats
    features: Floats
    names: tuple[str, ...]
    categories: tuple[int, ...]
    clusters: Ints | None
    unit: str | None
    left_out: tuple[LeftOut, ...]
    without_outcome: int
    attrition: float
    columns: int

    @property
    def sizes(self) -> tuple[int, int]:
        """Rows in the treated and in the other arm."""
        return int(self.treated.sum()), int((~self.treated).sum())


def load(source: pd.DataFrame | Path | str) -> pd.DataFrame:
    """The table in a CSV, Parquet, JSONL or Excel file, numbers and times as such.

    Raises:
        DataError: If the file cannot be read.
    """
    if isinstance(source, pd.DataFrame):
        return source.reset_index(drop=True)
    with tempfile.TemporaryDirectory() as scratch, duckdb.connect() as connection:
        opened = read(connection, Path(source), "experiment", Path(scratch))
        frame = connection.execute(f"SELECT * FROM {opened.name}").df()  # noqa: S608  # a name of ours
    return frame.apply(_typed)


def _typed(column: Cells) -> Cells:
    """Text that is all numbers as numbers, all times as times; decimals as floats."""
    if pd.api.types.is_bool_dtype(column):
        return column.astype("float64")
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    text = column.astype("string").str.strip()
    text = text.mask(text == "")
    known = int(text.notna().sum())
    as_numbers = pd.to_numeric(text, errors="coerce").astype("float64")
    if known and int(as_numbers.notna().sum()) == known:
        return as_numbers
    as_times = pd.to_datetime(text, errors="coerce", format="ISO8601", utc=True).dt.tz_localize(
        None
    )
    if known and int(as_times.notna().sum()) == known:
        return as_times
    return text.astype("object").where(text.notna(), None)


def trial_of(
    frame: pd.DataFrame,
    arm: str,
    treatment: str,
    control: str,
    outcome: str,
    ignore: Collection[str] = (),
    keep: Collection[str] = (),
    unit: str | None = None,
) -> Trial:
    """The two arms of `frame`, checked.

    Raises:
        ToolError: If a column or value is missing, an arm is tiny or the outcome is no number or
            always the same; says what would work.
    """
    columns = [str(name) for name in frame.columns]
    if frame.empty:
        raise ToolError("experiment-empty")
    for name in (arm, outcome, *ignore, *keep, *([unit] if unit else [])):
        present(name, columns)
    if arm == outcome:
        raise ToolError("experiment-same-column", column=Quote(text=arm))
    treated, held = (_rows(frame[arm], arm, value) for value in (treatment, control))
    if (treated & held).any():
        raise ToolError("experiment-same-arms", given=Quote(text=treatment))
    chosen = frame[treated | held].reset_index(drop=True)
    sent, measured = treated[treated | held], _outcome(chosen[outcome], outcome)
    missing = np.isnan(measured)
    attrition = _apart(missing, sent)
    kept, sent, y = chosen[~missing].reset_index(drop=True), sent[~missing], measured[~missing]
    _enough(sent, treatment, control)
    if np.ptp(y) == 0:
        raise ToolError("experiment-constant", outcome=Quote(text=outcome))
    others = kept.drop(columns=[arm, outcome])
    unit = unit or unit_of(others, sent)
    return _trial(others, sent, y, (ignore, keep), unit, (int(missing.sum()), attrition))


def _trial(
    others: pd.DataFrame,
    treated: Flags,
    outcome: Floats,
    told: tuple[Collection[str], Collection[str]],
    unit: str | None,
    missing: tuple[int, float],
) -> Trial:
    ignore, keep = ([name for name in names if name in others] for names in told)
    names, left_out = known_before(others, treated, outcome, ignore, keep, unit)
    numeric = [
        pd.api.types.is_numeric_dtype(others[n]) or pd.api.types.is_datetime64_any_dtype(others[n])
        for n in names
    ]
    features = [
        numbers(others[n]) if is_number else pooled(others[n]).astype(np.float64)
        for n, is_number in zip(names, numeric, strict=True)
    ]
    return Trial(
        treated=treated,
        outcome=outcome,
        features=np.column_stack(features) if features else np.empty((len(outcome), 0)),
        names=tuple(names),
        categories=tuple(i for i, is_number in enumerate(numeric) if not is_number),
        clusters=None if unit is None else pd.factorize(others[unit])[0].astype(np.int64),
        unit=unit,
        left_out=tuple(left_out),
        without_outcome=missing[0],
        attrition=missing[1],
        columns=len(others.columns),
    )


def present(name: str, columns: list[str]) -> None:
    """See that there is a column `name`.

    Raises:
        ToolError: If not; names those most like it.
    """
    if name in columns:
        return
    near = nearest(name, columns) or columns
    raise ToolError("experiment-no-column", given=Quote(text=name), known=listed(near))


def listed(words: list[str]) -> Listing:
    """The first of `words`, for an error to name."""
    return Listing(items=tuple(Name(en=word) for word in words[:SHOWN]))


def _rows(column: Cells, name: str, value: str) -> Flags:
    """Rows of `column` that hold `value`, however it is written."""
    rows = np.zeros(len(column), dtype=bool)
    words = column.astype("string").str.strip().str.casefold()
    rows |= (words == str(value).strip().casefold()).fillna(False).to_numpy(bool)
    number = number_of(value)
    if number is not None and pd.api.types.is_numeric_dtype(column):
        rows |= (column == number).fillna(False).to_numpy(bool)
    if not rows.any():
        known = [shown(v) for v in column.dropna().value_counts().index[:SHOWN]]
        raise ToolError(
            "experiment-no-value",
            given=Quote(text=str(value)),
            column=Quote(text=name),
            known=listed(known),
        )
    return rows


def shown(value: object) -> str:
    """A cell as an error, or a person, names it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def number_of(value: str) -> float | None:
    """The number that a cell's text stands for, yes and no being 1 and 0."""
    word = str(value).strip().casefold()
    if word in YES | NO:
        return (YES | NO)[word]
    try:
        return float(word)
    except ValueError:
        return None


def _outcome(column: Cells, name: str) -> Floats:
    """The outcome as numbers, NaN where missing; words for yes and no as 1 and 0."""
    if pd.api.types.is_bool_dtype(column) or pd.api.types.is_numeric_dtype(column):
        values: Floats = column.to_numpy(np.float64, na_value=np.nan, copy=True)
        values[~np.isfinite(values)] = np.nan
        return values
    words = column.astype("string").str.strip().str.casefold()
    read_ = words.map(YES | NO).astype("float64")
    if words.notna().sum() == 0 or read_.notna().sum() < words.notna().sum():
        raise ToolError("experiment-not-numeric", outcome=Quote(text=name))
    return np.asarray(read_.to_numpy(np.float64, na_value=np.nan), dtype=np.float64)


def _enough(treated: Flags, treatment: str, control: str) -> None:
    for arm, name in ((treated, treatment), (~treated, control)):
        if arm.sum() < FEWEST:
            raise ToolError(
                "experiment-tiny-arm",
                arm=Quote(text=name),
                n=Count(n=int(arm.sum())),
                least=Count(n=FEWEST),
            )


def _apart(missing: Flags, treated: Flags) -> float:
    """p-value that outcomes are missing as often in both arms."""
    one, other = missing[treated], missing[~treated]
    p = two_proportions(float(one.sum()), len(one), float(other.sum()), len(other))
    return 1.0 if p is None else p
