"""The reviews that speak about a subject: which they are, and how happy their writers are."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.entries import Hit
from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tools.review_asked import Asked
from tools.review_quotes import says
from tools.wording.statements import Statement
from tools.wording.values import Count, Share, Value

CLOSE = 50
"""Most reviews whose ratings are counted as those closest to a question."""

FEW = 10


@dataclass(frozen=True)
class Close:
    """Reviews that speak about a subject.

    Attributes:
        hits: Each once, the best first.
        voices: All of them, those that say the same as another included; their stars count.
        spam: How many were left out because they are plainly no reviews.
    """

    hits: tuple[Hit, ...] = ()
    voices: tuple[Hit, ...] = ()
    spam: int = 0


def closest(index: ReviewIndex, asked: Asked, filters: Filters) -> Close:
    """Reviews near enough in meaning or that hold the very words."""
    own = [] if asked.guessed else [asked.query]
    searches = dict.fromkeys([*([asked.phrase] if asked.phrase else []), *own])
    found = [index.search(words, CLOSE, filters) for words in searches]
    best: dict[str, Hit] = {}
    for hit in index.relevant([hit for each in found for hit in each.hits]):
        best[hit.review_id] = max(hit, best.get(hit.review_id, hit), key=lambda h: h.score)
    hits = sorted(best.values(), key=lambda hit: -hit.score)
    if len(hits) < FEW and asked.phrase:
        literal = index.literal(asked.phrase, CLOSE, filters)
        hits += [hit for hit in literal if hit.review_id not in best]
    hits = hits[:CLOSE]
    same = index.relevant([hit for each in found for hit in each.copies])
    voices = {hit.review_id: hit for hit in [*hits, *same]}
    return Close(
        tuple(hits), tuple(voices.values())[:CLOSE], max((each.spam for each in found), default=0)
    )


def searched(whole: Mapping[str, int], rating: str) -> int:
    """How many of the reviews in scope have the stars asked for."""
    return whole[{"negative": "low", "positive": "high"}.get(rating, "n")]


def summary(asked: Asked, close: Close, whole: Mapping[str, int], rating: str) -> list[Statement]:
    """How many reviews come close to the question and how happy their writers are."""
    if not whole["n"]:
        return [says("reviews-none-at-all", "answer")]
    n = len(close.voices)
    values: dict[str, Value] = {"query": asked.shown, "n": Count(n=n)}
    if not n:
        looked: dict[str, Value] = {"query": asked.shown, "all": Count(n=searched(whole, rating))}
        return [says("reviews-none", "answer", looked), says("reviews-hint", "caveat")]
    few = [says("reviews-few", "caveat", {"n": Count(n=n)})] if n < FEW else []
    stars = [hit.rating for hit in close.voices if hit.rating is not None]
    low, high = sum(s <= 2 for s in stars), sum(s >= 4 for s in stars)
    message = f"reviews-found-{rating}" if rating != "any" else "reviews-found"
    compared: list[Statement] = []
    if rating == "any" and len(stars) == n:
        message = "reviews-split"
        values |= {"low": Count(n=low), "high": Count(n=high)}
        compared = against(low, len(stars), whole, "reviews-more")
    answer = says(message, "answer", values, ("reviews-few",) if few else ())
    return [answer, *compared, *few, *_folded(close)]


def _folded(close: Close) -> list[Statement]:
    """Caveats where reviews are not shown, because another says the same or they are spam."""
    same = len(close.voices) - len(close.hits)
    said = [says("reviews-same", "caveat", {"n": Count(n=same)})] if same > 0 else []
    spam = [says("reviews-spam", "caveat", {"n": Count(n=close.spam)})] if close.spam else []
    return [*said, *spam]


def against(low: int, n: int, whole: Mapping[str, int], message: str) -> list[Statement]:
    """Whether 1-2 stars are as frequent among `n` reviews as among all; `message` begins its id.

    The test is the normal approximation to the binomial, two-sided at 5 %, corrected for
    continuity.
    """
    if n < FEW or whole["rated"] <= n:
        return []
    usual = whole["low"] / whole["rated"]
    surplus = low - n * usual
    clear = abs(surplus) - 0.5 > 1.96 * math.sqrt(n * usual * (1 - usual))
    kind = "usual" if not clear else "unhappy" if surplus > 0 else "happy"
    shares: dict[str, Value] = {
        "low": Share(ratio=low / n, digits=0),
        "usual": Share(ratio=usual, digits=0),
    }
    return [says(f"{message}-{kind}", "highlight", shares)]
