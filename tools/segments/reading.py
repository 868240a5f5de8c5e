# ruff: noqa: E501  # a pattern reads best on one line
"""Descriptions of customers in words become segments; what is not understood is named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.lexicon import CHINESE, Lexicon
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.periods import find_periods, resolve
from tools.periods.calendar import POINT
from tools.segments import chatter
from tools.segments.assembling import Assembler
from tools.segments.ordering import Understood, ordered
from tools.segments.plain import plainly, uncontracted
from tools.segments.rules import Thing
from tools.segments.segment import Segment, slug
from tools.segments.tokens import IDLE, Kind, Token, recencies_in, tokens_in
from tools.wording.values import Name, Quote

if TYPE_CHECKING:
    from tools.segments.segments import Segments

QUOTED = re.compile(r"[\"“'‘「『](?P<words>[^\"”'’」』]{2,60})[\"”'’」』]")
SEARCHED = re.compile(r"(?:search\w*(?: for)?|搜索?[过了]?(?:关键词)?)\s*$", re.IGNORECASE)
SEARCHES = re.compile(r"search(?:ed|es|ing)", re.IGNORECASE)
"""A deed, though a channel may be called "search"."""
SEXES = (
    ("female", re.compile(r"\b(?:gals|females|girls)\b|(?<![\u4e00-\u9fff])女(?![\u4e00-\u9fff])|女(?:的|孩子?|同学|会员|买家|客人?|人)|小姑娘|妹子|小姐姐们?|姐妹们?")),
    ("male", re.compile(r"\b(?:dudes|gents|lads|males|boys|guys(?=,? (?:who|that|with|from|in|aged|only)\b))\b|(?<![\u4e00-\u9fff])男(?![\u4e00-\u9fff])|男(?:的|孩子?|同学|会员|买家|客人?|人)|小哥哥?们?|兄弟们?")),
)  # fmt: skip
"""Everyday words for women and men."""
SAID_OTHERWISE = re.compile(r"下单|购|买|注册|bought|order|cart|regist|wishlist", re.IGNORECASE)
"""Words for standard segments that a description says by what was done, and means so."""
LABEL_LENGTH = 60


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
        text = " ".join(self._plain(words).split())
        found = self._understood(text)
        if left := self._left_over(text, found):
            raise ToolError("segments-not-understood", words=Quote(text=left))
        return self._made(words, text, found, "")

    def gathered(self, words: str) -> Segment:
        """The segment that a question or a remark tells among other things.

        Raises:
            ToolError: If words among the conditions are not understood, or there is no condition.
        """
        plain = self._plain(words)
        text = chatter.bared(plain)
        found = self._understood(text)
        told: list[chatter.Piece] = []
        aside: list[str] = []
        for piece in chatter.pieces(plain, text, [one.token for one in found]):
            original, bare = plain[piece.start : piece.end], text[piece.start : piece.end]
            if not chatter.is_aside(original, bare, piece):
                told.append(piece)
            elif chatter.is_said(original, piece):
                aside.append(" ".join(original.split()))
        if left := [word for piece in told for word in piece.left]:
            raise ToolError("segments-not-understood", words=Quote(text=", ".join(left)))
        return self._made(words, text, _within(told, found), "; ".join(aside))

    def _plain(self, words: str) -> str:
        return plainly(self.lexicon.spelled(uncontracted(words)))

    def _made(self, words: str, text: str, found: list[Understood], aside: str) -> Segment:
        """The segment whose description holds what was `found` in `text`."""
        currency = self.segments.store.profile.currency
        rules = Assembler(text, currency, self._after).rules(ordered(found, text))
        label = words.strip()
        if len(label) > LABEL_LENGTH:
            label = label[: LABEL_LENGTH - 1].rstrip() + "…"
        self.segments.conditions(None).met(rules)
        return Segment(
            id=slug(words), label=Name(en=label), words=words.strip(), rules=rules, aside=aside
        )

    def _after(self, token: str) -> str | None:
        """The time after the period `token`, up to today; a period that reaches today stays."""
        today = self.segments.store.today
        period = resolve(token, today, self.segments.store.calendar[0])
        if period.last >= today:
            return None if POINT.fullmatch(token) else token
        return f"{period.last + timedelta(days=1)}..{today}"

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
        yield from self._sexes(text)
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
            told = mention.kind == "value" and not SEARCHES.fullmatch(mention.text)
            if told and DIMENSIONS[mention.name].home != "clock":
                name = self._name(mention.name, mention.value)
                own = None if name.en == mention.value else name.en
                thing = Thing(dimension=mention.name, value=mention.value, en=own, zh=name.zh)
                spans.setdefault((mention.start, mention.end), []).append(thing)
        return [Understood(Token("thing", *span), tuple(things)) for span, things in spans.items()]

    def _sexes(self, text: str) -> Iterable[Understood]:
        """Everyday words for women and men, where the store tells them apart."""
        known = self._semantics.values(DIMENSIONS["gender"]) if self._tells_sex else []
        for value, pattern in SEXES:
            if value in known:
                name = self._name("gender", value)
                thing = Thing(dimension="gender", value=value, en=name.en, zh=name.zh)
                for match in pattern.finditer(text):
                    yield Understood(Token("thing", *match.span()), (thing,))

    @cached_property
    def _tells_sex(self) -> bool:
        return "users.gender" in self.segments.store.columns

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


def _within(told: list[chatter.Piece], found: list[Understood]) -> list[Understood]:
    """What was found in the pieces that tell conditions, which are joined by "and"."""
    kept: list[Understood] = []
    for piece in told:
        if kept:
            kept.append(Understood(Token("join", piece.start, piece.start, "and")))
        kept += [one for one in found if piece.start <= one.token.start < piece.end]
    return kept
