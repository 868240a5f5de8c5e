"""How well the trained models do, as a person reads it: what serves, beside what it beat."""

from collections.abc import Sequence
from html import escape

from babel.dates import format_date
from babel.numbers import format_decimal

from tools.prediction.comparison import Comparison, Figure
from tools.wording.speaker import LOCALES
from tools.wording.values import Language
from ui.words import has_word, name_of, word


def comparisons_html(comparisons: Sequence[Comparison], language: Language) -> str:
    """A heading, a sentence and a table for each; one sentence where nothing is trained yet."""
    head = (
        f"<div class='sw-hero-forms'><h2>{escape(word(language, 'models-heading'))}</h2>"
        f"<p>{escape(word(language, 'models-tagline'))}</p></div>"
    )
    if not comparisons:
        return f"{head}<p class='sw-note'>{escape(word(language, 'models-none'))}</p>"
    return head + "".join(_one(comparison, language) for comparison in comparisons)


def _one(comparison: Comparison, language: Language) -> str:
    locale = LOCALES[language]
    said = word(
        language,
        "models-judged",
        model=name_of(language, "model", comparison.served),
        figure=figure_name(comparison.chosen_by, language),
        cut=format_date(comparison.cut, "long", locale=locale),
        days=comparison.horizon_days,
        n=format_decimal(comparison.n, locale=locale),
    )
    title = escape(word(language, f"task-{comparison.task}"))
    return (
        f"<section class='sw-models'><h3>{title}</h3><p class='sw-note'>{escape(said)}</p>"
        f"<div class='sw-table'>{_table(comparison, language)}</div></section>"
    )


def _table(comparison: Comparison, language: Language) -> str:
    models = comparison.models.items()
    names = list(dict.fromkeys(name for _, figures in models for name in figures))
    heads = "".join(_head(name, language) for name in names)
    rows = []
    for model, figures in models:
        serves = f"<br><small>{escape(word(language, 'models-serves'))}</small>"
        mark = serves if model == comparison.served else ""
        cells = "".join(
            f"<td class='num'>{_cell(figures.get(name), language)}</td>" for name in names
        )
        kind = " class='served'" if mark else ""
        rows.append(
            f"<tr{kind}><td>{escape(name_of(language, 'model', model))}{mark}</td>{cells}</tr>"
        )
    model_head = escape(word(language, "models-model"))
    return (
        f"<table><thead><tr><th>{model_head}</th>{heads}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _head(name: str, language: Language) -> str:
    means = f"{_key(name)}-means"
    tip = (
        f" title='{escape(word(language, means), quote=True)}'" if has_word(language, means) else ""
    )
    return f"<th class='num'{tip}>{escape(figure_name(name, language))}</th>"


def _cell(figure: Figure | None, language: Language) -> str:
    if figure is None or figure.value != figure.value:  # not a number: nothing to show
        return "–"
    shown = _number(figure.value, language)
    if figure.low is None or figure.high is None:
        return shown
    limits = f"{_number(figure.low, language)}–{_number(figure.high, language)}"
    return f"{shown}<br><small>{limits}</small>"


def _number(value: float, language: Language) -> str:
    pattern = "0.000" if abs(value) < 100 else "#,##0"
    return str(format_decimal(value, pattern, locale=LOCALES[language]))


def _key(name: str) -> str:
    return "figure-" + name.replace("@", "-at-")


def figure_name(name: str, language: Language) -> str:
    """What a figure of `Comparison.models` is called.

    >>> figure_name("ndcg@10", "en")
    'NDCG'
    """
    return name_of(language, *_key(name).split("-", 1))
