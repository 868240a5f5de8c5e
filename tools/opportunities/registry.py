"""Every scan, by what it looks at; a new one is a function like these and a line here."""

from collections.abc import Callable, Mapping

from tools.opportunities import funnel, prices, returns, reviews, sales, seasons, segments, stock
from tools.opportunities.opportunity import Focus, Opportunity
from tools.opportunities.scene import Scene

Scan = Callable[[Scene], list[Opportunity]]
"""Everything it looked at, found or not, so that chance is judged over all of it.

Raises ToolError where the store lacks what it needs.
"""

SCANS: Mapping[Focus, Scan] = {
    "funnel": funnel.scan,
    "sales": sales.scan,
    "segments": segments.scan,
    "stock": stock.scan,
    "prices": prices.scan,
    "reviews": reviews.scan,
    "returns": returns.scan,
    "seasons": seasons.scan,
}
