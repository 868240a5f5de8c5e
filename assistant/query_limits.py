"""Whether a query is limited to what its question names, and to nothing else."""

import re

from sqlglot import exp

from tools.sql.links import Links
from tools.sql.literals import NAMED, compared

DAYS = re.compile(r"\bDATE '|current_date|strftime|date_trunc|\b(?:year|month)\(|'\d{4}-\d\d")
"""What a query is limited to a time with."""
WRITTEN = re.compile(r"\bDATE '\d{4}|'\d{4}-\d\d-\d\d' AS DATE")
ITEM = "item_id"


def left_out(question: str, query: str, links: Links) -> list[str]:
    """Conditions on what `question` names that `query` does not hold."""
    named = [(c, v) for c, values in links.named(question).items() for v in values if c != ITEM]
    lacking = [f"{c} = '{v}'" for c, v in named if v.casefold() not in query.casefold()]
    days = links.times(question)
    return [*lacking, *([] if DAYS.search(query) else days)]


def let_in(question: str, query: str, tree: exp.Expr, links: Links) -> list[str]:
    """Conditions that `query`, parsed as `tree`, holds on what `question` does not name."""
    named = {value for values in links.named(question).values() for value in values}
    held = [(c, v) for c, v in dict.fromkeys(compared(tree)) if c in NAMED and v not in named]
    strange = [f"{c} = '{v}'" for c, v in held if v.casefold() not in question.casefold()]
    days = WRITTEN.search(query) and links.spans(question) == []
    return [*strange, *(["any days"] if days else [])]
