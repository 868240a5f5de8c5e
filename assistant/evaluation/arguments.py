"""Whether a call's arguments are those expected, however they are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.evaluation.questions import Arguments, Expected, Holding, OneOfMappings, OneOfThese
from tools.errors import ToolError
from tools.periods import Period, previous, resolve, year_ago

PERIODS = ("period", "compare")
GROUPINGS = ("group_by", "then_by")
SETS = ("metrics", "filters")
BEFORE = {"previous_period": previous, "year_ago": year_ago}


@dataclass(frozen=True)
class Matcher:
    """Compares arguments on one store's calendar.

    Attributes:
        today: Day that relative periods count from.
        first_day: First day of the data.
    """

    today: date
    first_day: date

    def wrong(self, expected: Arguments, given: Mapping[str, Any]) -> list[str]:
        """Names of the expected arguments that `given` does not meet; others are not judged.

        A period is the days it stands for, a list the set of its values, and both sides of a
        comparison and both groupings may change places. Of several mappings, the nearest counts.
        """
        return min((self._wrong(one, given) for one in mappings(expected)), key=len)

    def _wrong(self, expected: Mapping[str, Expected], given: Mapping[str, Any]) -> list[str]:
        wrong = [
            name
            for name, value in expected.items()
            if name not in PERIODS and not _fits(name, value, given.get(name))
        ]
        if set(GROUPINGS) <= set(expected):
            swapped = [given.get(name) for name in reversed(GROUPINGS)]
            if all(
                _fits(n, expected[n], value) for n, value in zip(GROUPINGS, swapped, strict=True)
            ):
                wrong = [name for name in wrong if name not in GROUPINGS]
        return wrong + self._wrong_periods(expected, given)

    def _wrong_periods(
        self, expected: Mapping[str, Expected], given: Mapping[str, Any]
    ) -> list[str]:
        named = [name for name in PERIODS if name in expected]
        wanted = [self._either(expected, name) for name in named]
        got = [self._days(given, name) for name in named]
        if len(named) == len(PERIODS) and got[0] in wanted[1] and got[1] in wanted[0]:
            return []
        return [
            name for name, days, found in zip(named, wanted, got, strict=True) if found not in days
        ]

    def _either(self, expected: Mapping[str, Expected], name: str) -> list[object]:
        return [self._days({**expected, name: value}, name) for value in either(expected[name])]

    def _days(self, arguments: Mapping[str, Any], name: str) -> object:
        """First and last day of `period` or of what `compare` holds it against."""
        named = arguments.get(name)
        if named is None or (name == "compare" and named == "none"):
            return None
        try:
            if name == "period" or named not in BEFORE:
                return _ends(self._resolved(named))
            return _ends(BEFORE[named](self._resolved(arguments.get("period") or "last_30_days")))
        except ToolError:
            return named

    def _resolved(self, token: Expected) -> Period:
        return resolve(str(first(token)), self.today, self.first_day)


def either(value: Expected) -> tuple[Any, ...]:
    """The values that are right."""
    return value.any_of if isinstance(value, OneOfThese) else (value,)


def mappings(expected: Arguments) -> tuple[dict[str, Any], ...]:
    """The mappings of arguments that are right."""
    return expected.any_of if isinstance(expected, OneOfMappings) else (expected,)


def first(value: Expected) -> Any:  # noqa: ANN401  # arguments are any JSON value
    """The value to call a tool with: the first of those that are right."""
    if isinstance(value, Holding):
        return value.has[0]
    return value.any_of[0] if isinstance(value, OneOfThese) else value


def _fits(name: str, expected: Expected, given: Any) -> bool:  # noqa: ANN401
    if isinstance(expected, Holding):
        return any(word.casefold() in str(given).casefold() for word in expected.has)
    return any(_same(name, value, given) for value in either(expected))


def _same(name: str, expected: object, given: object) -> bool:
    if name == "metrics":
        return _words(expected) <= _words(given)
    if name in SETS:
        return _words(expected) == _words(given)
    return _plain(expected) == _plain(given)


def _words(value: object) -> set[object]:
    listed = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return {_plain(one) for one in listed if one is not None}


def _plain(value: object) -> object:
    return value.casefold().replace(" ", "") if isinstance(value, str) else value


def _ends(period: Period) -> tuple[date, date]:
    return period.first, period.last
