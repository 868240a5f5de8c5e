"""Descriptions of customers in words become segments; what is not understood is named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.lexicon import CHINESE, Lexicon
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.periods import find_periods
from tools.segments.assembling import Assembler
from tools.segments.rules import Thing
from tools.segments.segment import Segment, slug
from tools.segments.tokens import IDLE, Kind, Token, recencies_in, tokens_in
from tools.wording.values import Name, Quote

if TYPE_CHECKING:
    from tools.segments.segments import Segments

QUOTED = re.compile(r"[\"“'‘「『](?P<words>[^\"”'’」』]{2,60})[\"”'’」』]")
SEARCHED = re.compile(r"(?:search\w*(?: for)?|搜索?[过了]?(?:关键词)?)\s*$", re.IGNORECASE)
SHORT_NOT = re.compile(r"(?<=\w)n['’]t\b", re.IGNORECASE)
SAID_OTHERWISE = re.compile(r"下单|购|买|注册|bought|order|cart|regist|wishlist", re.IGNORECASE)
"""Words for standard segments that a description says by what was done, and means so."""
LABEL_LENGTH = 60


@dataclass(frozen=True)
class Understood:
    """A token with what it names in the store.

    Attributes:
        token: Where it stands and what kind it is.
        things: Values of the store, for a `thing`.
        segment: The segment, for a `segment`.
    """

    token: Token
    things: tuple[Thing, ...] = ()
    segment: Segment | None = None


OVER_TIME = re.compile(
    r"\b(?:over|during|across)(?= (?:the |these )?(?:last|past|previous)\b)", re.I
)
NOT_ORDER = re.compile(
    r"\b(not|never)((?: ever| yet| actually)?) (?:order|purchase)\b", re.IGNORECASE
)
AND_THEN = re.compile(r"\b(?:and|but) then\b", re.IGNORECASE)
ORDERS_ZH = re.compile(r"下过?([\d一二两三四五六七八九十]+)单")


@dataclass(frozen=True)
class Reader:
    """Reads descriptions of the customers of one store; made once, asked often.

    Attributes:
        segments: The store's segments, which descriptions may name.
    """

    segments: "Segments"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The store's words."""
        return Lexicon(self.segments.store)

    @cached_property
    def _semantics(self) -> Semantics:
        return Semantics(self.segments.store)

    def segment(self, words: str) -> Segment:
        """The segment that `words` describe.

        Raises:
            ToolError: If words are not understood, or they name no condition.
        """
        text = " ".join(self.lexicon.spelled(_written_out(words)).split())
        found = self._understood(text)
        if left := self._left_over(text, found):
            raise ToolError("segments-not-understood", words=Quote(text=left))
        currency = self.segments.store.profile.currency
        rules = Assembler(text, currency).rules(found)
        label = words.strip()
        if len(label) > LABEL_LENGTH:
            label = label[: LABEL_LENGTH - 1].rstrip() + "…"
        segment = Segment(id=slug(words), label=Name(en=label), words=words.strip(), rules=rules)
        self.segments.conditions(None).met(rules)
        return segment

    def _understood(self, text: str) -> list[Understood]:
        """What is understood of `text`, in order, nothing twice."""
        taken: list[Understood] = []
        for one in self._readings(text):
            start, end = one.token.start, one.token.end
            if not any(start < t.token.end and t.token.start < end for t in taken):
                taken.append(one)
        return sorted(taken, key=lambda one: one.token.start)

    def _readings(self, text: str) -> Iterable[Understood]:
        """Every reading of a stretch of `text`, the surest first."""
        for match in QUOTED.finditer(text):
            if SEARCHED.search(text[: match.start()]):
                yield Understood(Token("thing", *match.span(), match["words"]))
        yield from self._things(text)
        yield from (Understood(token) for token in recencies_in(text))
        today = self.segments.store.today
        for mention in find_periods(text, today):
            kind: Kind = "idle" if mention.token == "all" else "period"  # noqa: S105  # a period's token
            yield Understood(Token(kind, mention.start, mention.end, mention.token))
        yield from self._named(text)
        yield from (Understood(token) for token in tokens_in(text))

    def _things(self, text: str) -> list[Understood]:
        """Values of the store that `text` names; several of one stretch are alternatives."""
        spans: dict[tuple[int, int], list[Thing]] = {}
        for mention in self.lexicon.find(text):
            if mention.kind == "value" and DIMENSIONS[mention.name].home != "clock":
                name = self._name(mention.name, mention.value)
                own = None if name.en == mention.value else name.en
                thing = Thing(dimension=mention.name, value=mention.value, en=own, zh=name.zh)
                spans.setdefault((mention.start, mention.end), []).append(thing)
        return [Understood(Token("thing", *span), tuple(things)) for span, things in spans.items()]

    def _name(self, dimension: str, value: str) -> Name:
        return self._semantics.names(DIMENSIONS[dimension], [value])[value]

    def _named(self, text: str) -> Iterable[Understood]:
        """Segments that `text` calls by name, the longest names first."""
        own = {s.label.en.casefold(): s for s in self.segments.saved()}
        own |= {s.id.casefold(): s for s in self.segments.saved()}
        words = {w: s for w, s in self.segments.called.items() if not SAID_OTHERWISE.search(w)}
        for word, segment in sorted({**words, **own}.items(), key=lambda pair: -len(pair[0])):
            pattern = re.escape(word).replace(r"\ ", r"[\s_-]+")
            if not CHINESE.search(word):
                pattern = rf"(?<![\w-]){pattern}(?![\w-])"
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield Understood(Token("segment", *match.span(), segment.id), segment=segment)

    def _left_over(self, text: str, found: list[Understood]) -> str:
        """Words of `text` that nothing accounts for; empty where all is understood."""
        left = list(text)
        for one in found:
            left[one.token.start : one.token.end] = "\0" * (one.token.end - one.token.start)
        rest = IDLE.sub(lambda match: "\0" * len(match[0]), "".join(left))
        words = re.findall(r"[^\W_]+(?:[^\S\0]+[^\W_]+)*", rest)
        return ", ".join(dict.fromkeys(words))


def _written_out(words: str) -> str:
    """`words` in fewer ways of saying one thing; "can't lose" stays a name.

    "haven't" becomes "have not", "did not order" "did not buy", "over the past month"
    "in the past month", "下过两单" "下单两次".
    """
    whole = SHORT_NOT.sub(
        lambda m: m[0] if words[: m.start()].casefold().endswith("ca") else " not", words
    )
    whole = NOT_ORDER.sub(r"\1\2 buy", AND_THEN.sub("and", OVER_TIME.sub("in", whole)))
    return ORDERS_ZH.sub(r"下单\1次", whole)
