"""Questions of a few plain shapes, read without a model: what has none, who did what twice.

A shape takes a question only with all it names: a value, a second time or a table that the shape
has no place for makes it no match, so that the question is answered whole or by other means.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from tools.lexicon import Lexicon
from tools.mentions import Mention
from tools.metrics.dimensions import DIMENSIONS
from tools.periods import find_periods, resolve
from tools.sql import asking
from tools.sql.asked import Asked
from tools.sql.queries import COLUMNS, SHAPES
from tools.store.store import Store
from tools.wording.values import Language


@dataclass(frozen=True)
class Shapes:
    """Reads questions about one store that have a plain shape.

    Attributes:
        lexicon: The store's words.
    """

    lexicon: Lexicon

    @property
    def store(self) -> Store:
        """The store."""
        return self.lexicon.store

    @cached_property
    def coupons(self) -> tuple[str, ...]:
        """Codes of the coupons that orders used."""
        if "orders.coupon" not in self.store.columns:
            return ()
        codes = self.store.table("orders").select("coupon").distinct().to_pyarrow()["coupon"]
        return tuple(str(code) for code in codes.to_pylist() if code)

    def query(self, question: str, language: Language) -> str | None:
        """The SELECT that answers a question of a known shape; `None` for any other."""
        question = self._worded(question, language)
        found = [read for shape, read in SHAPES if shape(question)]
        asked = self._asked(question, language) if found else None
        if asked is None:
            return None
        queries = (read(asked) for read in found)
        query = next((q for q in queries if q), None)
        return query if query and self._holds(query) else None

    def _worded(self, question: str, language: Language) -> str:
        """`question`, with a word for coupons where it names one by nothing but its code."""
        codes = self._codes(question)
        if not codes or asking.COUPON.search(question):
            return question
        told = "券" if language == "zh" else " coupon"
        code = re.compile(re.escape(codes[0]), asking.ANY_CASE)
        return code.sub(rf"\g<0>{told}", question, count=1)

    def _codes(self, question: str) -> list[str]:
        """Codes of coupons that `question` names."""
        bounded = (rf"(?<![a-z0-9]){re.escape(code)}(?![a-z0-9])" for code in self.coupons)
        named = zip(self.coupons, bounded, strict=True)
        return [code for code, pattern in named if re.search(pattern, question, asking.ANY_CASE)]

    def _holds(self, query: str) -> bool:
        """Whether the store has every table and column that `query` reads."""
        wanted = [column for column in COLUMNS if all(part in query for part in column.split("."))]
        return all(column in self.store.columns for column in wanted)

    def _asked(self, question: str, language: Language) -> Asked | None:
        """What the question names; `None` where a shape has no place for all of it."""
        periods = find_periods(question, self.store.today)
        if len(periods) > 1 or any(p.comparison for p in periods):
            return None
        values: dict[str, list[str]] = {}
        mentions = [m for m in self.lexicon.find(question) if m.kind == "value"]
        for name in dict.fromkeys(m.name for m in mentions):
            dimension = DIMENSIONS[name]
            words = [_quoted(m) for m in mentions if m.name == name]
            column = "item_id" if name == "item" else dimension.column
            values.setdefault(dimension.home, []).append(f"{column} IN ({', '.join(words)})")
        when = ""
        if periods and periods[0].token != "all":  # noqa: S105  # a period's token
            period = resolve(periods[0].token, self.store.today, self.store.calendar[0])
            when = f"local_time::DATE BETWEEN DATE '{period.first}' AND DATE '{period.last}'"
        codes = tuple(f"'{code}'" for code in self._codes(question) if "'" not in code)
        return Asked(question, when, values, language == "zh", codes)


def _quoted(mention: Mention) -> str:
    return "'" + mention.value.replace("'", "''") + "'"
