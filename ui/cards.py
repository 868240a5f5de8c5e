"""What the page shows of a tool call besides its picture: the card, the facts, the source."""

from collections.abc import Sequence
from html import escape

from babel.lists import format_list
from babel.numbers import format_decimal

from assistant.turn import ToolCall
from tools.result import Provenance, ToolResult
from tools.wording.speaker import LOCALES
from tools.wording.values import Language
from ui.arguments import Names, Words, unnamed
from ui.tables import table_html
from ui.words import name_of, word


def call_card(call: ToolCall, language: Language, names: Names = unnamed) -> str:
    """A collapsible card: the tool's name and how it went, inside what it was asked."""
    title = escape(name_of(language, "tool", call.name))
    note = word(language, f"status-{call.status}")
    if call.seconds is not None and call.status == "ok":
        note = word(language, "seconds", seconds=_seconds(call.seconds, language))
    summary = (
        f"<summary><span class='sw-dot {call.status}'></span><b>{title}</b>"
        f"<span class='sw-note'>{escape(note)}</span></summary>"
    )
    error = f"<p class='sw-error'>{escape(call.error)}</p>" if call.error else ""
    sql = _sql(call.result.provenance.sql, language) if call.result else ""
    body = _arguments(call, Words(language, names)) + sql
    opened = " open" if call.status == "error" else ""
    inside = f"<div class='sw-body'>{error}{body}</div>"
    return f"<details class='sw-call'{opened}>{summary}{inside}</details>"


def source_line(provenance: Provenance, language: Language, names: Names = unnamed) -> str:
    """One small line: how many records of which days the figures rest on, and what was kept."""
    words = Words(language, names)
    based = _based_on(provenance.row_count, provenance.tables, language)
    parts = [based, words.period(provenance), *words.kept(provenance)]
    text = " · ".join(escape(part) for part in parts if part)
    return f"<p class='sw-source'>{text}</p>" if text else ""


def result_html(result: ToolResult, language: Language, names: Names = unnamed) -> str:
    """The table and where it came from."""
    inside = table_html(result, language) + source_line(result.provenance, language, names)
    return f"<div class='sw-result'>{inside}</div>"


def facts_html(result: ToolResult, language: Language) -> str:
    """The result's sentences: the answer large, what stands out below, caveats last and quiet."""
    lines = [
        f"<p class='sw-fact {fact.role}'>{escape(fact.text)}</p>" for fact in result.facts(language)
    ]
    return f"<div class='sw-facts'>{''.join(lines)}</div>"


def sql_html(result: ToolResult, language: Language) -> str:
    """The query that was run, folded away."""
    return _sql(result.provenance.sql, language)


def error_html(text: str) -> str:
    """One polite line."""
    return f"<p class='sw-error'>{escape(text)}</p>"


def _sql(sql: str, language: Language) -> str:
    if not sql.strip():
        return ""
    title = escape(word(language, "show-sql"))
    return f"<details class='sw-sql'><summary>{title}</summary><pre>{escape(sql)}</pre></details>"


def _arguments(call: ToolCall, words: Words) -> str:
    rows = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in words.arguments(call)
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _based_on(n: int | None, tables: Sequence[str], language: Language) -> str:
    """How many records of which tables; nothing when nobody counted."""
    if n is None:
        return ""
    names = [name_of(language, "table", table).lower() for table in tables or ("rows",)]
    listed = format_list(names, locale=LOCALES[language])
    count = format_decimal(n, locale=LOCALES[language])
    message = "based-on-many" if len(names) > 1 else "based-on"
    return word(language, message, count=count, table=listed)


def _seconds(seconds: float, language: Language) -> str:
    return str(format_decimal(seconds, "0.0", locale=LOCALES[language]))
