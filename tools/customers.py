# ruff: noqa: E501  # a pattern reads best on one line
"""Finds the customers a question names by id, whatever this store's ids look like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import ibis
from ibis import _

from tools.store.store import Store

WHERE = ("users", "orders", "events")
"""Tables that know customers, the smallest first."""

_TOKEN = re.compile(r"(?<![A-Za-z0-9_@.¥$€£])[A-Za-z0-9](?:[A-Za-z0-9_@.-]*[A-Za-z0-9])?")
_BEFORE = re.compile(
    r"(?:\b(?:user|customer|shopper|client|buyer|member|visitor)(?:[ _-]?(?:id|no\.?|number|num))?|(?<!product )(?<!item )(?<!order )(?<!sku )(?<!review )(?<!商品)(?<!订单)(?<!产品)(?<!评价)(?<![a-z])id"
    r"|(?:用户|顾客|客户|会员|买家|访客)(?:的?(?:id|编号|号码?|名))?|(?<!商品)(?<!订单)(?<!产品)(?<!评价)编号)\s*(?:is|为|是)?\s*[#＃:：=]?\s*[\"“'「]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^[\"”'」]?\s*号?(?:这|那)?[个位名]?(?:用户|顾客|客户|会员|买家|访客)")
_UNIT = re.compile(
    r"\s*(?:%|days?\b|weeks?\b|months?\b|years?\b|or more|to \d|[天日周月年岁万千元块星件单次个位名人%])",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:\b(?:over|under|above|below|than|least|most|exceed\w*)|[>＞<＜≥≤]|超过?|于|至少|不到|满|不足)\s*$",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?:top|bottom|best|worst|first|last|no|q|h|p|v)[-_.]?\d{1,4}", re.IGNORECASE)
_YEARS = range(1990, 2100)


@dataclass(frozen=True)
class Customer:
    """A customer a text names.

    Attributes:
        user_id: The id as the store spells it; as written where the store has no such customer.
        start: Where it begins.
        end: Where it ends.
    """

    user_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Customers:
    """The customers of one store, looked up by id."""

    store: Store

    def named(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Customer]:
        """The customers `text` names, in order.

        A word with a digit counts where the store has a customer of that id, in any case, and,
        known or not, right after a word for customers ("customer 1024") unless it is a word of
        rank or a bare number that clings to it ("买家top15"). Digits alone need such a word beside
        them, or four figures that are no year.

        Args:
            text: A question, in either language.
            taken: Start and end of what is understood otherwise, such as periods.
        """
        tokens = [
            match
            for match in _TOKEN.finditer(text)
            if re.search(r"\d", match[0])
            and not any(a < match.end() and match.start() < b for a, b in taken)
        ]
        tokens = [
            match for match in tokens if _is_led(text, match) or _may_stand_alone(text, match)
        ]
        known = self._known([match[0] for match in tokens]) if tokens else {}
        found: list[Customer] = []
        for match in tokens:
            user = known.get(match[0].casefold())
            if user is None and _is_led(text, match):
                user = self._padded(match[0]) or (match[0] if _is_set_off(text, match) else None)
            if user:
                found.append(Customer(user, *match.span()))
        return found

    def _known(self, written: Sequence[str]) -> dict[str, str]:
        """Ids of the store by how they are written, in lower case."""
        spellings = {form for w in written for form in (w, w.lower(), w.upper(), w.capitalize())}
        ids: list[str] = []
        for table in self._tables():
            ids = _distinct(table.filter(_.user_id.isin(sorted(spellings))))
            if ids:
                break
        return {user.casefold(): user for user in ids}

    def _padded(self, number: str) -> str | None:
        """The only id that is `number` behind letters and zeros: u00088 for 88."""
        if not number.isdecimal():
            return None
        for table in self._tables()[:1]:
            ids = _distinct(table.filter(_.user_id.re_search(rf"^[A-Za-z_-]*0*{number}$")))
            return ids[0] if len(ids) == 1 else None
        return None

    def _tables(self) -> list[ibis.Table]:
        return [self.store.table(name) for name in WHERE if name in self.store.tables]


def _distinct(rows: ibis.Table) -> list[str]:
    ids = rows.select("user_id").distinct().limit(20).to_pyarrow()["user_id"].to_pylist()
    return sorted(str(user) for user in ids)


def _is_led(text: str, match: re.Match[str]) -> bool:
    """Whether a word for customers stands beside the id."""
    after = text[match.end() :]
    if _AFTER.match(after) and not re.fullmatch(r"\d{1,3}", match[0]):
        return True
    if after.startswith("号") and _AFTER.match(after):
        return True
    return bool(_BEFORE.search(text[: match.start()])) and not _UNIT.match(after)


def _is_set_off(text: str, match: re.Match[str]) -> bool:
    """Whether an unknown word can only be meant as an id: no rank, no short number clinging."""
    if _RANK.fullmatch(match[0]):
        return False
    clings = match.start() > 0 and "\u4e00" <= text[match.start() - 1] <= "\u9fff"
    return not clings or len(match[0]) > 3


def _may_stand_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the word looks like an id with no word for customers beside it."""
    word = match[0]
    if word.isdecimal():
        bare = not _UNIT.match(text[match.end() :]) and not _BOUND.search(text[: match.start()])
        return bare and len(word) > 3 and int(word) not in _YEARS
    return len(word) > 2 and bool(re.search(r"[A-Za-z_-]", word))
