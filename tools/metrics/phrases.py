"""Parts of sentences that name a period, a group, or what was kept, in each language."""

from collections.abc import Sequence
from datetime import date, timedelta

from tools.metrics.dimensions import LANGUAGES, Dimension
from tools.metrics.metric import Metric
from tools.metrics.relations import Condition
from tools.metrics.semantics import Semantics
from tools.periods import Period, unit_end
from tools.result import Cell
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import (
    Day,
    Listing,
    Name,
    Number,
    Points,
    Quote,
    Share,
    Span,
    Value,
)


def phrase(message: str, **values: Value | str) -> Name:
    """The catalogues' `message` in each language; a plain `str` only steers a selector."""
    said: dict[str, str] = {}
    for language in LANGUAGES:
        speaker = Speaker(language)
        arguments = {k: v if isinstance(v, str) else speaker.say(v) for k, v in values.items()}
        said[language] = speaker.message(message, **arguments)
    return Name(en=said["en"], zh=said["zh"])


def when(period: Period) -> Name:
    """The period with its preposition: in October 2026, from 1 October to 5 October 2026."""
    return between(period.first, period.last)


def between(first: date, last: date) -> Name:
    """The days from `first` to `last` with their preposition."""
    return phrase("metrics-when", shape=_shape(first, last), span=Span(first=first, last=last))


def during(period: Period) -> Name:
    """The period by name alone."""
    return phrase("metrics-during", span=_span(period))


def _span(period: Period) -> Span:
    return Span(first=period.first, last=period.last)


def _shape(first: date, last: date) -> str:
    if first == last:
        return "day"
    named = first.day == 1 and (last + timedelta(1)).day == 1
    units = ("month", "quarter", "year")
    return "whole" if named and any(unit_end(first, u) == last for u in units) else "days"


def scoped(
    name: Name,
    semantics: Semantics,
    conditions: tuple[Condition, ...],
    by: Sequence[Dimension] = (),
) -> Name:
    """`name` of a period with what was kept: in October 2026 for headphones, or among some groups.

    Args:
        name: The period with its preposition.
        semantics: Names of the values.
        conditions: What was kept.
        by: Dimensions the figures are split by.
    """
    for condition in sorted(conditions, key=lambda c: not c.negated):
        groups = _kept(semantics, condition)
        kept = "metrics-among" if condition.dimension in by else "metrics-within"
        message = "metrics-without" if condition.negated else kept
        name = phrase(message, when=name, kept=Listing(items=groups))
    return name


def listed(semantics: Semantics, condition: Condition) -> Name:
    """The groups that `condition` names, as a list inside a sentence."""
    return phrase("metrics-listed", groups=Listing(items=_kept(semantics, condition)))


def _kept(semantics: Semantics, condition: Condition) -> tuple[Name, ...]:
    """What the groups that `condition` names are called, each name once."""
    names = semantics.names(condition.dimension, condition.values)
    groups = (_titled(condition.dimension, names[value]) for value in condition.values)
    return tuple(dict.fromkeys(groups))


def grouped(semantics: Semantics, dimension: Dimension, value: Cell) -> Name:
    """What the group `value` of `dimension` is called inside a sentence."""
    if dimension.is_time:
        assert isinstance(value, date)  # noqa: S101  # calendar groups are days
        last = unit_end(value, dimension.name)
        return phrase(
            "metrics-span", by=dimension.name, span=Span(first=value, last=last), day=Day(day=value)
        )
    return _titled(dimension, semantics.names(dimension, [str(value)])[str(value)])


def _titled(dimension: Dimension, name: Name) -> Name:
    by = dimension.name
    if by == "age_band" and "岁" in (name.zh or name.en):
        by = "age_named"
    if by == "gender" and name.en.casefold() == "other":
        name = Name(en="customers of other genders", zh="其他性别")
    return phrase("metrics-group", by=by, name=name)


def joined(names: list[Name]) -> Name:
    """A group of two dimensions: email, mobile."""
    if len(names) == 1:
        return names[0]
    return phrase("metrics-pair", first=names[0], second=names[1])


def heading(name: Name) -> Name:
    """`name` as it begins a sentence or heads a column."""
    return Name(en=name.en[:1].upper() + name.en[1:], zh=name.zh)


def movement(metric: Metric, now: float, was: float) -> dict[str, Value]:
    """How far and which way a metric moved; `way` is up, down, flat or new, `by` its unit."""
    step = (
        abs(now - was) if metric.unit in ("share", "rating") else abs(now / was - 1) if was else 1
    )
    least = 0.005 if metric.unit == "rating" else 0.0005  # what would be shown as 0
    way = "flat" if now == was or step < least else "up" if now > was else "down"
    if metric.unit == "share":
        return {
            "way": Quote(text=way),
            "in": Quote(text="points"),
            "change": Points(ratio=abs(now - was)),
        }
    if metric.unit == "rating":
        return {
            "way": Quote(text=way),
            "in": Quote(text="stars"),
            "change": Number(value=abs(now - was), digits=2),
        }
    if not was:
        return {
            "way": Quote(text="new" if now else "flat"),
            "in": Quote(text="share"),
            "change": Share(ratio=0.0),
        }
    return {
        "way": Quote(text=way),
        "in": Quote(text="share"),
        "change": Share(ratio=abs(now / was - 1)),
    }


def needing(statement: Statement, others: Sequence[Statement]) -> Statement:
    """`statement`, never to be said without `others`."""
    needs = dict.fromkeys((*statement.needs, *(other.message for other in others)))
    return statement.model_copy(update={"needs": tuple(needs)})
