# ruff: noqa: E501  # a pattern reads best on one line
"""What a query must hold for what a question asks: a median, a share, a number named."""

import re

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from tools.numerals import ONES, in_digits, number_of

ANY_CASE = re.IGNORECASE
_MORE = r"(?:at least|more than|over|above|exactly|under|below|less than|fewer than|至少|最少|超过|多于|正好|刚好|不到|少于|不少于)"
_N = rf"(?:\d[\d,]*|{'|'.join(ONES)}|[一二两三四五六七八九十百千万]+)"
_AMOUNT = rf"{_MORE} ?(?:[¥$€£] ?)?(?P<a>{_N})(?![a-z.])|\b(?P<b>{_N})(?= or more\b| times\b|\+)|(?P<c>{_N})(?=[个次单件笔天条张款种块元]{{0,2}}(?:或|及)?(?:以上|以下|以内))|\btop (?P<d>{_N})\b(?! ?(?:%|per ?cent))|前(?P<e>{_N})(?=[个名款位种家])"
NUMBER = re.compile(_AMOUNT, ANY_CASE)
"""A number that a condition is made of."""
WHO = re.compile(
    r"^\W*(?:and )?who\b(?!.*\bor\b)"
    r"|(?:哪一?[个位]|边个|邊個)(?:老?顾客|老?客[户人]?|用户|会员|买家|人)(?!群)|是谁|谁[^知，。]{0,8}(?:最|第一)",
    ANY_CASE,
)
"""What one customer is asked for with."""
NAMES = re.compile(r'"[^"]*"')
"""Names of columns, which may hold numbers of their own."""
NEEDS = tuple(
    (re.compile(asked, ANY_CASE), re.compile(written, ANY_CASE), hint)
    for asked, written, hint in (
        (r"\bmedian\b|中位", r"\bmedian\b|quantile|percentile", "use median()"),
        (
            r"\b(?:what|which) (?:share|part|portion|proportion|percent\w*|fraction)\b|百分之[几多]|占比|占(?:多少|几成|了多)|[几多]成|比例是",
            r"/|avg\s*\(",
            "divide the part by the whole",
        ),
        (r"\bhow many\b|\bnumber of\b|多少(?:个|位|名|人|单|款|天|件|笔)|几[个位名单笔](?!月)", r"\bcount\s*\(|\bsum\s*\(|date_diff|max\s*\(|min\s*\(|median|avg", "count them"),
        (r"\bnever\b|从来?[没不]|從來?[沒不]|从未|從未|一次也?[没沒]|一[单件条张][^，。]{0,6}都[没沒]", r"\bnot\b|\bnull\b|= 0|!=|<>|\bexcept\b|\banti\b", "leave out those who did, as in NOT IN or count(*) FILTER (WHERE ...) = 0"),
        (r"\b(?:second|2nd) (?:order|purchase)\b|第二[单次笔]|第2[单次笔]", r"row_number|\blag\s*\(|\blead\s*\(|nth|offset|rank|\bmin\s*\(", "number each customer's orders with row_number()"),
        (
            r"\b(?:ordered|bought|purchased|came back|come back|buy|order) (?:\w+ )?again\b|\bcame back\b|[后後][^，。？]{0,6}[再又]\w{0,2}[买買购購下来來]|回购|回購",
            r"row_number|\bexists\b|\bhaving\b|\bfilter\b|\blag\s*\(|\blead\s*\(|\bn\b|join (?:orders|first|\w+) as \w+.*join|local_time >|> \w+\.local_time|\bin \(select",
            "look for a later order of the same customer, as in EXISTS with local_time > the first",
        ),
        (r"\bon average\b|\baverage\b|\bmean\b|平均|人均", r"\bavg\s*\(|/|\bmean\b|median", "use avg()"),
    )
)  # fmt: skip
"""Words of a question, what its query then holds, and how to put right one that does not."""


def unmet(question: str, query: str) -> list[str]:
    """What `query` lacks for what `question` asks, as orders to the one who writes it.

    >>> unmet("the median order of those with at least six", "SELECT avg(total) FROM orders")
    ['use median()', 'hold 6']
    >>> unmet("what the top 20 items bring", 'SELECT sum(x) AS "top_20" WHERE place <= 0.2 * n')
    ['hold 20']
    >>> unmet(
    ...     "有多少人下过6单以上",
    ...     "SELECT count(*) FROM orders GROUP BY user_id HAVING count(*) > 5",
    ... )
    []
    """
    lacking = [
        hint
        for asked, written, hint in NEEDS
        if asked.search(question) and not written.search(query)
    ]
    bare = NAMES.sub("", query)
    held = {int(n) for n in re.findall(r"(?<![\d'.-])\d+(?![\d'.-])", bare)}
    parts = {int(n) for part in re.findall(r"\b0\.(\d+)", bare) for n in (part, part.ljust(2, "0"))}
    lacking += [
        f"hold {n}"
        for match in NUMBER.finditer(in_digits(question))
        if (n := number_of(next(filter(None, match.groups())))) > 1
        and not {n - 1, n, n + 1} & (held if match["d"] or match["e"] else held | parts)
    ]
    return [
        *lacking,
        *(["tell the user_id"] if WHO.search(question) and not _names_who(query) else []),
    ]


def _names_who(query: str) -> bool:
    """Whether a query tells who somebody is; one that cannot be read may."""
    try:
        tree = sqlglot.parse_one(query, dialect="duckdb")
    except SqlglotError:
        return True
    columns = [one.unalias() for one in getattr(tree, "selects", [])]
    return any(isinstance(one, exp.Star) or "user" in one.name for one in columns)
