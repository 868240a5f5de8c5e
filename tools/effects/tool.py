"""The tools that say what campaigns did and how large the next test must be."""

from dataclasses import dataclass
from typing import Literal

from tools.effects import one_campaign, overview, plan_words, without_words
from tools.effects.campaigns import Campaign, campaigns_of, named
from tools.effects.past import effect_of, judged, past
from tools.effects.people import people_of
from tools.effects.without_holdout import before_after, matched
from tools.errors import ToolError
from tools.prediction.customers.words import SPOKEN, said
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Day, Listing

LONGEST = 365  # days after sending


@dataclass(frozen=True)
class EffectTools:
    """Read-only questions about what campaigns did, and plans for tests.

    Attributes:
        store: Whose campaigns.
    """

    store: Store

    def campaign_results(
        self, campaign: str | None = None, horizon_days: int | None = None
    ) -> ToolResult:
        """Say what a campaign did: uplift in orders, revenue and profit against held-out customers.

        Use for "did the 618 campaign work", "which campaign worked best", "was it worth its cost",
        "whom should we mail next time". Without a campaign, all are compared. For sales by campaign
        or channel use `query_metrics`; for how large a test must be use `plan_test`.

        Args:
            campaign: Name, part of a name or id of a campaign; all campaigns if not given.
            horizon_days: Days after sending whose orders count; until the campaign's end if not
                given.
        """
        if horizon_days is not None and not 1 <= horizon_days <= LONGEST:
            raise ToolError("campaign-bad-horizon")
        known = campaigns_of(self.store)
        if campaign is None or campaign.strip().casefold() in ("", "all"):
            return self._all(known, horizon_days)
        found = named(known, campaign)
        if len(found) > 1:
            return self._all(found, horizon_days)
        return self._one(found[0], horizon_days)

    def _all(self, known: tuple[Campaign, ...], horizon_days: int | None) -> ToolResult:
        wanted = {c.id for c in known}
        effects = [e for e in past(self.store, horizon_days) if e.campaign_id in wanted]
        unjudged = [c for c in known if not judged(c)]
        if not effects:
            names = Listing(items=tuple(c.name for c in unjudged[:SPOKEN]))
            lone = said("campaigns-no-holdout", "answer", list=names)
            return self._result((), (), (lone, said("campaigns-how", "highlight")))
        best = overview.ordered(effects)
        return self._result(
            overview.columns(best),
            overview.rows(best),
            tuple(overview.told(best, unjudged, horizon_days)),
            overview.chart() if len(best) > 1 else None,
        )

    def _one(self, campaign: Campaign, horizon_days: int | None) -> ToolResult:
        if campaign.first is not None and campaign.first > self.store.today:
            first, today = Day(day=campaign.first), Day(day=self.store.today)
            raise ToolError("campaign-ahead", name=campaign.name, day=first, today=today)
        if not judged(campaign):
            return self._without(campaign, horizon_days)
        from tools.effects.targeting import advised, ranked  # LightGBM takes a second

        people = people_of(self.store, [campaign.id], horizon_days)[campaign.id]
        effect = effect_of(self.store, campaign, people)
        ranking = ranked(self.store, people)
        advice = advised(effect, people, ranking)
        told = one_campaign.effect_told(effect, horizon_days)
        told += one_campaign.advice_told(effect, advice, ranking)
        return self._result(one_campaign.COLUMNS, one_campaign.rows(effect, people), tuple(told))

    def _without(self, campaign: Campaign, horizon_days: int | None) -> ToolResult:
        like = matched(self.store, campaign, horizon_days) if campaign.n_treated else None
        days = before_after(self.store, campaign)
        return self._result(
            without_words.columns(like, days),
            without_words.rows(like, days),
            tuple(without_words.told(campaign, self.store.today, like, days)),
        )

    def _result(
        self,
        columns: tuple[Column, ...],
        rows: tuple[dict[str, Cell], ...],
        statements: tuple[Statement, ...],
        chart: Chart | None = None,
    ) -> ToolResult:
        return ToolResult(
            tool="campaign_results",
            columns=columns,
            rows=rows,
            statements=statements,
            chart=chart,
            provenance=self._source("campaigns", "exposures", "orders", "order_lines", "events"),
            currency=self.store.profile.currency,
        )

    def plan_test(
        self,
        lift: float = 0.1,
        power: float = 0.8,
        holdout: float = 0.5,
        horizon_days: int = 14,
        audience: Literal["customers", "visitors"] = "customers",
    ) -> ToolResult:
        """Plan an A/B test: how many people, how long, and what rise it can find.

        Use for "how many customers do I need for a test", "how long must an A/B test run", "what is
        the smallest lift we could detect". For what past campaigns did use `campaign_results`.

        Args:
            lift: Relative rise of the share who order that is to be found, such as 0.1 for 10 %.
            power: Chance of finding it when it is there, such as 0.8.
            holdout: Share of people held out, such as 0.5.
            horizon_days: Days after sending whose orders count.
            audience: Customers on the mailing list, or visitors as they come to the shop.
        """
        plan_words.check(lift, power, holdout, horizon_days)
        found = plan_words.planned(self.store, lift, power, holdout, horizon_days, audience)
        return ToolResult(
            tool="plan_test",
            columns=plan_words.COLUMNS,
            rows=plan_words.rows(found),
            statements=tuple(plan_words.told(found)),
            provenance=self._source("orders", "order_lines", "users", "events"),
            currency=self.store.profile.currency,
        )

    def _source(self, *tables: str) -> Provenance:
        return Provenance(
            tables=tuple(t for t in tables if t in self.store.tables),
            period=(self.store.calendar[0], self.store.today),
            data_version=self.store.profile.data_version,
        )
