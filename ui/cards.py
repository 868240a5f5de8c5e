"""What the page shows of a tool call besides its picture: the card, the facts, the source."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from babel.numbers import format_decimal

from assistant.turn import ToolCall
from tools.result import Provenance, ToolResult
from tools.wording.speaker import LOCALES, Speaker
from tools.wording.values import Language, Span
from ui.tables import table_html
from ui.words import name_of, word


def call_card(call: ToolCall, language: Language) -> str:
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
    body = _arguments(call.arguments, language) + sql
    opened = " open" if call.status == "error" else ""
    inside = f"<div class='sw-body'>{error}{body}</div>"
    return f"<details class='sw-call'{opened}>{summary}{inside}</details>"


def source_line(provenance: Provenance, language: Language) -> str:
    """One small line: how many records of which days the figures rest on, and what was kept."""
    parts = []
    if provenance.row_count is not None:
        count = format_decimal(provenance.row_count, locale=LOCALES[language])
        parts.append(
            word(language, "based-on", count=count, table=_tables(provenance.tables, language))
        )
    if provenance.period is not None:
        first, last = provenance.period
        parts.append(Speaker(language).say(Span(first=first, last=last)))
    parts += provenance.filters
    text = " · ".join(escape(part) for part in parts)
    return f"<p class='sw-source'>{text}</p>" if text else ""


def result_html(result: ToolResult, language: Language) -> str:
    """The table and where it came from."""
    inside = table_html(result, language) + source_line(result.provenance, language)
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


def _arguments(arguments: dict[str, Any], language: Language) -> str:
    rows = "".join(
        f"<dt>{escape(name_of(language, 'arg', name))}</dt><dd>{escape(_say(value))}</dd>"
        for name, value in arguments.items()
        if value not in (None, "", [], {})
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _say(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _tables(tables: Iterable[str], language: Language) -> str:
    joint = ", " if language == "en" else "、"
    names = [name_of(language, "table", table) for table in tables]
    return joint.join(name.lower() for name in names) or name_of(language, "table", "rows").lower()


def _seconds(seconds: float, language: Language) -> str:
    return str(format_decimal(seconds, "0.0", locale=LOCALES[language]))
