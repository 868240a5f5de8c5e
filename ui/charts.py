"""Draws a result's chart with Plotly: calm, labelled in the reader's language, light or dark."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go
from babel.dates import format_date
from babel.numbers import format_compact_decimal, get_currency_symbol

from tools.result import Cell, Chart, Column, ToolResult
from tools.wording.speaker import Speaker
from tools.wording.values import Language, Unit, of_unit
from ui.axes import as_text, made_unlike, round_ticks, shortened, text_width
from ui.tables import as_number, as_time, say_cell
from ui.words import word

PALETTE = ("#2f8f78", "#e2a04a", "#5f84c4", "#d0705d", "#9277b5", "#84a049", "#46a3b0", "#b57fa5")
"""Middle tones: told apart on white and on near-black."""
INK = "#808791"
GRID = "rgba(128, 135, 145, 0.18)"
MAX_BARS = 20

_FONT = "'IBM Plex Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def figure(result: ToolResult, language: Language) -> go.Figure | None:
    """The result's chart as a Plotly figure; `None` when it has none or nothing to draw."""
    chart = result.chart
    if chart is None or not result.rows:
        return None
    picture = _Picture(result, chart, language)
    if not picture.values:
        return None
    drawn = go.Figure(layout=_layout(chart, picture))
    match chart.kind:
        case "line":
            picture.draw_lines(drawn)
        case "bar":
            picture.draw_bars(drawn)
        case "funnel":
            picture.draw_funnel(drawn)
    return drawn


class _Picture:
    """One chart in the making: its labels, its series, and how each figure is said."""

    def __init__(self, result: ToolResult, chart: Chart, language: Language) -> None:
        self.columns = {column.name: column for column in result.columns}
        self.speaker = Speaker(language, result.currency)
        self.chart = chart
        labels, series = self._series(result, chart)
        self.labels = [as_text(label) for label in labels]
        self.series = [(as_text(name), column, values) for name, column, values in series]
        self.band = self._band(result, chart)
        drawn = (*(values for _, _, values in self.series), *self.band)
        self.values = [v for values in drawn for v in values if v is not None]

    @property
    def unit(self) -> Unit | None:
        """Unit of the value axis: that of the first column drawn."""
        return self._column(self.chart.y[0]).unit

    def draw_lines(self, drawn: go.Figure) -> None:
        """One line a series; a few dots when there are few points."""
        spots = list(range(len(self.labels)))
        self._draw_band(drawn)
        for n, (name, column, values) in enumerate(self.series):
            drawn.add_scatter(
                x=spots,
                y=values,
                name=name,
                mode="lines+markers" if len(spots) <= 31 else "lines",
                line={
                    "color": _colour(n),
                    "width": 2.5,
                    "dash": "dot" if n and self._paired else None,
                },
                marker={"size": 6},
                fill="tozeroy" if len(self.series) == 1 and self._from_zero else None,
                fillcolor="rgba(47, 143, 120, 0.09)",
                **self._hover(column, values),
            )
        shown = spots[:: max(1, math.ceil(len(spots) / 7))]
        drawn.update_xaxes(tickvals=shown, ticktext=[self.labels[i] for i in shown], showgrid=False)
        drawn.update_yaxes(**self._scale())
        drawn.update_layout(hovermode="x unified" if len(self.series) > 1 else "closest")

    def _draw_band(self, drawn: go.Figure) -> None:
        """The range around the last line, as a pale area; what is said of it stands in the rows."""
        low, high = self.band
        known = [i for i, value in enumerate(low) if value is not None and high[i] is not None]
        if known:
            drawn.add_scatter(
                x=known + known[::-1],
                y=[high[i] for i in known] + [low[i] for i in known[::-1]],
                fill="toself",
                fillcolor="rgba(226, 160, 74, 0.18)",
                line={"width": 0},
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
            )

    def draw_bars(self, drawn: go.Figure) -> None:
        """Upright bars for a few short labels or days, lying ones for names."""
        lying = self._lying
        n_bars = min(len(self.labels), MAX_BARS)
        labels = made_unlike([shortened(label) for label in self.labels[:n_bars]])
        for n, (name, column, values) in enumerate(self.series):
            heights = values[:n_bars]
            texts = [self._say(v, column) for v in heights]
            drawn.add_bar(
                **({"x": heights, "y": labels} if lying else {"x": labels, "y": heights}),
                orientation="h" if lying else "v",
                name=name,
                marker={"color": _colour(n), "cornerradius": 4},
                text=texts if len(self.series) == 1 and (lying or n_bars <= 8) else None,
                textposition="outside",
                cliponaxis=False,
                **self._hover(column, heights),
            )
        drawn.update_layout(bargap=0.35, bargroupgap=0.08)
        if lying:
            drawn.update_yaxes(
                autorange="reversed", type="category", showgrid=False, ticksuffix="  "
            )
            drawn.update_xaxes(**self._scale(room=1.32), type="linear", tickangle=0)
            if len(self.series) == 1:  # each bar says its figure
                drawn.update_xaxes(showticklabels=False, showgrid=False)
            drawn.update_layout(height=110 + 30 * n_bars * (1 + (len(self.series) - 1) // 2))
        else:
            drawn.update_xaxes(type="category", showgrid=False)
            drawn.update_yaxes(**self._scale(room=1.1))

    def draw_funnel(self, drawn: go.Figure) -> None:
        """Stages from first to last, each with its share of the first."""
        for n, (name, column, values) in enumerate(self.series):
            first = next((v for v in values if v), None)
            texts = [
                self._say(v, column)
                + (f"  ·  {self.speaker.say(of_unit(v / first, 'share'))}" if first and v else "")
                for v in values
            ]
            drawn.add_funnel(
                y=self.labels,
                x=values,
                name=name,
                text=texts,
                textinfo="text",
                textposition="auto",
                insidetextfont={"color": "#ffffff"},
                marker={"color": _colour(n)},
                connector={"fillcolor": GRID, "line": {"width": 0}},
                hovertemplate="%{y}<br>%{text}<extra></extra>",
            )
        drawn.update_yaxes(showgrid=False, ticksuffix="  ")
        drawn.update_xaxes(visible=False)
        drawn.update_layout(height=110 + 56 * len(self.labels))

    @property
    def _paired(self) -> bool:
        """Two columns side by side: a period and the one it is compared with."""
        return self.chart.series is None and len(self.series) == 2

    @property
    def _from_zero(self) -> bool:
        """A bar's length is its figure; a line may start higher, so that its course is seen."""
        return self.chart.kind == "bar" or min(self.values) <= 0.5 * max(self.values)

    @property
    def _lying(self) -> bool:
        widest = max(map(text_width, self.labels))
        return not self._x_is_time and (widest > 12 or len(self.labels) > 7)

    def _series(
        self, result: ToolResult, chart: Chart
    ) -> tuple[list[str], list[tuple[str, Column, list[float | None]]]]:
        """Labels of the axis, and for each series its name, its column and a value a label."""
        keys = list(dict.fromkeys(row.get(chart.x) for row in result.rows))
        self._x_is_time = all(as_time(key) is not None for key in keys)
        labels = self._x_labels(keys)
        if chart.series is None:
            unit = self._column(chart.y[0]).unit
            columns = [c for name in chart.y if (c := self._column(name)).unit == unit]
            rows = {row.get(chart.x): row for row in result.rows}
            return labels, [
                (
                    c.label.text(self.speaker.language),
                    c,
                    [as_number(rows[k].get(c.name)) for k in keys],
                )
                for c in columns
            ]
        column = self._column(chart.y[0])
        groups = list(dict.fromkeys(row.get(chart.series) for row in result.rows))[: len(PALETTE)]
        split = self._column(chart.series)
        found = {(r.get(chart.series), r.get(chart.x)): r.get(column.name) for r in result.rows}
        return labels, [
            (
                say_cell(group, split, self.speaker),
                column,
                [as_number(found.get((group, key))) for key in keys],
            )
            for group in groups
        ]

    def _band(
        self, result: ToolResult, chart: Chart
    ) -> tuple[list[float | None], list[float | None]]:
        """Lower and upper end of the range at each label; empty without one."""
        if chart.band is None:
            return [], []
        rows = {row.get(chart.x): row for row in result.rows}
        low, high = ([as_number(row.get(end)) for row in rows.values()] for end in chart.band)
        return low, high

    def _x_labels(self, keys: Sequence[Cell]) -> list[str]:
        days = [day for key in keys if (day := as_time(key)) is not None]
        if not keys or len(days) < len(keys):
            return [say_cell(key, self._column(self.chart.x), self.speaker) for key in keys]
        months = len(days) > 1 and all(day.day == 1 for day in days)
        return [self._day(day, months, days[0].year != days[-1].year) for day in days]

    def _day(self, day: date, months: bool, years: bool) -> str:
        english = self.speaker.language == "en"
        if months:
            pattern = ("LLL y" if english else "y年M月") if years else ("LLL" if english else "M月")
        else:
            pattern = ("d MMM" if english else "M月d日") + (
                "" if not years or not english else " yy"
            )
        return str(format_date(day, pattern, locale=self.speaker.locale))

    def _column(self, name: str) -> Column:
        return self.columns[name]

    def _say(self, value: float | None, column: Column) -> str:
        return say_cell(value, column, self.speaker)

    def _hover(self, column: Column, values: Sequence[float | None]) -> dict[str, Any]:
        said = [self._say(value, column) for value in values]
        name = "" if len(self.series) > 1 else f"<br>{column.label.text(self.speaker.language)}"
        joint = "：" if self.speaker.language == "zh" else ": "
        lines = [
            text if len(self.series) > 1 else f"<b>{label}</b>{name}{joint}{text}"
            for label, text in zip(self.labels, said, strict=False)
        ]
        if len(self.series) == 1 or self.chart.kind == "line":
            extra = "<extra></extra>" if len(self.series) == 1 else ""
            return {"customdata": lines, "hovertemplate": "%{customdata}" + extra}
        return {"customdata": lines, "hovertemplate": "%{label}" + joint + "%{customdata}"}

    def _scale(self, room: float = 1.06) -> dict[str, Any]:
        """Four or five round ticks, said shortly ("1.2M", "120万")."""
        low, high = min(self.values), max(self.values)
        if self._from_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        ticks = round_ticks(low, high)
        top = max(high, ticks[-1] if ticks[-1] <= high * room else high)
        span = (top - low) or abs(top) or 1.0
        bottom = low - (0.06 * span if low else 0)
        return {
            "tickvals": ticks,
            "ticktext": [self._short(tick) for tick in ticks],
            "range": [bottom, low + span * room],
        }

    def _short(self, number: float) -> str:
        if self.unit in ("share", "probability"):
            digits = 0 if max(self.values) > 0.05 else 1
            return f"{number * 100:.{digits}f}%"
        text = str(
            format_compact_decimal(number, locale=self.speaker.locale, fraction_digits=1)
            if abs(number) >= 1000
            else f"{number:g}"
        )
        if self.unit == "money":
            return f"{get_currency_symbol(self.speaker.currency, self.speaker.locale)}{text}"
        return text


def _layout(chart: Chart, picture: _Picture) -> go.Layout:
    """Everything around the marks: title, fonts, no boxes, room for labels."""
    language = picture.speaker.language
    many = len(picture.series) > 1
    return go.Layout(
        title={
            "text": chart.title.text(language),
            "x": 0,
            "xref": "container",
            "y": 0.97,
            "yanchor": "top",
            "pad": {"l": 12},
            "font": {"size": 15},
        },
        font={"family": _FONT, "size": 12.5, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 12, "r": 20, "t": 52, "b": 56 if many else 24},
        height=340,
        showlegend=many,
        legend={"orientation": "h", "y": -0.14, "x": 0, "title": {"text": ""}},
        colorway=PALETTE,
        xaxis={"automargin": True, "gridcolor": GRID, "zeroline": False, "fixedrange": True},
        yaxis={"automargin": True, "gridcolor": GRID, "zeroline": False, "fixedrange": True},
        hoverlabel={"font": {"family": _FONT, "size": 13}, "align": "left"},
        dragmode=False,
        separators="." + ",",
        meta={"alt": word(language, "chart-of", title=chart.title.text(language))},
    )


def _colour(n: int) -> str:
    return PALETTE[n % len(PALETTE)]
