"""A query that a question holds already."""

import re

WRITTEN = re.compile(
    r"\bselect\b.+?(?:\bfrom\b.+|[\d)'\"]\s*$)|\bwith\s+\w+\s+as\s*\(.+", re.I | re.S
)
FENCE = re.compile(r"```(?:sql)?|```|`")


def written_in(question: str) -> str | None:
    """The query that `question` holds already; `None` where it holds none.

    >>> written_in("please run select count(*) from orders"), written_in("select a gift for her")
    ('select count(*) from orders', None)
    """
    found = WRITTEN.search(FENCE.sub(" ", question))
    return found[0].strip(" ;\n") if found else None
