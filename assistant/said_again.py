"""Parts of a question that ask for one list once more ("… for u9? three of the kettles")."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.customers import Customers
from tools.lexicon import Lexicon

QUOTES = "search_reviews"
IDEAS = "recommend_items"


@dataclass(frozen=True)
class SaidAgain:
    """Tells whether a later part only says more of what the first asks for.

    Attributes:
        lexicon: Words of the store.
    """

    lexicon: Lexicon

    def names_once(self, texts: Sequence[str]) -> bool:
        """Whether no more than one of `texts` names anything of the store, or anybody."""
        return sum(map(self._names, texts)) < 2

    def of_one_list(self, texts: Sequence[str], tools: Sequence[str | None]) -> bool:
        """Whether all are for the same quotes, or for ideas for the same customer."""
        asked = set(tools)
        if asked == {QUOTES}:
            return self._names(texts[0]) and self.names_once(texts)
        return (
            asked == {IDEAS}
            and self._somebody(texts[0])
            and not any(map(self._somebody, texts[1:]))
        )

    def _names(self, text: str) -> bool:
        found = any(mention.kind == "value" for mention in self.lexicon.find(text))
        return found or self._somebody(text)

    def _somebody(self, text: str) -> bool:
        return bool(Customers(self.lexicon.store).named(text))
