"""Turns statements into sentences: Fluent catalogues for the words, Babel for the figures."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.runtime.types import FluentNone

from tools.wording.statements import Fact, Figure, Statement
from tools.wording.values import (
    Count,
    Day,
    Entry,
    Language,
    Listing,
    Money,
    Name,
    Number,
    Points,
    Quote,
    Share,
    Span,
    Value,
)

LONGEST = int(0.8 * MAX_PART_LENGTH)
"""Characters of one value in a sentence: Fluent fails where a value and the words that are chosen
with it have more than `MAX_PART_LENGTH`."""
CATALOGUES = Path(__file__).parent
LOCALES: dict[Language, Locale] = {
    "en": Locale("en", "US"),
    "zh": Locale("zh", "CN", script="Hans"),
}


@lru_cache
def _bundle(language: Language) -> FluentBundle:
    """Every `*.ftl` of `language`, in one bundle."""
    bundle = FluentBundle([str(LOCALES[language])], use_isolating=False)
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


class Speaker:
    """Says statements in one language, with figures as that language writes them.

    Args:
        language: Language of the sentences.
        currency: ISO 4217 code of the store's currency.
    """

    def __init__(self, language: Language, currency: str = "USD") -> None:
        self.language = language
        self.currency = currency
        self.locale = LOCALES[language]

    def fact(self, statement: Statement) -> Fact:
        """`statement` as a sentence, with every figure in it listed.

        Raises:
            KeyError: If no catalogue of this language has the statement's message.
        """
        figures: list[Figure] = []
        arguments = {name: self._say(v, figures) for name, v in statement.values.items()}
        # A selector needs the number itself: `{ $n -> [one] … }` reads $n_value.
        for name, value in statement.values.items():
            if (number := _number(value)) is not None:
                arguments[f"{name}_value"] = number  # type: ignore[assignment]  # Fluent takes numbers too
        text = self.message(statement.message, **arguments)
        return Fact(
            message=statement.message,
            role=statement.role,
            text=text,
            figures=tuple(figure for figure in figures if figure.text in text),
            needs=statement.needs,
        )

    def message(self, message: str, **arguments: str | float) -> str:
        """The catalogue's `message` with `arguments` put in, cut where they are too long for it.

        Raises:
            KeyError: If no catalogue of this language has `message`.
            ValueError: If the message has a placeable that no argument fills.
        """
        bundle = _bundle(self.language)
        if not bundle.has_message(message):
            raise KeyError(f"No message {message!r} in tools/wording/{self.language}")
        pattern = bundle.get_message(message).value
        text, errors = bundle.format_pattern(
            pattern, {name: _fitting(value) for name, value in arguments.items()}
        )
        if errors or isinstance(text, FluentNone):
            raise ValueError(f"Message {message!r} in {self.language}: {errors}")
        return str(text)

    def say(self, value: Value) -> str:
        """`value` alone, as this language writes it."""
        return self._say(value, [])

    def _say(self, value: Value, figures: list[Figure]) -> str:
        match value:
            case Name() as name:
                return name.text(self.language)
            case Quote(text=text):
                return text
            case Entry(what=what, figure=figure):
                said, shown = self._say(what, figures), self._say(figure, figures)
                return f"{said} ({shown})" if self.language == "en" else f"{said}（{shown}）"
            case Day(day=day):
                return self._day(day)
            case Span(first=first, last=last):
                return self._span(first, last)
            case Listing(items=items):
                return str(
                    format_list([self._say(item, figures) for item in items], locale=self.locale)
                )
            case _:
                text, number = self._figure(value)
                figures.append(Figure(text=text, value=number))
                return text

    def _figure(self, value: Money | Count | Share | Points | Number) -> tuple[str, float]:
        match value:
            case Money(amount=amount, exact=exact):
                pattern = "¤#,##0" if abs(amount) >= 1000 and not exact else "¤#,##0.00"
                text = format_currency(
                    amount, self.currency, pattern, locale=self.locale, currency_digits=False
                )
                return text, amount
            case Count(n=n):
                return format_decimal(n, locale=self.locale), n
            case Share(ratio=ratio, digits=digits):
                return self._percent(ratio, digits), ratio
            case Points(ratio=ratio):
                return format_decimal(ratio * 100, "#,##0.0", locale=self.locale), ratio
            case Number(value=number, digits=digits):
                pattern = "#,##0." + "0" * digits if digits else "#,##0"
                return format_decimal(number, pattern, locale=self.locale), number

    def _percent(self, ratio: float, digits: int) -> str:
        pattern = "#,##0." + "0" * digits + "%" if digits else "#,##0%"
        return str(format_percent(ratio, pattern, locale=self.locale))

    def _day(self, day: date) -> str:
        return str(format_date(day, "long" if self.language == "zh" else "d MMMM y", self.locale))

    def _span(self, first: date, last: date) -> str:
        """Whole months, quarters and years by name; else from day to day."""
        if first == last:
            return self._day(first)
        english = self.language == "en"
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        whole = first.day == 1 and _next_month(last).toordinal() == last.toordinal() + 1
        if whole and months == 1:
            return self._format(first, "LLLL y" if english else "y年M月")
        if whole and months == 12 and first.month == 1:
            return f"{first.year}" if english else f"{first.year}年"
        if whole and months == 3 and first.month % 3 == 1:
            quarter = first.month // 3 + 1
            return f"Q{quarter} {first.year}" if english else f"{first.year}年第{quarter}季度"
        same_year = first.year == last.year
        if english:
            start = self._format(first, "d MMMM" if same_year else "d MMMM y")
            return f"{start} to {self._format(last, 'd MMMM y')}"
        end = self._format(last, "M月d日" if same_year else "y年M月d日")
        return f"{self._format(first, 'y年M月d日')}至{end}"

    def _format(self, day: date, pattern: str) -> str:
        return str(format_date(day, pattern, self.locale))


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _number(value: Value) -> float | None:
    match value:
        case Money(amount=number) | Count(n=number) | Share(ratio=number):
            return number
        case Points(ratio=number) | Number(value=number):
            return number
        case _:
            return None


def _fitting(value: str | float) -> str | float:
    """`value`, shortened where Fluent would rather fail than put it in."""
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[: LONGEST - 1]}…"
    return value
