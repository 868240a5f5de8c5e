"""Two rankings of the same reviews made one.

The scores themselves are added, each divided by its best (Bruch, Gai & Ingber 2023, "An Analysis
of Fusion Functions for Hybrid Retrieval": theoretical minimum, observed maximum). Ranks alone, as
in reciprocal-rank fusion, lose to BM25 here.
"""

from collections.abc import Mapping

MEANING = 0.35
"""Weight of nearness in meaning; the rest is the words'. Chosen with titles as questions on half of
the items of 13,086 English reviews; from 0.2 to 0.45 little changes."""


def fused(
    nearness: Mapping[str, float], words: Mapping[str, float], meaning: float = MEANING
) -> dict[str, float]:
    """Ids with scores from 0 to 1, the best first.

    Args:
        nearness: Cosines of centred vectors; 0 is what any two texts have, and less is no nearer.
        words: BM25 scores; a missing id holds none of the words.
        meaning: Weight of `nearness`.

    >>> fused({"a": 0.4, "b": 0.2}, {"b": 8.0})
    {'b': 0.825, 'a': 0.35}
    >>> fused({"a": 0.4, "b": -0.1}, {})
    {'a': 1.0, 'b': 0.0}
    """
    if not any(words.values()):
        meaning = 1.0
    nearest = max(nearness.values(), default=0.0)
    most = max(words.values(), default=0.0)
    scores = {
        name: meaning * _share(nearness.get(name, 0.0), nearest)
        + (1 - meaning) * _share(words.get(name, 0.0), most)
        for name in {**nearness, **words}
    }
    return dict(sorted(scores.items(), key=lambda scored: (-scored[1], scored[0])))


def _share(score: float, best: float) -> float:
    return max(score, 0.0) / best if best > 0 else 0.0
