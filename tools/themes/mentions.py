"""Clauses that speak of a theme: how reviews are read for them."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import intern

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from retrieval.embedding import Progress
from retrieval.polarity import mood
from retrieval.terms import terms
from tools.themes.aspects import Lexicon, at_home
from tools.themes.clauses import clauses
from tools.themes.mined import own_themes
from tools.themes.sentiment import Words, clause_scores, with_stars
from tools.wording.values import Name

AT_HOME = 0.01
"""Share of a category's reviews in which plain words speak of an aspect, from which its ambiguous
words do as well: "light" of lamps, not of dresses (one sense per discourse, Gale et al. 1992)."""

STEPS = 4  # of reading: cut, felt, grouped, found
_COLUMNS = ("review", "theme", "score", "typical", "start", "end")

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Mentions:
    """Clauses that speak of a theme, in the order of the reviews.

    Attributes:
        themes: What each theme is called, by its id, in the order that `theme` counts.
        spam: Places of the reviews that are plainly none.
        review: `[n]` place of the review among all by id.
        theme: `[n]` place of the theme.
        score: `[n]` log odds that the clause is favourable.
        typical: `[n]` how typical its words are of what is said so of the theme, 0 and up.
        start: `[n]` first character of the clause in the review as it is shown.
        end: `[n]` one past its last.
    """

    themes: dict[str, Name]
    spam: Ints
    review: Ints
    theme: Ints
    score: Floats
    typical: Floats
    start: Ints
    end: Ints

    @cached_property
    def shared(self) -> Flags:
        """Which clauses speak of more than one theme, `[n]`."""
        _, place, n = np.unique(
            np.stack((self.review, self.start)), axis=1, return_inverse=True, return_counts=True
        )
        return np.asarray(n[place] > 1)

    def to_arrow(self) -> pa.Table:
        """All of it as a table, the themes in its metadata."""
        names = {theme: [name.en, name.zh] for theme, name in self.themes.items()}
        columns = {name: getattr(self, name) for name in _COLUMNS}
        told = {"themes": json.dumps(names), "spam": json.dumps(self.spam.tolist())}
        return pa.table(columns).replace_schema_metadata(told)

    @classmethod
    def from_arrow(cls, table: pa.Table) -> "Mentions":
        """What `to_arrow` made."""
        names = json.loads(table.schema.metadata[b"themes"])
        themes = {theme: Name(en=en, zh=zh) for theme, (en, zh) in names.items()}
        spam = np.array(json.loads(table.schema.metadata[b"spam"]), np.int64)
        return cls(themes, spam, **{name: table[name].to_numpy() for name in _COLUMNS})


def read(
    texts: Sequence[str],
    stars: Sequence[int | None],
    things: Sequence[str],
    categories: Sequence[str],
    moods: Sequence[int] | None = None,
    progress: Progress | None = None,
) -> Mentions:
    """Every mention of a theme, common or the store's own.

    Args:
        texts: The reviews; empty ones are passed over.
        stars: 1-5 of each, if it has any.
        things: What the item of each is called.
        categories: Category of each one's item.
        moods: Mood of each, -1 to 1, that counts where it has no stars; open if not given.
        progress: Called with steps done and steps in all.
    """
    step = progress or (lambda _done, _all: None)
    spans = [clauses(text) for text in texts]
    said = [[text[a:b] for a, b in own] for text, own in zip(texts, spans, strict=True)]
    words = [[[intern(w) for w in terms(clause)] for clause in own] for own in said]
    flat = [clause for own in words for clause in own]
    owner = np.repeat(np.arange(len(texts)), [len(own) for own in spans])
    known = zip(stars, moods or [0] * len(stars), strict=True)
    labels = [felt if s is None else mood(0.0, s) for s, felt in known]
    step(1, STEPS)
    scores = with_stars(clause_scores(words, labels), owner, stars)
    step(2, STEPS)
    lexicon = Lexicon.common().with_own(own_themes(said, flat, categories))
    step(3, STEPS)
    found = _found(lexicon, said, words, things, categories)
    places = {theme: place for place, theme in enumerate(lexicon.names)}
    at = [span for own in spans for span in own]
    rows = np.array(
        [
            (owner[clause], places[theme], clause, *at[clause])
            for clause, themes in enumerate(found)
            for theme in sorted(themes)
        ],
        np.int64,
    ).reshape(-1, 5)
    review, theme, clause, start, end = rows.T
    step(STEPS, STEPS)
    score, nothing = scores[clause], np.zeros(0, np.int64)
    typical = _typical(flat, clause, theme * 2 + (score > 0))
    return Mentions(dict(lexicon.names), nothing, review, theme, score, typical, start, end)


def _typical(clauses: Sequence[Words], clause: Ints, kinds: Ints) -> Floats:
    """How typical each mention's words are of its kind, `[n]`: the mean of their c-TF-IDF.

    A word's weight is its share of the kind's clauses times log(1 + mean words of a kind / its
    count in all kinds) (Grootendorst 2022).

    Args:
        clauses: Words of all clauses.
        clause: `[n]` place of each mention's clause.
        kinds: `[n]` theme and mood of each mention, as a number.
    """
    words = {int(place): set(clauses[place]) for place in np.unique(clause)}
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for place, kind in zip(clause.tolist(), kinds.tolist(), strict=True):
        counts[kind].update(words[place])
    everywhere = sum(counts.values(), Counter())
    mean = everywhere.total() / max(len(counts), 1)
    sizes = Counter(kinds.tolist())
    return np.array(
        [
            sum(counts[k][w] / sizes[k] * math.log(1 + mean / everywhere[w]) for w in words[c])
            / max(len(words[c]), 1)
            for c, k in zip(clause.tolist(), kinds.tolist(), strict=True)
        ],
        np.float64,
    )


def _found(
    lexicon: Lexicon,
    said: Sequence[Sequence[str]],
    words: Sequence[Sequence[Words]],
    things: Sequence[str],
    categories: Sequence[str],
) -> list[frozenset[str]]:
    """Themes of each clause, the ambiguous words decided by their category."""
    matched = [
        [lexicon.matched(clause, thing, stems) for clause, stems in zip(own, held, strict=True)]
        for own, held, thing in zip(said, words, things, strict=True)
    ]
    sizes = Counter(categories)
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for own, category in zip(matched, categories, strict=True):
        spoken[category].update(frozenset().union(*own))
    home = {
        category: frozenset(a for a, n in counted.items() if n >= AT_HOME * sizes[category])
        for category, counted in spoken.items()
    }
    return [
        at_home(clause, home[category])
        for own, category in zip(matched, categories, strict=True)
        for clause in own
    ]
