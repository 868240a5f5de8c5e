"""Rows and sentences about customers who are like a segment."""

from tools.prediction.customers.words import SPOKEN, said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Column
from tools.segments.lookalikes import Lookalikes
from tools.segments.segment import Segment
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing, Name, Quote, Share

CHANCE = 0.5
COLUMNS = (
    Column(name="user_id", label=Name(en="Customer", zh="顾客")),
    Column(name="likeness", label=Name(en="Likeness", zh="相似度"), unit="probability"),
)


def told_apart(found: Lookalikes) -> bool:
    """Whether the segment can be told from others at all by what does not define it."""
    return (found.auc.low or 0.0) > CHANCE and len(found.user_ids) >= MIN_PEOPLE


def rows_of(found: Lookalikes, top_n: int) -> tuple[dict[str, Cell], ...]:
    """The customers most alike; none where likeness means nothing."""
    if not told_apart(found):
        return ()
    pairs = zip(found.user_ids[:top_n], found.likeness[:top_n], strict=True)
    return tuple({"user_id": str(u), "likeness": round(float(p), 4)} for u, p in pairs)


def statements(found: Lookalikes, segment: Segment, top_n: int) -> tuple[Statement, ...]:
    """Sentences about the customers most alike."""
    auc, low, high = (
        Share(ratio=float(value or 0.0))
        for value in (found.auc.value, found.auc.low, found.auc.high)
    )
    members = Count(n=found.members)
    if not told_apart(found):
        return (
            said(
                "lookalike-none",
                "answer",
                segment=segment.label,
                members=members,
                auc=auc,
                low=low,
                high=high,
            ),
        )  # fmt: skip
    pairs = list(zip(found.user_ids, found.likeness, strict=True))[: min(top_n, SPOKEN)]
    listed = tuple(Entry(what=Quote(text=str(u)), figure=Share(ratio=float(p))) for u, p in pairs)
    return (
        said("lookalike-answer", "answer", ("lookalike-quality",), segment=segment.label,
            n=Count(n=min(top_n, len(found.user_ids))), list=Listing(items=listed),
            pool=Count(n=len(found.user_ids))),
        said("lookalike-quality", "caveat", ("lookalike-left-out",),
            members=members, auc=auc, low=low, high=high),
        said("lookalike-left-out", "caveat"),
    )  # fmt: skip
