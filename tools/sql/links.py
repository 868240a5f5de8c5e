"""What a question names of a store, as the conditions of a query: values by their columns, days."""

import re
from dataclasses import dataclass
from functools import cached_property

from tools.lexicon import Lexicon
from tools.metrics.dimensions import DIMENSIONS, Dimension
from tools.periods import Period, find_periods, resolve
from tools.sql import asking
from tools.sql.days import Days

ANY_CASE = re.IGNORECASE
DATED = re.compile(
    r"\d\s?[/月号日天周年-]|\b\d+ ?(?:st|nd|rd|th|days?|weeks?|months?)\b|\b20\d\d\b|\bq[1-4]\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\b",
    ANY_CASE,
)
"""What may be a time, though none was read in it."""
HOMES = ("items", "users", "fact")
"""Where the columns of values lie that are written down, not derived."""


@dataclass(frozen=True)
class Links:
    """Links the words of questions to the columns of one store.

    Attributes:
        lexicon: The store's words.
    """

    lexicon: Lexicon

    @cached_property
    def coupons(self) -> tuple[str, ...]:
        """Codes of the coupons that orders used."""
        store = self.lexicon.store
        if "orders.coupon" not in store.columns:
            return ()
        codes = store.table("orders").select("coupon").distinct().to_pyarrow()["coupon"]
        return tuple(str(code) for code in codes.to_pylist() if code)

    def codes(self, question: str) -> list[str]:
        """Codes of coupons that `question` names; one that is a word must be meant as a code."""
        of_coupons = asking.COUPON.search(question) is not None

        def named(code: str) -> bool:
            case = re.NOFLAG if code.isalpha() and not of_coupons else ANY_CASE
            bounded = rf"(?<![A-Za-z0-9]){re.escape(code)}(?![A-Za-z0-9])"
            return re.search(bounded, question, case) is not None

        return list(filter(named, self.coupons))

    def values(self, question: str) -> dict[str, list[str]]:
        """Conditions on the values that `question` names, by where their column lies."""
        found: dict[str, list[str]] = {}
        for dimension, values in self._mentioned(question).items():
            told = ", ".join(map(quoted, values))
            condition = f"{dimension.column} IN ({told})"
            found.setdefault(dimension.home, []).append(condition)
        return found

    def named(self, question: str) -> dict[str, list[str]]:
        """The values that `question` names, by the column of a table that holds them."""
        mentioned = self._mentioned(question).items()
        held = {d.column: values for d, values in mentioned if d.home in HOMES}
        codes = self.codes(question)
        return {**held, **({"coupon": codes} if codes else {})}

    def _mentioned(self, question: str) -> dict[Dimension, list[str]]:
        found: dict[Dimension, list[str]] = {}
        for mention in self.lexicon.find(question):
            if mention.kind == "value":
                found.setdefault(DIMENSIONS[mention.name], []).append(mention.value)
        return found

    def times(self, question: str) -> list[str]:
        """Conditions of the times that `question` names, each after its words."""
        periods = find_periods(question, self.lexicon.store.today)
        return [f"{p.text}: {when}" for p in periods if (when := self.days(p.token))]

    def spans(self, question: str) -> list[Days] | None:
        """First and last day of each time that `question` names; `None` where it may name more."""
        periods = find_periods(question, self.lexicon.store.today)
        if not periods and DATED.search(question):
            return None
        found = (self._resolved(period.token) for period in periods)
        return [(period.first, period.last) for period in found if period]

    def days(self, token: str) -> str:
        """The condition of a period by its token; empty for all time."""
        period = self._resolved(token)
        if period is None:
            return ""
        return f"local_time::DATE BETWEEN DATE '{period.first}' AND DATE '{period.last}'"

    def _resolved(self, token: str) -> Period | None:
        if token == "all":  # noqa: S105  # a period's token
            return None
        store = self.lexicon.store
        return resolve(token, store.today, store.calendar[0])

    def told(self, question: str) -> list[str]:
        """All that `question` names that a column of a table holds, a condition each."""
        named = self.named(question).items()
        held = [f"{column} IN ({', '.join(map(quoted, values))})" for column, values in named]
        return [*held, *self.times(question)]


def quoted(value: str) -> str:
    """`value` as SQL writes a text."""
    return "'" + value.replace("'", "''") + "'"
