"""The days a query is limited to, held against those its question names.

Who copies an example copies its days, too: these go where the question names no time, and become
the question's where it names one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlglot import exp

from tools.sql.conditions import conditions, keep

Days = tuple[date, date]
"""First and last day."""
FIRST, LAST = (exp.GTE, exp.GT), (exp.LTE, exp.LT)
DAY = timedelta(days=1)


def redated(tree: exp.Expr, told: Sequence[Days]) -> bool:
    """Put the days of `tree` right where the question names one time or none; whether they were.

    Args:
        tree: A query.
        told: The days of each time that the question names.
    """
    if len(told) > 1:
        return False
    done = False
    for select in list(tree.find_all(exp.Select)):
        dated = [part for part in conditions(select) if _days(part)]
        strange = [part for part in dated if told and not _fits(part, *told)]
        if not told and dated:
            keep(select, [part for part in conditions(select) if part not in dated])
        elif _is_one_time(dated) and len(strange) == len(dated):
            for part in strange:
                _write(part, *told[0])
        else:
            continue
        done |= bool(dated)
    return done


def _days(part: exp.Expr) -> list[date]:
    """The days that a condition on a time is written with."""
    if not isinstance(part, exp.Between | exp.GTE | exp.GT | exp.LTE | exp.LT):
        return []
    written = (c.this.name for c in part.find_all(exp.Cast) if isinstance(c.this, exp.Literal))
    return [day for text in written if (day := _day(text))]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _fits(part: exp.Expr, told: Days) -> bool:
    near = {told[0] - DAY, *told, told[1] + DAY}
    return not near.isdisjoint(_days(part))


def _is_one_time(dated: Sequence[exp.Expr]) -> bool:
    """Whether the conditions are those of one stretch of days, as far as their kind tells."""
    kinds = [type(part) for part in dated]
    between, first, last = (
        sum(kind in those for kind in kinds) for those in ((exp.Between,), FIRST, LAST)
    )
    return (between, first, last) in ((1, 0, 0), (0, 1, 1), (0, 1, 0), (0, 0, 1))


def _write(part: exp.Expr, first: date, last: date) -> None:
    """Write the days into a condition, so that all of the last one counts."""
    told: dict[type[exp.Expr], date] = {
        exp.LT: last + DAY,
        exp.LTE: last,
        exp.GTE: first,
        exp.GT: first - DAY,
    }
    literals = [c.this for c in part.find_all(exp.Cast) if isinstance(c.this, exp.Literal)]
    days = [told[type(part)]] if type(part) in told else [first, last]
    for literal, day in zip(literals, days, strict=False):
        literal.replace(exp.Literal.string(day.isoformat()))
