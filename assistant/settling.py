# ruff: noqa: E501  # a pattern reads best on one line
"""A message with what it takes back itself left out, before anything else is read of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.corrections import Told, corrected, may_take_back
from assistant.given_up import given_up
from assistant.misspoken import may_be_misspoken, misspoken
from assistant.same_days import without_month
from assistant.times import Times
from tools.customers import Customers
from tools.lexicon import Lexicon
from tools.places import PLACES

_ZH_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
_NUMBERS = (
    ("sum", re.compile(r"(?<![\w.])(?:[¥$€£]\s?)?\d[\d,]*(?:\.\d+)?\s?(?:k|grand|thousand|million|[万千])(?![a-z])|[一二两三四五六七八九十百千]+万[一二三四五六七八九]?千?|\d[\d,]*\s?(?:元|块|yuan|rmb|dollars)", re.IGNORECASE)),
    ("share", re.compile(rf"\d+(?:\.\d+)?\s?(?:%|％|percent\b|per cent\b)|百分之{_ZH_NUMBER}", re.IGNORECASE)),
    ("count", re.compile(r"(?:\b(?:top|bottom|best|worst|last|first) (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b)|(?:前|后|倒数|最后)?(?<![第\d年月日万千百号a-z])(?:\d{1,4}|[两三四五六七八九十百]{1,4})(?=[个名位款条](?!月|星|礼|季|小时))", re.IGNORECASE)),
    ("column", re.compile(r"(?<![A-Za-z\d_])[A-Za-z][A-Za-z\d_]*(?=\s?[那这]?一?[列栏](?!表))|(?<=\bcolumn )[A-Za-z]\w*", re.IGNORECASE)),
)  # fmt: skip
"""Numbers and columns, by what they are of."""


@dataclass(frozen=True)
class Settling:
    """Leaves out of a message what it takes back.

    Attributes:
        lexicon: The words of the store.
        times: Reads its times.
        customers: Finds those named by id.
    """

    lexicon: Lexicon
    times: Times
    customers: Customers

    def settled(self, text: str) -> str:
        """`text`, of the same length, with what it takes back blanked."""
        if may_be_misspoken(text):
            text = _blanked(text, misspoken(text, self._in_order(text)))
        if not may_take_back(text):
            return text
        text = self._less_given_up(text)
        return corrected(text, self._in_order(text))

    def _in_order(self, text: str) -> list[Told]:
        return sorted(self._told(text), key=lambda one: one.start)

    def _less_given_up(self, text: str) -> str:
        """`text`, of the same length, with what it gives up for something else blanked."""
        mentions = self.lexicon.find(text)
        timed = [(s.start, s.end) for s in self.times.named(text, [], apart=True)]
        return _blanked(text, given_up(text, mentions, timed))

    def _told(self, text: str) -> Iterator[Told]:
        """What `text` names, each with its kind."""
        mentions = self.lexicon.find(text)
        named = [(m.start, m.end) for m in mentions if m.kind == "value"]
        spans = self.times.named(text, named, apart=True)
        timed = [(s.start, s.end) for s in spans]
        users = self.customers.named(text, timed)
        for mention in mentions:
            yield Told(_kind(mention.kind, mention.name), mention.start, mention.end)
        for start, end in _again(text, timed):
            yield Told(("period", "days" if without_month(text[start:end]) else ""), start, end)
        yield from (Told(("user", ""), one.start, one.end) for one in users)
        taken = [*named, *timed, *((one.start, one.end) for one in users)]
        yield from _numbers(text, taken)


def _again(text: str, timed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where times are told, those told by the same words once more among them."""
    said = {text[start:end] for start, end in timed}
    more = {m.span() for words in said for m in re.finditer(re.escape(words), text)}
    inside = {a for a in more for b in timed if a not in timed and a[0] < b[1] and b[0] < a[1]}
    return sorted({*timed, *more} - inside)


def _kind(kind: str, name: str) -> tuple[str, str]:
    """What a name may be taken back for: a metric for another, a place for a place."""
    if kind != "value":
        return kind, ""
    return kind, "place" if name in PLACES else name


def _numbers(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Told]:
    for kind, pattern in _NUMBERS:
        for found in pattern.finditer(text):
            if not any(a < found.end() and found.start() < b for a, b in taken):
                yield Told(("number", kind), *found.span())


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, of the same length, without what stands at `spans`."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
