"""Composing a review from the phrase banks of `phrases/`: a small grammar with many voices.

A review is built of parts (opener, why it was bought, claims about aspects, closer), joined by glue
that follows agreement or contrast between claims, then roughened as people write (`texture.py`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic import BaseModel

from tools.store.demo.catalogue import COMMON_ASPECTS
from tools.store.demo.config import Rng, load_yaml
from tools.store.demo.texture import capitalised, roughen, trimmed

FOR_MEN = re.compile(r"dad|爸")  # gifts for those who do not wear dresses
GLUE = " .,;。，！"  # stops; ". But " and ", but " are the same glue
BANKS = ("shop", "tech", "home", "wear")
Language = Literal["en", "zh"]
Feeling = Literal["good", "bad"]
Tone = Literal["good", "middling", "bad"]


class Voice(BaseModel, frozen=True, extra="forbid"):
    """What one language says around the aspects; a `voice_*.yaml`, whose comments explain it."""

    contexts: dict[str, list[str]]
    personal: list[str]
    openers: dict[Tone, list[str]]
    closers: dict[Tone, list[str]]
    glue: dict[str, list[str]]
    update: dict[Feeling, list[str]]
    lists: dict[str, list[str]]
    emoji: dict[Tone, list[str]]
    short: dict[Tone, list[str]]
    titles: dict[Tone, list[str]]
    slots: dict[str, list[str]]
    things: dict[str, list[str]] = {}


@cache
def phrase_banks() -> dict[str, dict[Language, dict[Feeling, list[str]]]]:
    """Every phrase bank by name: language, then feeling, then clauses."""
    banks: dict[str, dict[Language, dict[Feeling, list[str]]]] = {}
    for name in BANKS:
        banks |= load_yaml(f"phrases/{name}.yaml")
    return banks


@cache
def voice(language: Language) -> Voice:
    """The voice of a language."""
    return Voice(**load_yaml(f"phrases/voice_{language}.yaml"))


@dataclass(frozen=True)
class Brief:
    """What one review is about.

    Attributes:
        category: Name of the item's category.
        noun: What the item is, in the language of the review.
        brand: The item's brand.
        rating: Stars, 1 to 5.
        banks: Aspect to its phrase banks, joined with "+".
        felt: Aspect to how it was felt; above 0 is good. Same keys as `banks`.
    """

    category: str
    noun: str
    brand: str
    language: Language
    rating: int
    banks: dict[str, str]
    felt: dict[str, float]

    @property
    def tone(self) -> Tone:
        """The overall mood the stars stand for."""
        return "good" if self.rating >= 4 else "middling" if self.rating == 3 else "bad"


@dataclass(frozen=True)
class Claim:
    """One clause about one aspect."""

    aspect: str
    feeling: Feeling
    text: str


@dataclass
class Writer:
    """Writes reviews with one stream of random numbers."""

    rng: Rng
    _filled: dict[str, str] = field(default_factory=dict)

    def write(self, brief: Brief) -> tuple[int, str, str]:
        """Stars, headline ("" for none) and text of a review."""
        self._filled = {"noun": brief.noun, "brand": brief.brand}
        names = ("this", "it", "them", "one", "is", "was")
        words = voice(brief.language)
        self._filled |= dict(zip(names, words.things.get(brief.category, []), strict=False))
        body = self._pick(words.slots["body"]).split()
        self._filled |= dict(zip(("height", "weight", "letter"), body, strict=True))
        claims = self._claims(brief)
        text = self._style()(brief, claims)
        text = roughen(self.rng, text, brief.language, words.emoji[brief.tone])
        return brief.rating, self._title(brief, claims), text

    def nearly(self, text: str) -> str:
        """`text` as somebody would post it a second time."""
        ends = [" again", "!!", "...", " :)", "。。", "～"]
        ending = ends[int(self.rng.integers(1, 4))] if text.isascii() else ends[-1]
        return text.rstrip(".!。！~ ") + ending

    def _style(self) -> Callable[[Brief, list[Claim]], str]:
        styles = (self._brief, self._plain, self._story, self._list, self._update, self._word)
        shares = (0.2, 0.42, 0.23, 0.08, 0.06, 0.01)
        return styles[int(self.rng.choice(len(styles), p=shares))]

    def _brief(self, brief: Brief, claims: list[Claim]) -> str:
        """One line: the claims, seldom with a word of praise or blame."""
        text = self._joined(brief, claims[:2])
        if self.rng.random() < 0.35:
            word = self._say(voice(brief.language).short[brief.tone], brief)
            text = self._sentences(brief, [word, text] if self.rng.random() < 0.5 else [text, word])
        return text

    def _plain(self, brief: Brief, claims: list[Claim]) -> str:
        """Opener or reason, claims, at times a closer."""
        words, parts = voice(brief.language), []
        lot = self.rng.random()
        if lot < 0.4:
            parts.append(self._say(words.openers[brief.tone], brief))
        elif lot < 0.65:
            parts.append(self._reason(brief))
        parts.append(self._joined(brief, claims))
        if self.rng.random() < 0.4:
            parts.append(self._say(words.closers[brief.tone], brief))
        return self._sentences(brief, parts)

    def _story(self, brief: Brief, claims: list[Claim]) -> str:
        """A paragraph: reason, more than one clause about most aspects, closer."""
        words = voice(brief.language)
        parts = [self._reason(brief)]
        if self.rng.random() < 0.45:
            parts.append(self._say(words.openers[brief.tone], brief))
            if self.rng.random() < 0.5:
                parts.reverse()
        again = self._claims(brief)
        told = {claim.text for claim in claims}
        again = [c for c in again if c.text not in told and c.aspect not in COMMON_ASPECTS]
        more = [claim for claim in again if self.rng.random() < 0.6]
        both = sorted(claims + more, key=lambda c: c.feeling == "bad", reverse=brief.rating < 3)
        half = len(both) // 2
        parts += [self._joined(brief, part) for part in (both[:half], both[half:]) if part]
        if self.rng.random() < 0.7:
            parts.append(self._say(words.closers[brief.tone], brief))
        return self._sentences(brief, parts)

    def _list(self, brief: Brief, claims: list[Claim]) -> str:
        """Pros and cons, where there are both; else a plain review."""
        pros = [c.text for c in claims if c.feeling == "good"]
        cons = [c.text for c in claims if c.feeling == "bad"]
        if not pros or not cons:
            return self._plain(brief, claims)
        words = voice(brief.language)
        at = int(self.rng.integers(len(words.lists["pro"])))
        comma, stop = ("；", "。") if brief.language == "zh" else (", ", ". ")
        breaks = "\n" if self.rng.random() < 0.5 else stop
        text = words.lists["pro"][at] + comma.join(pros) + breaks
        text += words.lists["con"][at] + comma.join(cons)
        if self.rng.random() < 0.3:
            text += breaks + capitalised(self._say(words.closers[brief.tone], brief))
        return text

    def _update(self, brief: Brief, claims: list[Claim]) -> str:
        """A plain review with something added weeks later."""
        if brief.tone == "middling":
            return self._plain(brief, claims)
        feeling: Feeling = "good" if brief.tone == "good" else "bad"
        later = self._say(voice(brief.language).update[feeling], brief)
        breaks = self._pick(["\n", "。"] if brief.language == "zh" else ["\n", ". "])
        return trimmed(self._plain(brief, claims)) + breaks + later

    def _word(self, brief: Brief, claims: list[Claim]) -> str:
        """Next to nothing."""
        words = voice(brief.language)
        first = self._say(words.short[brief.tone], brief)
        return self._sentences(
            brief, [first, claims[0].text] if self.rng.random() < 0.4 else [first]
        )

    def _reason(self, brief: Brief) -> str:
        """Why it was bought, or for whom."""
        words = voice(brief.language)
        own, category = self.rng.random() < 0.6, brief.category
        personal = [p for p in words.personal if category != "Dresses" or not FOR_MEN.search(p)]
        reason = self._say(words.contexts[category] if own else personal, brief)
        if own and self.rng.random() < 0.15:
            reason += ("，" if brief.language == "zh" else ". ") + capitalised(
                self._say(personal, brief)
            )
        return reason

    def _claims(self, brief: Brief) -> list[Claim]:
        """A clause for each aspect; what fits the stars comes first, mostly."""
        claims = []
        for aspect, felt in brief.felt.items():
            feeling: Feeling = "good" if felt > 0 else "bad"
            clauses = [
                clause
                for bank in brief.banks[aspect].split("+")
                for clause in phrase_banks()[bank][brief.language][feeling]
            ]
            claims.append(Claim(aspect, feeling, self._say(clauses, brief)))
        if self.rng.random() < 0.8:
            claims.sort(key=lambda claim: claim.feeling == "bad", reverse=brief.rating < 3)
        return claims

    def _joined(self, brief: Brief, claims: list[Claim]) -> str:
        """The claims as running text."""
        text = claims[0].text
        used = "none"
        for before, claim in pairwise(claims):
            options = voice(brief.language).glue[self._turn(before, claim)]
            glue = self._pick([option for option in options if option.strip(GLUE).lower() != used])
            used = glue.strip(GLUE).lower() or "none"
            starts = glue.endswith((". ", "。", "！")) and brief.language == "en"
            text += glue + (capitalised(claim.text) if starts else claim.text)
        return text

    def _turn(self, before: Claim, claim: Claim) -> str:
        """Which glue stands between two claims."""
        if before.feeling == claim.feeling:
            return "more" if claim.feeling == "good" else "worse"
        return "relief" if claim.feeling == "good" else "contrast"

    def _sentences(self, brief: Brief, parts: list[str]) -> str:
        """Parts put side by side, with stops as people set them."""
        if brief.language == "en":
            habit = self._pick([". ", ". ", ". ", "! ", " - ", "... ", ", " * (len(parts) == 2)])
            glued = parts[0]
            for part in parts[1:]:
                stop = habit if habit and self.rng.random() < 0.6 else ". "
                starts = stop not in (", ", " - ")
                glued = trimmed(glued) + stop + (capitalised(part) if starts else part)
            return glued
        stops = ["。", "，", "！", "，", " ", "～", "。", "。"]
        glued = parts[0]
        for part in parts[1:]:
            glued = trimmed(glued) + self._pick(stops) + part
        return glued

    def _title(self, brief: Brief, claims: list[Claim]) -> str:
        """A headline, for two reviews in three."""
        if self.rng.random() < 0.36:
            return ""
        feeling = "good" if brief.rating >= 3 else "bad"
        told = {claim.text for claim in claims}
        again = [c for c in self._claims(brief) if c.feeling == feeling and c.text not in told]
        fits = [claim.text for claim in again]
        limit = 12 if brief.language == "zh" else 36
        if fits and len(fits[0]) <= limit and self.rng.random() < 0.45:
            return capitalised(fits[0])
        return self._say(voice(brief.language).titles[brief.tone], brief)

    def _say(self, phrases: list[str], brief: Brief) -> str:
        """One of `phrases` with its choices made and slots filled."""
        text = re.sub(r"<([^<>]*)>", lambda m: self._pick(m[1].split("|")), self._pick(phrases))
        return re.sub(r"\$([a-z_]+)", lambda m: self._slot(m[1], brief.language), text).strip()

    def _slot(self, name: str, language: Language) -> str:
        """The filling of a slot; the same throughout one review."""
        if name not in self._filled:
            self._filled[name] = self._pick(voice(language).slots[name])
        return self._filled[name]

    def _pick(self, options: list[str]) -> str:
        return options[int(self.rng.integers(len(options)))]
