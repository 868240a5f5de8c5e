"""Every phrase by which one store's metrics, dimensions and values may be named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.bilingual import word_pairs
from tools.countries import other_names as other_countries
from tools.goods import other_names
from tools.loose_names import cut_short
from tools.mentions import Kind
from tools.metrics.dimensions import DIMENSIONS, Dimension
from tools.metrics.metric import METRICS
from tools.metrics.semantics import Semantics
from tools.partial_names import EMPTY, MOST_ELSEWHERE, MOST_VALUES, SHORTENED, heads, short_names
from tools.places import cities_of, groups_of
from tools.store.store import Store
from tools.tokens import Words, speaks, tokens_of, unaccented
from tools.value_words import VALUE_WORDS, WEEKDAY_WORDS
from tools.wording.values import Name

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ITEMS, REGIONS, COUNTRIES, CATEGORIES = (
    DIMENSIONS[name] for name in ("item", "region", "country", "category")
)
_CATEGORY, _ITEM = ("value", "category"), ("value", "item")

Entry = tuple[Kind, str, str]
"""What a phrase names: its kind, a metric or dimension, and a value of the dimension."""
Phrases = dict[Words, tuple[Entry, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of one store, each as the words it is made of; made once."""

    store: Store

    @cached_property
    def _categories(self) -> dict[str, Name]:
        semantics = Semantics(self.store)
        return semantics.names(CATEGORIES, semantics.values(CATEGORIES))

    @cached_property
    def phrases(self) -> Phrases:
        """Phrase to what it names."""
        weekend: tuple[Entry, ...] = (("value", "weekday", "6"), ("value", "weekday", "7"))
        named = {**self.own, **self.translated}
        return {**named, ("weekend",): weekend, ("周", "末"): weekend, **self._grouped()}

    @cached_property
    def own(self) -> Phrases:
        """Phrases of the store's own language; the first to claim one keeps it.

        One word that is a part of categories' names is no item's, though it may be a title.
        """
        phrases: Phrases = {}
        for phrase, entry in self._entries():
            words = tuple(token.word for token in tokens_of(phrase))
            if speaks(words):
                claimed = phrases.setdefault(words, (entry,))
                if entry not in claimed and entry[:2] == claimed[0][:2] == ("value", "device"):
                    phrases[words] = (*claimed, entry)  # "mobile" is the app and the mobile web
        less = {**self.called_otherwise, **self._shortened()}
        items = {w for w, told in phrases.items() if len(w) == 1 and told[0][:2] == _ITEM}
        return {
            **phrases,
            **{w: told for w, told in less.items() if w in items or w not in phrases},
        }

    @cached_property
    def cut_short(self) -> dict[str, str]:
        """Beginnings of categories' names, with the word that each is the beginning of."""
        names = self._categories
        own = ((v, word) for v, n in names.items() for word in (v, n.en, n.zh) if word)
        return cut_short({*own, *other_names(names)})

    @cached_property
    def called_otherwise(self) -> Phrases:
        """Other names of the goods that categories are of."""
        found: dict[Words, dict[Entry, None]] = {}
        for value, word in other_names(self._categories):
            words = tuple(token.word for token in tokens_of(word))
            found.setdefault(words, {})[("value", "category", value)] = None
        most = MOST_VALUES["category"]
        return {w: tuple(told) for w, told in found.items() if speaks(w) and len(told) <= most}

    @cached_property
    def translated(self) -> Phrases:
        """Words of the other language for categories that are named in one alone."""
        lacking = {
            v for v, name in self._categories.items() if not name.zh or CHINESE.search(name.en)
        }
        if not lacking:
            return {}
        known = self.own
        found: Phrases = {}
        for pair in word_pairs():
            zh, en = (tuple(token.word for token in tokens_of(word)) for word in pair)
            for own, other in ((en, zh), (zh, en)):
                entries = known.get(own, ())
                of_goods = all(e[:2] == _CATEGORY and e[2] in lacking for e in entries)
                listed = self.called_otherwise.get(other, ())
                if entries and of_goods and known.get(other, ()) == listed:
                    told = (*listed, *found.get(other, ()), *entries)
                    found[other] = tuple(dict.fromkeys(told))
        return {words: entries for words, entries in found.items() if speaks(words)}

    def _grouped(self) -> Phrases:
        """Names for several regions at once and for cities, with the regions of the store."""
        semantics = Semantics(self.store)
        regions = semantics.names(REGIONS, semantics.values(REGIONS))
        places = (*((city, (value,)) for city, value in cities_of(regions)), *groups_of(regions))
        return {
            tuple(token.word for token in tokens_of(word)): tuple(
                ("value", "region", value) for value in values
            )
            for word, values in places
        }

    def _shortened(self) -> Phrases:
        """Parts of names that stand for them, with every value of one dimension that they fit."""
        semantics = Semantics(self.store)
        found: Phrases = {}
        for dimension in (DIMENSIONS[name] for name in DIMENSIONS if name in SHORTENED):
            fitting: dict[Words, dict[Entry, None]] = {}
            names = semantics.names(dimension, semantics.values(dimension))
            goods = heads(name.en for name in names.values())
            most = MOST_VALUES.get(dimension.name, MOST_ELSEWHERE)
            for value, name in names.items():
                for part in short_names(dimension.name, value, name, goods):
                    words = tuple(token.word for token in tokens_of(part))
                    entry: Entry = ("value", dimension.name, value)
                    fitting.setdefault(words, {})[entry] = None
            for words, entries in fitting.items():
                if speaks(words) and len(entries) <= most:
                    found.setdefault(words, tuple(entries))
        return found

    def _entries(self) -> Iterator[tuple[str, Entry]]:
        semantics = Semantics(self.store)
        for metric in METRICS.values():
            for word in (metric.name, metric.label.en, metric.label.zh or "", *metric.synonyms):
                yield word, ("metric", metric.name, "")
        for dimension in DIMENSIONS.values():
            label = dimension.label
            for word in (dimension.name, label.en, label.zh or "", *dimension.synonyms):
                yield word, ("dimension", dimension.name, "")
        for dimension in sorted(DIMENSIONS.values(), key=lambda d: d is ITEMS):
            for value, word in _values(semantics, dimension):
                yield word, ("value", dimension.name, value)


def _values(semantics: Semantics, dimension: Dimension) -> Iterable[tuple[str, str]]:
    """Each value of `dimension` with every word for it."""
    if dimension.home == "clock":
        if dimension.name == "weekday":
            for value, words in WEEKDAY_WORDS.items():
                yield from ((value, word) for word in words)
        return
    if dimension.home == "derived":  # "new" is no customer, and "10-20" no price, by itself
        return
    values = semantics.values(dimension)
    names = semantics.names(dimension, values)
    often = Counter(name.en.casefold() for name in names.values()) if dimension is ITEMS else {}
    for value, name in names.items():
        if often and name.en.casefold() in EMPTY:
            continue  # "kids" is no item by itself
        if often.get(name.en.casefold(), 0) > 1:
            yield name.en, name.en  # a title that several items share stands for all of them
            continue
        called = [word for word in (value, name.en, name.zh) if word]
        yield from ((value, word) for word in called)
        yield from ((value, word) for word in map(unaccented, called) if word not in called)
        for word in VALUE_WORDS.get((dimension.name, value.casefold()), ()):
            yield value, word
    if dimension is COUNTRIES:
        yield from other_countries(values)
