"""What a question names of a store, as the conditions of a query: values by their columns, days."""

import re
from dataclasses import dataclass
from functools import cached_property

from tools.lexicon import Lexicon
from tools.metrics.dimensions import DIMENSIONS
from tools.periods import find_periods, resolve

ANY_CASE = re.IGNORECASE


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
        """Codes of coupons that `question` names."""
        bounded = (rf"(?<![a-z0-9]){re.escape(code)}(?![a-z0-9])" for code in self.coupons)
        named = zip(self.coupons, bounded, strict=True)
        return [code for code, pattern in named if re.search(pattern, question, ANY_CASE)]

    def values(self, question: str) -> dict[str, list[str]]:
        """Conditions on the values that `question` names, by where their column lies."""
        found: dict[str, list[str]] = {}
        mentions = [m for m in self.lexicon.find(question) if m.kind == "value"]
        for name in dict.fromkeys(m.name for m in mentions):
            dimension = DIMENSIONS[name]
            words = [quoted(m.value) for m in mentions if m.name == name]
            found.setdefault(dimension.home, []).append(
                f"{dimension.column} IN ({', '.join(words)})"
            )
        return found

    def days(self, token: str) -> str:
        """The condition of a period by its token; empty for all time."""
        if token == "all":  # noqa: S105  # a period's token
            return ""
        store = self.lexicon.store
        period = resolve(token, store.today, store.calendar[0])
        return f"local_time::DATE BETWEEN DATE '{period.first}' AND DATE '{period.last}'"

    def told(self, question: str) -> list[str]:
        """All that `question` names that a column of a table holds, a condition each."""
        named = self.values(question)
        held = [c for home in ("items", "fact", "users") for c in named.get(home, ())]
        coupons = [quoted(code) for code in self.codes(question)]
        periods = find_periods(question, self.lexicon.store.today)
        days = [f"{p.text}: {when}" for p in periods if (when := self.days(p.token))]
        return [*held, *([f"coupon IN ({', '.join(coupons)})"] if coupons else []), *days]


def quoted(value: str) -> str:
    """`value` as SQL writes a text."""
    return "'" + value.replace("'", "''") + "'"
