"""What a question looks for in the reviews: a subject it names, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ibis import _

from retrieval.privacy import cleaned
from tools.review_subject import content, pointed_at, without
from tools.store.store import Store
from tools.wording.values import Name

LONGEST = 30
"""Letters of a phrase that is looked for word for word."""

ONE_IN = 2000
"""Of so many reviews at least one must hold a word for it to be what reviews speak about."""


@dataclass(frozen=True)
class Asked:
    """A question and the words in it that say what to look for.

    Attributes:
        query: The question.
        about: Its subject; empty when it asks about everything.
        guessed: Whether the subject is only what is left of the question, and in no review.
    """

    query: str
    about: str
    guessed: bool = False

    @classmethod
    def of(cls, query: str, scope: Iterable[str], store: Store) -> "Asked":
        """The subject of `query`.

        A subject pointed at ("about the zip", in quotes) or standing alone is taken at its word.
        Of other words those that the reviews hold are taken; where they hold none, all of them
        are, as a guess.

        Args:
            query: The question, or a subject alone.
            scope: Names of the item and the category asked about.
            store: Whose reviews.
        """
        left = without(query, scope, store.today)
        if pointed := pointed_at(left):
            return cls(query, pointed)
        words = content(left)
        alone = len("".join(words)) >= len(re.sub(r"\W", "", left))
        held = words if alone else _held(store, words)
        return cls(query, " ".join(held or words), guessed=bool(words) and not held)

    @property
    def phrase(self) -> str | None:
        """The subject as the asker wrote it, where that is one short phrase."""
        found = re.search(re.escape(self.about), self.query, re.IGNORECASE)
        if found and len(self.about) <= LONGEST:
            return found.group()
        if self.guessed:
            return self.about
        return self.query if len(self.query) <= LONGEST else None

    @property
    def shown(self) -> Name:
        """What is looked for, as it is repeated to the asker."""
        if not self.phrase:
            return Name(en="your question", zh="您的问题")
        words = f"“{cleaned(' '.join(self.phrase.split()))}”"
        return Name(en=words, zh=words)


def _held(store: Store, words: Sequence[str]) -> list[str]:
    """Those of `words` that enough reviews hold, in any form of the word."""
    if not words:
        return []
    reviews = store.table("reviews")
    text = reviews.text.fill_null("").lower()
    found = {f"word_{n}": text.re_search(_stem(word)).sum() for n, word in enumerate(words)}
    counts = reviews.aggregate(n=_.count(), **found).to_pyarrow().to_pylist()[0]
    least = max(1, counts["n"] // ONE_IN)
    return [word for n, word in enumerate(words) if (counts[f"word_{n}"] or 0) >= least]


def _stem(word: str) -> str:
    """A pattern of the word and its forms."""
    if not word.isascii():
        return re.escape(word)
    return rf"\b{re.escape(re.sub(r'(?<=...)(?:ies|es|s|ing|ed|y)$', '', word))}"
