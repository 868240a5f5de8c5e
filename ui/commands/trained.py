"""Trained models in a terminal: comparisons, groups of customers, drift."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from tools.prediction.comparison import Comparison, Figure
from ui.commands.common import say
from ui.comparisons import figure_name
from ui.words import name_of

if TYPE_CHECKING:
    from tools.prediction.config import Drift, Group, ModelCard
    from tools.prediction.evaluation import Report
    from tools.prediction.everything import Serving

TITLES = {
    "purchase": "Who will buy",
    "items": "What each customer will buy",
    "next_behaviour": "What each customer does next",
    "timing": "When customers buy again",
    "lifetime": "What customers will be worth",
}
SERVES = "serves"
WIDE = 132  # characters of a table that goes to a file or a pipe


def print_report(report: "Report") -> None:
    """Tables of everything judged, and sentences for what could not be."""
    for comparison in report.comparisons:
        print_comparison(comparison)
    if report.groups:
        header, rows = group_table(report.groups)
        _print_table("Groups of customers, by the purchase model in use", header, rows)
    for sentence in report.warnings:
        say(f"! {sentence}")
    for task, reason in report.unable.items():
        say(f"{TITLES[task]}: not judged. {reason}")


def print_comparison(comparison: Comparison) -> None:
    """One table: a row a model, a column a figure; the figure that chose has its interval."""
    header, rows = comparison_table(comparison, [comparison.chosen_by])
    _print_table(title_of(comparison), header, rows)


def title_of(comparison: Comparison) -> str:
    """What was judged, on which days and how many."""
    days = "1 day" if comparison.horizon_days == 1 else f"{comparison.horizon_days} days"
    return (
        f"{TITLES[comparison.task]}: {days} from {comparison.cut}, n = {comparison.n:,}; "
        f"chosen by {figure_name(comparison.chosen_by, 'en')} on earlier days"
    )


def comparison_table(
    comparison: Comparison, with_interval: Sequence[str] | None = None
) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the models' figures; the model in use is marked.

    Args:
        comparison: The models.
        with_interval: Figures shown with their intervals; all of them where `None`.
    """
    names = list(dict.fromkeys(n for figures in comparison.models.values() for n in figures))
    wide = set(names if with_interval is None else with_interval)
    rows = []
    for model, figures in comparison.models.items():
        mark = f" ({SERVES})" if model == comparison.served else ""
        rows.append(
            [_model(model) + mark, *(_cell(figures.get(name), name in wide) for name in names)]
        )
    return ["model", *_figures(names)], rows


def group_table(groups: Sequence["Group"]) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the groups' figures."""
    names = list(groups[0].figures)
    rows = [
        [f"{name_of('en', 'column', g.dimension)}: {g.value}", f"{g.users:,}", f"{g.buyers:,}"]
        + [_cell(g.figures[name]) for name in names]
        for g in groups
    ]
    return ["group", "customers", "buyers", *_figures(names)], rows


def as_markdown(report: "Report") -> str:
    """The report as Markdown tables."""
    parts = [_markdown(title_of(each), *comparison_table(each)) for each in report.comparisons]
    if report.groups:
        title = "Groups of customers, by the purchase model in use"
        parts.append(_markdown(title, *group_table(report.groups)))
    parts += report.warnings
    parts += [f"{TITLES[task]}: not judged. {reason}" for task, reason in report.unable.items()]
    return "\n\n".join(parts) + "\n"


def trained_lines(trained: "Serving") -> list[str]:
    """What became of a training, in lines."""
    lines = _purchase_lines(trained.purchase) if trained.purchase else []
    for task, comparison in trained.others.items():
        lines.append(f"{TITLES[task]}: {_model(comparison.served)} serves.")
    return lines + [f"{TITLES[task]}: no model. {why}" for task, why in trained.unable.items()]


def print_trained(trained: "Serving") -> None:
    """The models that serve, their comparison and drift."""
    if trained.purchase is not None:
        for line in _purchase_lines(trained.purchase):
            say(line)
    for comparison in trained.comparisons:
        print_comparison(comparison)
    for task, reason in trained.unable.items():
        say(f"{TITLES[task]}: no model. {reason}")


def _purchase_lines(card: "ModelCard") -> list[str]:
    lines = drift_lines(card.drift)
    if card.challenge is not None:
        new, old = f"{card.challenge.new:.3f}", f"{card.challenge.old:.3f}"
        period = f"average precision in the {card.horizon_days} days from {card.challenge.cut}"
        lines.append(
            f"The new model took over: {period} {new}, the old one {old}."
            if card.trained_through >= card.challenge.cut
            else f"The old model was kept: {period} {old}, the newer one {new} "
            "(`storewise train --force` takes the newer one anyway)."
        )
    serves = f"{_model(card.served)} serves, trained through {card.trained_through}"
    return [*lines, f"{TITLES['purchase']}: {serves}, {card.horizon_days} days ahead."]


def drift_lines(drift: "Drift | None") -> list[str]:
    """What moved since the model that served before had learned, in lines."""
    if drift is None:
        return []
    from tools.prediction.drift import strayed

    lines = []
    if drift.shifts:
        moved = ", ".join(f"{s.feature} {s.psi:.2f}" for s in drift.shifts[:5])
        lines.append(f"Moved since {drift.since} (stability index over 0.1): {moved}.")
    if drift.expected is not None:
        lines.append(
            f"In the period from {drift.cut} the old model expected {drift.expected:.0f} buyers; "
            f"there were {drift.observed} (calibration error {drift.ece:.3f})"
            + (": more than chance explains." if strayed(drift) else ".")
        )
    return lines


def _model(name: str) -> str:
    return name_of("en", "model", name)


def _figures(names: Sequence[str]) -> list[str]:
    return [figure_name(name, "en") for name in names]


def _cell(figure: Figure | None, interval: bool = True) -> str:
    if figure is None:
        return "–"
    shown = f"{figure.value:.3f}" if abs(figure.value) < 100 else f"{figure.value:,.0f}"
    if not interval or figure.low is None or figure.high is None:
        return shown
    digits = ".3f" if abs(figure.high) < 100 else ",.0f"
    return f"{shown} ({figure.low:{digits}}–{figure.high:{digits}})"


def _print_table(title: str, header: list[str], rows: list[list[str]]) -> None:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for i, name in enumerate(header):
        word = max(map(len, name.split()))
        table.add_column(name, justify="right" if i else "left", min_width=word, overflow="fold")
    for first, *figures in rows:
        table.add_row(first, *(figure.replace(" (", "\n(") for figure in figures))
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)


def _markdown(title: str, header: list[str], rows: list[list[str]]) -> str:
    lines = [f"**{title}**", "", "| " + " | ".join(header) + " |"]
    lines.append("|" + "---|" * len(header))
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)
