"""A question about themes answered: what is said of the findings, and the table beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tools.result import Chart, Column
from tools.review_quotes import says
from tools.themes import costing, table
from tools.themes.cost import Cost, Outcomes, costs
from tools.themes.findings import Findings
from tools.themes.mentions import Ints
from tools.themes.telling import of_mood, one, overview, what_changed
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Name, Quote

About = Literal["overview", "complaints", "praise", "changes", "cost"]


@dataclass(frozen=True)
class Answer:
    """What is asked of the findings.

    Attributes:
        found: The findings.
        about: What to tell of them.
        theme: Place of the one theme asked about, if it is one.
        aspect: What the asker called it.
        outcomes: What became of each review's purchase and writer.
        strata: `[n_reviews]` category of each.
        items: What items are called, by id.
    """

    found: Findings
    about: About
    theme: int | None
    aspect: str | None
    outcomes: Outcomes
    strata: Ints
    items: Mapping[str, Name]

    @cached_property
    def costs(self) -> list[Cost]:
        """What goes along with complaints, of the theme asked about or of all."""
        found = self.found
        each = costs(found.voices, self.outcomes, found.asked, self.strata)
        return [cost for cost in each if self.theme in (None, cost.theme)]

    def statements(self) -> list[Statement]:
        """The answer first, then what stands out, then what must be known to read it rightly."""
        if not self.found.counts.reviews:
            return [self.found.scoped("themes-no-reviews", "answer"), *self._unread()]
        return [*self._told(), *self._caveats()]

    def _told(self) -> list[Statement]:
        found = self.found
        if self.about == "cost":
            return self._cost("answer")
        if self.theme is not None:
            return [*one(found, self.theme, self.items), *self._cost("highlight")]
        match self.about:
            case "changes":
                return what_changed(found)
            case "complaints":
                leading = of_mood(found, -1)
            case "praise":
                leading = of_mood(found, 1)
            case _:
                leading = overview(found)
        return [*leading, *what_changed(found, "highlight")]

    def _cost(self, role: Role) -> list[Statement]:
        return costing.told(self.costs, self.found.names, self.outcomes, self.found.scope, role)

    def _caveats(self) -> list[Statement]:
        rated = Quote(text="yes" if self.found.reading.rated else "no")
        rough = says("themes-rough", "caveat", {"stars": rated})
        return [*self._part(), *self._unread(), *self.found.few, rough]

    def _part(self) -> list[Statement]:
        """Where what was asked for is counted under a theme of another name."""
        if self.theme is None or not self.aspect:
            return []
        theme, given = self.found.names[self.theme], self.aspect.strip()
        if given.casefold() in (theme.en.casefold(), theme.text("zh").casefold()):
            return []
        return [says("themes-part", "caveat", {"given": Quote(text=given), "theme": theme})]

    def _unread(self) -> list[Statement]:
        n = int((self.found.reading.foreign & self.found.within).sum())
        return [says("themes-foreign", "caveat", {"n": Count(n=n)})] if n else []

    def table(self) -> tuple[tuple[Column, ...], table.Rows, Chart | None]:
        """Columns, rows and picture."""
        found = self.found
        if self.about == "cost":
            return table.of_costs(found, self.costs)
        if self.theme is not None:
            return table.of_months(found, self.theme)
        match self.about:
            case "praise":
                return table.of_themes(found, found.ranked(found.counts.good), 1)
            case "changes":
                order = list(dict.fromkeys(each.theme for each in found.changed))
                return table.of_themes(found, order, -1)
            case "complaints":
                return table.of_themes(found, found.ranked(found.counts.bad), -1)
            case _:
                return table.of_themes(found, found.ranked(found.counts.n), -1)
