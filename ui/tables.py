"""A result's rows as a table a person reads: headings, units and days in her language."""

from datetime import date, datetime
from decimal import Decimal
from html import escape

from babel.dates import format_date, format_datetime

from tools.result import Cell, Column, ToolResult
from tools.wording.speaker import LOCALES, Speaker
from tools.wording.values import Language, of_unit
from ui.words import word

MAX_ROWS = 200
"""Rows shown; the rest is only counted."""


def as_number(cell: Cell) -> float | None:
    """The number in a cell of a column with a unit; a kept decimal comes back as text."""
    if cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, str):
        try:
            return float(cell)
        except ValueError:
            return None
    number = float(cell)
    return None if number != number else number  # not a number: nothing to show


def as_time(cell: Cell) -> date | None:
    """The day or moment in a cell, if it holds one; a kept day comes back as ISO text."""
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str) or len(cell) < 10 or cell[4] != "-" or cell[7] != "-":
        return None
    try:
        return datetime.fromisoformat(cell) if len(cell) > 10 else date.fromisoformat(cell)
    except ValueError:
        return None


def say_cell(cell: Cell, column: Column, speaker: Speaker) -> str:
    """A cell as `speaker`'s language writes it; a dash for nothing."""
    if cell is None:
        return "–"
    if column.unit is not None and not isinstance(cell, bool):
        number = as_number(cell)
        if number is not None:
            return speaker.say(of_unit(number, column.unit))
    if (name := column.called(cell, speaker.language)) is not None:
        return name
    if (moment := as_time(cell)) is not None:
        return _say_time(moment, speaker)
    if isinstance(cell, bool):
        return word(speaker.language, "yes" if cell else "no")
    if isinstance(cell, float | Decimal):
        return f"{cell:,.2f}".rstrip("0").rstrip(".")
    return str(cell)


def _say_time(moment: date, speaker: Speaker) -> str:
    english = speaker.language == "en"
    if isinstance(moment, datetime) and (moment.hour or moment.minute):
        pattern = "d MMM y HH:mm" if english else "y年M月d日 HH:mm"
        return str(format_datetime(moment, pattern, locale=speaker.locale))
    return str(format_date(moment, "d MMM y" if english else "y年M月d日", locale=speaker.locale))


def table_html(result: ToolResult, language: Language) -> str:
    """The rows as an HTML table, every value escaped; empty text when there are none."""
    if not result.rows or not result.columns:
        return ""
    speaker = Speaker(language, result.currency)
    head = "".join(
        f"<th{_align(c)} scope='col'>{escape(c.label.text(language))}</th>" for c in result.columns
    )
    columns = [(column, _whole_months(column, result)) for column in result.columns]
    body = "".join(
        "<tr>" + "".join(_cell_html(row.get(c.name), c, speaker, m) for c, m in columns) + "</tr>"
        for row in result.rows[:MAX_ROWS]
    )
    more = ""
    if len(result.rows) > MAX_ROWS:
        counts = {"shown": MAX_ROWS, "all": len(result.rows)}
        more = f"<p class='sw-more'>{escape(word(language, 'more-rows', **counts))}</p>"
    return (
        f"<div class='sw-table' tabindex='0' lang='{LOCALES[language].language}'><table>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}"
    )


def _whole_months(column: Column, result: ToolResult) -> bool:
    """Whether a column of days stands for months: every day is the first of one."""
    days = [as_time(row.get(column.name)) for row in result.rows]
    return len(days) > 1 and all(day is not None and day.day == 1 for day in days)


def _cell_html(cell: Cell, column: Column, speaker: Speaker, months: bool) -> str:
    day = as_time(cell) if months else None
    text = say_cell(cell, column, speaker)
    if day is not None:
        text = str(
            format_date(day, "LLL y" if speaker.language == "en" else "y年M月", speaker.locale)
        )
    return f"<td{_align(column)}>{escape(text)}</td>"


def _align(column: Column) -> str:
    return " class='num'" if column.unit else ""
