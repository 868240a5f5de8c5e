"""Reviews in their own words: which to quote, which part of each, and the sentence around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from retrieval.centring import language_of
from retrieval.embedding import Vectors
from retrieval.entries import Hit
from retrieval.quoting import quote, sentences
from retrieval.review_index import ReviewIndex
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Day, Name, Quote, Value


@dataclass(frozen=True)
class Quoter:
    """Quotes reviews for one question.

    Attributes:
        index: The reviews.
        query: The question; the part of a review nearest to it is quoted.
        items: What items are called, by id.
    """

    index: ReviewIndex
    query: str
    items: Mapping[str, Name]

    def item(self, hit: Hit) -> Name | None:
        """What the item reviewed is called, if the review is about one."""
        return self.items.get(hit.item_id, Name(en=hit.item_id)) if hit.item_id else None

    def preferred(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, those in the language of the question first."""
        asked = language_of(self.query)
        return sorted(hits, key=lambda hit: hit.language != asked)

    def texts(self, hits: Sequence[Hit], towards: Vectors | None = None) -> list[str]:
        """The part of each review to quote.

        Args:
            hits: The reviews.
            towards: `[width]`; the part nearest to it is quoted, the question's own if not given.
        """
        if not hits:
            return []
        pieces = [sentences(hit.text) for hit in hits]
        vectors = self.index.passage_vectors([piece for part in pieces for piece in part])
        question = self.index.query_vector(self.query) if towards is None else towards
        quotes, start = [], 0
        for part in pieces:
            own = vectors[start : start + len(part)].copy()
            own[_empty(part)] = -2 * question  # never the first to be chosen
            quotes.append(quote(part, own, question))
            start += len(part)
        return quotes

    def plain(self, hits: Sequence[Hit], towards: Vectors | None = None) -> list[Statement]:
        """One quote of each review with as much about it as is known."""
        said = self.texts(hits, towards)
        return [self._quoted(hit, text) for hit, text in zip(hits, said, strict=True)]

    def foreign(self, hits: Sequence[Hit]) -> list[Statement]:
        """A caveat where a quote is not in the language of the question."""
        asked = language_of(self.query)
        written = {hit.language for hit in hits}
        if written <= {asked}:
            return []
        if len(written) == 1:
            return [says("reviews-foreign", "caveat", {"language": _language(written.pop())})]
        return [says("reviews-quotes-foreign", "caveat")]

    def within(
        self,
        message: str,
        role: Role,
        hit: Hit,
        text: str,
        values: Mapping[str, Value] | None = None,
        needs: tuple[str, ...] = (),
    ) -> Statement:
        """A statement around one quote; `message` has a form with `-item` at its end."""
        quoted: dict[str, Value] = {"quote": Quote(text=text), "id": Quote(text=hit.review_id)}
        if item := self.item(hit):
            quoted["item"] = item
            message += "-item"
        return says(message, role, {**quoted, **(values or {})}, needs)

    def _quoted(self, hit: Hit, text: str) -> Statement:
        values: dict[str, Value] = {"quote": Quote(text=text), "id": Quote(text=hit.review_id)}
        message = "reviews-quote"
        if hit.rating is not None:
            values["stars"] = Count(n=hit.rating)
            message += "-stars"
        if item := self.item(hit):
            values["item"] = item
            message += "-item"
        if hit.written_on:
            values["day"] = Day(day=hit.written_on)
            message += "-day"
        return says(message, "highlight", values)


def _empty(pieces: list[str]) -> list[bool]:
    """Which sentences say too little to be quoted alone: "Disappointed"; none if all do."""
    least = 6 if language_of("".join(pieces)) == "zh" else 20
    short = [len(piece) < least for piece in pieces]
    return [False] * len(pieces) if all(short) else short


def _language(code: str) -> Name:
    """What the language of this ISO 639-1 code is called."""
    called = {said: Locale(said).languages.get(code, code) for said in ("en", "zh")}
    return Name(en=called["en"], zh=called["zh"])


def says(
    message: str,
    role: Role,
    values: Mapping[str, Value] | None = None,
    needs: tuple[str, ...] = (),
) -> Statement:
    """A statement."""
    return Statement(message=message, role=role, values=dict(values or {}), needs=needs)
