"""Words about customers that several tools say: their rhythm, what value is, who they are."""

import numpy as np

from tools.prediction.customers.moments import Basis, Moment
from tools.prediction.members import Rows
from tools.wording.speaker import Speaker
from tools.wording.statements import Role, Statement
from tools.wording.values import (
    Count,
    Entry,
    Figurelike,
    Language,
    Listing,
    Name,
    Quote,
    Value,
)

SPOKEN = 5  # customers named in a sentence
LANGUAGES: tuple[Language, Language] = ("en", "zh")


def said(message: str, role: Role, needs: tuple[str, ...] = (), **values: Value) -> Statement:
    """A statement, shortly written."""
    return Statement(message=message, role=role, values=values, needs=needs)


def worded(message: str, **values: Value) -> Name:
    """A phrase of the catalogues in both languages."""
    told = {}
    for language in LANGUAGES:
        speaker = Speaker(language)
        words: dict[str, str | float] = {name: speaker.say(v) for name, v in values.items()}
        numbers = {f"{k}_value": float(v.n) for k, v in values.items() if isinstance(v, Count)}
        told[language] = speaker.message(message, **words, **numbers)
    return Name(en=told["en"], zh=told["zh"])


def basis_name(basis: Basis) -> Name:
    """What value is counted in, in words."""
    return worded(f"lifetime-{basis}")


def rhythm(moment: Moment, row: int) -> Name:
    """How often the customer in `row` orders, how long ago she last did, and was last here."""
    since = int(moment.since[row])
    seen = max(1, int(np.ceil(moment.features[row, moment.names.index("days_since_active")])))
    values: dict[str, Value] = {
        "days": Count(n=since),
        "seen": Count(n=seen),
        "later": Quote(text="yes" if seen < since else "no"),
    }
    if not moment.frequency[row]:
        return worded("customer-once", **values)
    gap = Count(n=max(1, round(float(moment.gap[row]))))
    return worded("customer-rhythm", gap=gap, **values)


def named(moment: Moment, order: Rows, figures: list[Figurelike]) -> Listing:
    """The first few customers of `order` by id, each with its figure."""
    ids = [Name(en=str(moment.user_ids[i])) for i in order[:SPOKEN]]
    told = [Entry(what=what, figure=figure) for what, figure in zip(ids, figures, strict=False)]
    return Listing(items=tuple(told))
