"""Questions of a few plain shapes, read without a model: what has none, who did what twice.

A shape takes a question only with all it names: a value, a second time or a table that the shape
has no place for makes it no match, so that the question is answered whole or by other means.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from tools.lexicon import Lexicon
from tools.periods import find_periods
from tools.sql import asking
from tools.sql.asked import Asked
from tools.sql.busy_days import BUSY
from tools.sql.cancelled import GROUPED
from tools.sql.discounts import DISCOUNTS
from tools.sql.guests import GUESTS
from tools.sql.intervals import INTERVALS
from tools.sql.links import Links, quoted
from tools.sql.overlooked import OVERLOOKED
from tools.sql.pareto import PARETO
from tools.sql.queries import COLUMNS, SHAPES
from tools.sql.stars import STARRED
from tools.store.store import Store
from tools.wording.values import Language

SURE = (
    STARRED, GUESTS, BUSY, GROUPED, DISCOUNTS, PARETO, INTERVALS, OVERLOOKED,
    re.compile(asking.DELIVERY, asking.ANY_CASE),
)  # fmt: skip
"""Shapes whose words no other tool's question has."""


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
    def links(self) -> Links:
        """Links words to columns."""
        return Links(self.lexicon)

    def query(self, question: str, language: Language) -> str | None:
        """The SELECT that answers a question of a known shape; `None` for any other."""
        question = self._worded(question, language)
        found = [read for shape, read in SHAPES if shape(question)]
        asked = self._asked(question, language) if found else None
        if asked is None:
            return None
        queries = (read(asked) for read in found)
        query = next((q for q in queries if q), None)
        told = query is not None and all(code in query for code in asked.codes)
        return query if query and told and self._holds(query) else None

    def is_sure(self, question: str) -> bool:
        """Whether no other tool tells what `question` asks, and the query of its shape does."""
        told = any(shape.search(question) for shape in SURE)
        return told and self.query(question, "en") is not None

    def _worded(self, question: str, language: Language) -> str:
        """`question`, with a word for coupons where it names one by nothing but its code."""
        codes = self.links.codes(question)
        if not codes or asking.COUPON.search(question):
            return question
        told = "券" if language == "zh" else " coupon"
        code = re.compile(re.escape(codes[0]), asking.ANY_CASE)
        return code.sub(rf"\g<0>{told}", question, count=1)

    def _holds(self, query: str) -> bool:
        """Whether the store has every table and column that `query` reads."""
        wanted = [column for column in COLUMNS if all(part in query for part in column.split("."))]
        return all(column in self.store.columns for column in wanted)

    def _asked(self, question: str, language: Language) -> Asked | None:
        """What the question names; `None` where a shape has no place for all of it."""
        periods = find_periods(question, self.store.today)
        if len(periods) > 1 or any(p.comparison for p in periods):
            return None
        when = self.links.days(periods[0].token) if periods else ""
        codes = tuple(quoted(code) for code in self.links.codes(question))
        return Asked(question, when, self.links.values(question), language == "zh", codes)
