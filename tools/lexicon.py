# ruff: noqa: E501  # a pattern and a list of words read best on one line
"""Finds what a question mentions: metrics, dimensions, and values of this store's dimensions."""

import re
from dataclasses import dataclass
from functools import cached_property

from tools.age_bands import bands_named, bands_of
from tools.ages import ages_in
from tools.apps import of_apps
from tools.countries import every_name, is_language
from tools.homophones import Sounds, sounded, sounds
from tools.loose_names import beside
from tools.mentions import Mention, mention_of
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.newcomers import newcomers_apart
from tools.numerals import in_digits
from tools.periods import find_periods
from tools.periods.vocabulary import written_out
from tools.persons import genders_alone
from tools.places import PLACES, among_countries, both_kinds, is_ours
from tools.script import plain
from tools.spelling import MIN_LENGTH, right_word, spelled
from tools.store.store import Store
from tools.titles import FEWEST_BARE, Titles, unbranded
from tools.tokens import Token, Words, singular, tokens_of
from tools.vocabulary import COUNTRIES, REGIONS, Vocabulary
from tools.youngest import ends_named

APART = re.compile(r"[,，、;；。()（）]")
_NONE = (("", "", ""),)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
WHICH = re.compile(r"\b(?:which|what)\s+$", re.IGNORECASE)
_WISE = re.compile(r"\b([a-z]{3,})wise\b", re.IGNORECASE)
_PER = re.compile(
    r"(?<=[a-z])\s*/\s*(?=(?:order|basket|cart|transaction|txn|customer|buyer|head)\b)",
    re.IGNORECASE,
)
"""A stroke for "per" ("items/order")."""
MAX_WORDS = 24  # tokens of the longest phrase looked for
NEVER_SLIPS = frozenset(
    "after price class level tier bucket segment bloke chap dude fella gent lass lad gal parcel package shipment box canton".split()  # noqa: SIM905
)
"""Words of phrases and colloquial ones that ordinary words only resemble ("prime", "broke")."""


@dataclass(frozen=True)
class Lexicon:
    """The words of one store; made once, asked often."""

    store: Store

    @cached_property
    def _words(self) -> Vocabulary:
        return Vocabulary(self.store)

    def find(self, text: str) -> list[Mention]:
        """What `text` mentions, in order; the longest phrase wins and small typos are forgiven."""
        tokens = [self._corrected(token) for token in tokens_of(text)]
        periods = [(m.start, m.end) for m in find_periods(text, self.store.today)]
        aged = [*self._aged(text, periods), *newcomers_apart(text), *self._gendered(text)]
        tokens = [t for t in tokens if not any(t.start < m.end and m.start < t.end for m in aged)]
        found: list[Mention] = [*aged]
        place = 0
        while place < len(tokens):
            length, mentions = self._longest(text, tokens, place, periods)
            if item := self._titled(text, tokens, place, length):
                length, mentions = item
            found += mentions
            place += length
        found += beside(text, found, self._words.cut_short)
        found.sort(key=lambda mention: mention.start)
        found = [m for m in of_apps(text, found, self._phones) if not _is_no_place(text, m)]
        return among_countries(found, self.countries)

    def _gendered(self, text: str) -> list[Mention]:
        """The women or men that one character names."""
        return [
            Mention("value", "gender", self._genders[name], text[start:end], start, end)
            for name, start, end in genders_alone(text)
            if name in self._genders
        ]

    @cached_property
    def _genders(self) -> dict[str, str]:
        return {v.casefold(): v for v in Semantics(self.store).values(DIMENSIONS["gender"])}

    @cached_property
    def _phones(self) -> frozenset[str]:
        return frozenset(Semantics(self.store).values(DIMENSIONS["device"]))

    def _aged(self, text: str, periods: list[tuple[int, int]]) -> list[Mention]:
        """The age bands that ages told as numbers cover, and those told by their ends alone."""
        told = [
            (band, ages)
            for ages in ages_in(text, self.store.today.year)
            for band in bands_of(ages, self._bands)
        ]
        for band, ages in [*bands_named(text, self._bands), *ends_named(text, self._bands)]:
            if not any(ages.start < other.end and other.start < ages.end for _, other in told):
                told.append((band, ages))
        return [
            Mention("value", "age_band", band, text[ages.start : ages.end], ages.start, ages.end)
            for band, ages in sorted(told, key=lambda one: one[1].start)
            if not any(ages.start < end and start < ages.end for start, end in periods)
        ]

    @cached_property
    def countries(self) -> dict[str, str]:
        """Regions that are countries too, with the country."""
        semantics = Semantics(self.store)
        regions, countries = (
            semantics.names(kind, semantics.values(kind)) for kind in (REGIONS, COUNTRIES)
        )
        return both_kinds(regions, countries)

    @cached_property
    def _bands(self) -> list[str]:
        return Semantics(self.store).values(DIMENSIONS["age_band"])

    def _longest(
        self, text: str, tokens: list[Token], place: int, periods: list[tuple[int, int]]
    ) -> tuple[int, list[Mention]]:
        """Tokens used from `place` on, and what they mention."""
        for length in range(min(MAX_WORDS, len(tokens) - place), 0, -1):
            words = tuple(token.word for token in tokens[place : place + length])
            if (
                length > 1
                and WHICH.search(text[: tokens[place].start])
                and words[:1] in self._kinds
                and any(kind == "metric" for kind, _, _ in self._words.phrases.get(words, ()))
            ):
                continue  # "which items sold best" asks for items, not for the metric items sold
            start, end = tokens[place].start, tokens[place + length - 1].end
            if (
                APART.search(text[start:end])
                and self._words.phrases.get(words, _NONE)[0][1] != "item"
            ):
                continue  # "phones, app" names two things
            mentions = [
                mention
                for kind, name, value in self._words.phrases.get(words, ())
                if (mention := mention_of(text, kind, name, value, start, end, periods))
            ]
            if mentions:
                return length, mentions
        return 1, []

    def _titled(
        self, text: str, tokens: list[Token], place: int, length: int
    ) -> tuple[int, list[Mention]] | None:
        """An item told by more of its title than the `length` words that mention something else."""
        words = [token.word for token in tokens]
        found = self._titles.at(words, place) or self._bare_titles.at(words, place)
        if found is None or found[1] <= length:
            return None
        start, end = tokens[place].start, tokens[place + found[1] - 1].end
        return found[1], [Mention("value", "item", found[0], text[start:end], start, end)]

    @cached_property
    def _titles(self) -> Titles:
        return Titles.of(self._named("item"))

    @cached_property
    def _bare_titles(self) -> Titles:
        brands = {words: value for value, words in self._named("brand")}
        return Titles.of(unbranded(self._named("item"), brands), FEWEST_BARE)

    def _named(self, dimension: str) -> list[tuple[str, Words]]:
        """Values of a dimension, each with the words of every name of it."""
        return [
            (entry[2], words)
            for words, entries in self._words.phrases.items()
            for entry in entries
            if entry[:2] == ("value", dimension)
        ]

    @cached_property
    def _kinds(self) -> frozenset[Words]:
        """Single words that name a dimension."""
        return frozenset(
            words
            for words, entries in self._words.phrases.items()
            if len(words) == 1 and entries[0][0] == "dimension"
        )

    def _corrected(self, token: Token) -> Token:
        """The token, spelled as the word of this store it all but is."""
        word = token.word
        if not word.isalpha() or not word.isascii():
            return token
        right = singular(right_word(word, self._core, self._known))
        return Token(right, token.start, token.end)

    def values(self, dimension: str) -> list[str]:
        """The store's values of a dimension."""
        return Semantics(self.store).values(DIMENSIONS[dimension])

    def spelled(self, text: str) -> str:
        """`text` in one script and compound numbers in digits, small misspellings put right."""
        text = _WISE.sub(self._apart, _PER.sub(" per ", written_out(plain(text))))
        return spelled(sounded(in_digits(text), self._sounds), self._core, self._known)

    def _apart(self, found: re.Match[str]) -> str:
        """A word such as "brandwise" as "brand-wise", where it is something to split by."""
        named = (singular(found[1].lower()),) in self._kinds
        return f"{found[1]}-wise" if named else found[0]

    @cached_property
    def _sounds(self) -> dict[Sounds, str]:
        """Chinese words for all but items, by how they sound."""
        return sounds(
            "".join(words)
            for words, entries in self._words.own.items()
            if entries[0][:2] != ("value", "item")
        )

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word for words in self._words.phrases for word in words) | every_name()

    @cached_property
    def _core(self) -> frozenset[str]:
        """Words a typo may stand for: all but those of items alone."""
        return frozenset(
            word
            for words, entries in self._words.phrases.items()
            if entries[0][:2] != ("value", "item")
            and words not in self._words.called_otherwise
            and words not in self._words.translated
            for word in words
            if len(word) >= MIN_LENGTH - 1 and word.isascii() and word not in NEVER_SLIPS
        )


def _is_no_place(text: str, mention: Mention) -> bool:
    """Whether a place named is none of customers: the store's own people's, or a language."""
    if mention.kind != "value" or mention.name not in PLACES:
        return False
    after = text[mention.end :]
    return is_ours(text[: mention.start], after) or is_language(mention.text, after)
