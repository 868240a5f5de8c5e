"""Reads a query before it is run: one SELECT over the store's own tables, or a sentence why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from tools.sql.allowed import PLAIN_NAME, TABLE_FUNCTIONS
from tools.sql.people import guarded
from tools.sql.repair import refusal

LONGEST = 8000  # characters
DEEPEST = 60  # brackets within brackets
COMMENT_OR_TEXT = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"", re.DOTALL)
NEVER = (
    exp.Command, exp.Into, exp.Lock, exp.Parameter, exp.Placeholder, exp.SessionParameter,
    exp.Pragma, exp.Set, exp.Use, exp.Describe, exp.Summarize, exp.Copy, exp.Attach, exp.Create,
    exp.Insert, exp.Update, exp.Delete, exp.Drop, exp.Merge,
)  # fmt: skip
CLOCKS = ("now", "get_current_timestamp", "transaction_timestamp")
Known = Mapping[str, tuple[str, ...]]
"""Columns of each table that can be asked of."""


@dataclass(frozen=True)
class Checked:
    """A query that may be tried.

    Attributes:
        tree: It, parsed.
        text: What is run: as it was written, or rewritten where `guarded` or a day says so.
        tables: Tables of the store it reads.
        guarded: Whether groups of few people are left out of it.
        ordered: Whether it says which row comes first.
    """

    tree: exp.Query
    text: str
    tables: tuple[str, ...]
    guarded: bool
    ordered: bool


def checked(query: str, known: Known, today: date) -> Checked:
    """`query`, parsed and held against what is allowed.

    Args:
        query: What was written.
        known: Columns of each table that can be asked of.
        today: Day that `current_date` and its like stand for.

    Raises:
        ToolError: If it is not one SELECT over tables of the store, or empty.
    """
    text = query.strip().rstrip(";").strip()
    if not text:
        raise refusal("unwritten", "", text, known)
    tree = _parsed(text, known)
    _refuse(tree, text, known)
    dated = _dated(tree, today)
    protected = guarded(tree)
    rewritten = dated or protected
    return Checked(
        tree=tree,
        text=tree.sql(dialect="duckdb", pretty=True) if rewritten else text,
        tables=_tables(tree, known),
        guarded=protected,
        ordered=tree.args.get("order") is not None,
    )


def _parsed(text: str, known: Known) -> exp.Query:
    bare = COMMENT_OR_TEXT.sub("", text)
    if len(text) > LONGEST or _depth(bare) > DEEPEST:
        raise refusal("long", "", text, known)
    if not bare.strip():
        raise refusal("select", "", text, known)
    try:
        found = [tree for tree in sqlglot.parse(text, dialect="duckdb") if tree is not None]
    except (SqlglotError, RecursionError) as error:
        raise refusal("syntax", _place(error), text, known) from error
    if len(found) != 1:
        raise refusal("one-only", "", text, known)
    tree = found[0]
    if not isinstance(tree, exp.Query):
        raise refusal("select", "", text, known)
    return tree


def _depth(text: str) -> int:
    deepest = depth = 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _place(error: Exception) -> str:
    """The word at which parsing stopped, where the parser says it."""
    told = getattr(error, "errors", None) or [{}]
    return str(told[0].get("highlight") or "")


def _refuse(tree: exp.Query, text: str, known: Known) -> None:
    if (found := tree.find(*NEVER)) is not None:
        raise refusal("select", found.key, text, known)
    declared = {cte.alias.casefold() for cte in tree.find_all(exp.CTE)}
    if strange := [name for name in declared if not PLAIN_NAME.fullmatch(name)]:
        raise refusal("table", strange[0], text, known)
    for table in tree.find_all(exp.Table):
        name = table.name
        if isinstance(table.this, exp.Func):
            name = table.this.name if isinstance(table.this, exp.Anonymous) else table.this.key
            if name.casefold().replace("generateseries", "generate_series") in TABLE_FUNCTIONS:
                continue
            raise refusal("function", name or table.sql(dialect="duckdb"), text, known)
        if table.db or table.catalog or name.casefold() not in declared | set(known):
            raise refusal("table", ".".join(part.name for part in table.parts), text, known)


def _dated(tree: exp.Query, today: date) -> bool:
    """Put the store's today where the query asks what day it is; whether it did."""
    found = [node for node in tree.find_all(exp.Func) if _asks_today(node)]
    for node in found:
        clock = not isinstance(node, exp.CurrentDate)
        kind = exp.DataType.build("timestamp" if clock else "date")
        moment = f"{today.isoformat()} 23:59:59" if clock else today.isoformat()
        node.replace(exp.Cast(this=exp.Literal.string(moment), to=kind))
    return bool(found)


def _asks_today(node: exp.Func) -> bool:
    if isinstance(node, exp.Anonymous):
        return node.name.casefold() in CLOCKS
    return isinstance(node, exp.CurrentDate | exp.CurrentTimestamp | exp.Localtimestamp)


def _tables(tree: exp.Query, known: Known) -> tuple[str, ...]:
    read = {table.name.casefold() for table in tree.find_all(exp.Table)}
    return tuple(name for name in known if name in read)
