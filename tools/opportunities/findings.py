"""The opportunities as sentences and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.errors import ToolError
from tools.opportunities.opportunity import HORIZON, Focus, Opportunity
from tools.opportunities.scene import Scene
from tools.prediction.customers.words import said
from tools.result import Cell, Chart, Column, Provenance, ToolResult, in_cells
from tools.wording.statements import Statement
from tools.wording.values import Count, Listing, Name

LABELS: dict[Focus, Name] = {
    "funnel": Name(en="Funnel", zh="转化漏斗"),
    "sales": Name(en="Sales", zh="销售"),
    "segments": Name(en="Customers", zh="顾客"),
    "stock": Name(en="Stock", zh="库存"),
    "prices": Name(en="Prices", zh="价格"),
    "reviews": Name(en="Reviews", zh="评价"),
    "returns": Name(en="Returns", zh="退货"),
    "seasons": Name(en="Season", zh="季节"),
}
GAINS = {"profit": Name(en="Profit", zh="利润"), "revenue": Name(en="Revenue", zh="销售额")}
SPOKEN = 3  # told in whole sentences


@dataclass(frozen=True)
class Found:
    """What the scans found.

    Attributes:
        sure: Opportunities beyond chance, the largest first.
        n_looked: Comparisons that were made.
        lacking: Scans that could not run, and why.
        focus: The one scan asked for, if one was.
    """

    sure: tuple[Opportunity, ...]
    n_looked: int
    lacking: Mapping[Focus, ToolError]
    focus: Focus | None


def findings(scene: Scene, found: Found, top_n: int) -> ToolResult:
    """The result of the tool: the first `top_n` of what was found."""
    shown = found.sure[:top_n]
    rows = [_row(scene, own) for own in shown]
    chart = Chart(
        kind="bar",
        title=Name(en="Expected gain in 30 days", zh="未来30天预期收益"),
        x="what",
        y=("gain",),
    )
    return ToolResult(
        tool="find_opportunities",
        columns=_columns(scene.basis, rows),
        rows=tuple(_cells(row) for row in rows),
        statements=(*_statements(scene, found, shown), *_lacking(found)),
        chart=chart if len(shown) > 1 else None,
        provenance=Provenance(
            tables=tuple(sorted(scene.store.tables - {"labels", "policies"})),
            period=(scene.store.calendar[0], scene.today),
            data_version=scene.store.profile.data_version,
        ),
        currency=scene.store.profile.currency,
    )


def _statements(scene: Scene, found: Found, shown: tuple[Opportunity, ...]) -> list[Statement]:
    n = Count(n=found.n_looked)
    if not shown:
        message = "opportunities-none" if found.n_looked else "opportunities-nothing"
        return [said(message, "answer", n=n)]
    rest = said("opportunities-guard", "caveat", n=n)
    basis = said(f"opportunities-{scene.basis}", "caveat", days=Count(n=HORIZON))
    needs = (rest.message, basis.message)
    first, *others = (own.told("", "highlight", scene.basis) for own in shown[:SPOKEN])
    told = [first.model_copy(update={"role": "answer", "needs": needs})]
    told.append(shown[0].told("-next", "highlight", scene.basis))
    told += [own.model_copy(update={"needs": needs}) for own in others]
    if len(shown) > SPOKEN:
        currency = scene.store.profile.currency
        names = tuple(own.worded("-name", scene.basis, currency) for own in shown[SPOKEN:])
        told.append(said("opportunities-more", "highlight", list=Listing(items=names)))
    return [*told, basis, rest]


def _lacking(found: Found) -> list[Statement]:
    """Why scans could not run, each with its reason."""
    return [
        said(
            "opportunities-lacking",
            "caveat",
            focus=LABELS[focus],
            reason=Name(en=error.say("en"), zh=error.say("zh")),
        )
        for focus, error in found.lacking.items()
    ]


def _row(scene: Scene, own: Opportunity) -> dict[str, Cell | Name]:
    currency = scene.store.profile.currency
    return {
        "what": own.worded("-name", scene.basis, currency),
        "focus": LABELS[own.focus],
        "gain": round(own.gain.value, 2),
        "low": round(own.gain.low, 2),
        "high": round(own.gain.high, 2),
        "why": own.worded("", scene.basis, currency),
        "next": own.worded("-next", scene.basis, currency),
        "more": own.more,
    }


def _cells(row: Mapping[str, Cell | Name]) -> dict[str, Cell]:
    return {key: cell.en if isinstance(cell, Name) else cell for key, cell in row.items()}


def _columns(basis: str, rows: Sequence[Mapping[str, Cell | Name]]) -> tuple[Column, ...]:
    gain = GAINS[basis]
    labels = {
        "what": Name(en="Opportunity", zh="机会"),
        "focus": Name(en="Field", zh="领域"),
        "gain": Name(en=f"{gain.en} in {HORIZON} days", zh=f"未来{HORIZON}天{gain.zh}"),
        "low": Name(en="At least", zh="下限"),
        "high": Name(en="At most", zh="上限"),
        "why": Name(en="Why", zh="依据"),
        "next": Name(en="Next", zh="怎么做"),
        "more": Name(en="More", zh="查看更多"),
    }
    return tuple(
        Column(
            name=name,
            label=label,
            unit="money" if name in ("gain", "low", "high") else None,
            names=in_cells(cell for row in rows if isinstance(cell := row[name], Name)),
        )
        for name, label in labels.items()
    )
