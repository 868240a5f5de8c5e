"""The rows of `review_themes`: a theme a row, or a month a row of one theme, or what goes along."""

from collections.abc import Sequence

from tools.result import Cell, Chart, Column, in_cells
from tools.themes.cost import Cost
from tools.themes.findings import Findings
from tools.wording.values import Name

C = Column
THEME = C(name="theme", label=Name(en="Theme", zh="话题"))
COUNTS = (
    C(name="reviews", label=Name(en="Reviews", zh="提到的评价"), unit="count"),
    C(name="share", label=Name(en="Share of reviews", zh="占全部评价"), unit="share"),
    C(name="praise", label=Name(en="Praise", zh="好评"), unit="count"),
    C(name="complaints", label=Name(en="Complaints", zh="抱怨"), unit="count"),
)
THEMES = (
    *COUNTS,
    C(name="stars", label=Name(en="Stars", zh="平均星级"), unit="rating"),
    C(name="share_now", label=Name(en="Complaints lately", zh="近期抱怨"), unit="share"),
    C(name="share_before", label=Name(en="Complaints before", zh="此前抱怨"), unit="share"),
    C(name="quote", label=Name(en="In a customer’s words", zh="顾客原话")),
    C(name="review_id", label=Name(en="Review", zh="评价编号")),
)
MONTHS = (
    C(name="month", label=Name(en="Month", zh="月份")),
    *COUNTS,
    C(name="complaint_share", label=Name(en="Complaints", zh="抱怨占比"), unit="share"),
    C(name="praise_share", label=Name(en="Praise", zh="好评占比"), unit="share"),
)
COSTS = (
    C(name="complaints", label=Name(en="Complaints", zh="抱怨"), unit="count"),
    C(name="stars_less", label=Name(en="Stars fewer", zh="少给星数"), unit="number"),
    C(name="returned", label=Name(en="Sent back", zh="退回率"), unit="share"),
    C(name="returned_usual", label=Name(en="Sent back otherwise", zh="其他退回率"), unit="share"),
    C(name="returned_low", label=Name(en="Difference, low", zh="差别下限"), unit="share"),
    C(name="returned_high", label=Name(en="Difference, high", zh="差别上限"), unit="share"),
    C(name="later_less", label=Name(en="Spent less later", zh="之后少花"), unit="money"),
    C(name="later_low", label=Name(en="Less, low", zh="少花下限"), unit="money"),
    C(name="later_high", label=Name(en="Less, high", zh="少花上限"), unit="money"),
    C(name="clear", label=Name(en="Beyond chance", zh="超出偶然")),
)
CLEAR = {
    "returned": Name(en="returns", zh="退货"),
    "later": Name(en="later spending", zh="后续消费"),
    "stars": Name(en="stars", zh="星级"),
}
THEMES_CHART = Chart(
    kind="bar",
    title=Name(en="Praise and complaints by theme", zh="各话题的好评与抱怨"),
    x="theme",
    y=("praise", "complaints"),
)

Rows = tuple[dict[str, Cell], ...]


def of_themes(
    found: Findings, order: Sequence[int], mood: int
) -> tuple[tuple[Column, ...], Rows, Chart | None]:
    """A row for each theme of `order`, with the plainest words of that mood."""
    shown = order[: found.top_n]
    rows = tuple(_theme(found, theme, mood) for theme in shown)
    return (_named(found, shown), *THEMES), rows, THEMES_CHART if len(rows) > 1 else None


def _theme(found: Findings, theme: int, mood: int) -> dict[str, Cell]:
    words = found.said_of(theme, mood) or found.said_of(theme, -mood)
    own, _others = found.stars(theme)
    shares = [each.share(each.bad)[theme] for each in found.recent or ()]
    return {
        "theme": found.names[theme].en,
        "reviews": int(found.counts.n[theme]),
        "share": float(found.counts.share(found.counts.n)[theme]),
        "praise": int(found.counts.good[theme]),
        "complaints": int(found.counts.bad[theme]),
        "stars": float(own.mean()) if len(own) else None,
        "share_now": float(shares[0]) if shares else None,
        "share_before": float(shares[1]) if shares else None,
        "quote": words[0].text.en if words else None,
        "review_id": words[0].ids.en if words else None,
    }


def of_months(found: Findings, theme: int) -> tuple[tuple[Column, ...], Rows, Chart | None]:
    """A row for each month of one theme."""
    rows: Rows = tuple(
        {
            "month": f"{month.first:%Y-%m}",
            "reviews": month.n,
            "share": month.n / month.reviews,
            "praise": month.good,
            "complaints": month.bad,
            "complaint_share": month.bad / month.reviews,
            "praise_share": month.good / month.reviews,
        }
        for month in found.months(theme)
    )
    name = found.names[theme]
    title = Name(
        en=f"Share of reviews that praise or complain of {name.en}",
        zh=f"夸或抱怨{name.text('zh')}的评价占比",
    )
    chart = Chart(kind="line", title=title, x="month", y=("complaint_share", "praise_share"))
    return MONTHS, rows, chart if len(rows) > 1 else None


def of_costs(
    found: Findings, costs: Sequence[Cost]
) -> tuple[tuple[Column, ...], Rows, Chart | None]:
    """A row for each theme with enough complaints, most revenue at stake first."""
    shown = costs[: found.top_n]
    rows = tuple(_cost(found, cost) for cost in shown)
    clear = COSTS[-1].model_copy(update={"names": in_cells(map(_clear, shown))})
    return (_named(found, [cost.theme for cost in shown]), *COSTS[:-1], clear), rows, None


def _cost(found: Findings, cost: Cost) -> dict[str, Cell]:
    returned, later = cost.returned, cost.later
    return {
        "theme": found.names[cost.theme].en,
        "complaints": int(found.counts.bad[cost.theme]),
        "stars_less": -cost.stars.value if cost.stars else None,
        "returned": returned.mean if returned else None,
        "returned_usual": max(0.0, returned.usual) if returned else None,
        "returned_low": returned.low if returned else None,
        "returned_high": returned.high if returned else None,
        "later_less": -later.value if later else None,
        "later_low": -later.high if later else None,
        "later_high": -later.low if later else None,
        "clear": _clear(cost).en or None,
    }


def _clear(cost: Cost) -> Name:
    """What is worse beyond chance."""
    names = [name for kind, name in CLEAR.items() if kind in cost.sure]
    zh = "、".join(name.text("zh") for name in names)
    return Name(en=", ".join(name.en for name in names), zh=zh)


def _named(found: Findings, themes: Sequence[int]) -> Column:
    return THEME.model_copy(update={"names": in_cells(found.names[theme] for theme in themes)})
