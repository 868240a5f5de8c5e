"""The marketer's tools: how each is made for a store.

Their libraries take seconds to import: each is made, and imported, when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.toolbox import Tool

if TYPE_CHECKING:
    from assistant.workbench import Workbench
    from retrieval.embedding import Vectors


def _query_metrics(bench: Workbench) -> Tool:
    from tools.query_metrics import MetricTools

    return MetricTools(bench.store).query_metrics


def _funnel(bench: Workbench) -> Tool:
    from tools.funnel import FunnelTools

    return FunnelTools(bench.store).funnel


def _predict_purchase(bench: Workbench) -> Tool:
    from tools.prediction.tool import PurchaseTools

    return PurchaseTools(bench.store, bench.models).predict_purchase


def _recommend_items(bench: Workbench) -> Tool:
    return bench.items.recommend_items


def _lifetime_value(bench: Workbench) -> Tool:
    from tools.prediction.lifetime.tool import LifetimeTools

    return LifetimeTools(bench.customers, bench.models).lifetime_value


def _churn_risk(bench: Workbench) -> Tool:
    return bench.timing.churn_risk


def _predict_next(bench: Workbench) -> Tool:
    return bench.timing.predict_next


def _segment_customers(bench: Workbench) -> Tool:
    from tools.segments.tool import SegmentTools

    return SegmentTools(bench.segments).segment_customers


def _customer_profile(bench: Workbench) -> Tool:
    from tools.segments.profile import ProfileTools

    def embed(texts: Sequence[str]) -> Vectors:
        return bench.embedder.queries(texts)  # loads the model on first use

    def ahead() -> Sequence[Tool]:
        return _lifetime_value(bench), bench.timing.churn_risk, bench.timing.predict_next

    return ProfileTools(bench.segments, embed, ahead).customer_profile


def _cohort_retention(bench: Workbench) -> Tool:
    from tools.segments.cohort_tool import CohortTools

    return CohortTools(bench.segments).cohort_retention


def _price_advice(bench: Workbench) -> Tool:
    from tools.prices.tool import PriceTools

    return PriceTools(bench.store).price_advice


def _channel_advice(bench: Workbench) -> Tool:
    from tools.channels.tool import ChannelTools

    return ChannelTools(bench.store).channel_advice


def _bought_together(bench: Workbench) -> Tool:
    from tools.together.tool import TogetherTools

    return TogetherTools(bench.store).bought_together


def _forecast_demand(bench: Workbench) -> Tool:
    from tools.demand.tool import DemandTools

    return DemandTools(bench.store).forecast_demand


def _search_reviews(bench: Workbench) -> Tool:
    from tools.reviews import ReviewTools

    return ReviewTools(bench.store, lambda: bench.index).search_reviews


def _review_themes(bench: Workbench) -> Tool:
    from tools.themes.tool import ThemeTools

    return ThemeTools(bench.store, lambda: bench.index).review_themes


def _find_opportunities(bench: Workbench) -> Tool:
    from tools.opportunities.tool import OpportunityTools

    return OpportunityTools(bench.segments).find_opportunities


def _run_sql(bench: Workbench) -> Tool:
    from tools.sql.tool import SqlTools

    return SqlTools(bench.store).run_sql


def _draft_campaign(bench: Workbench) -> Tool:
    from tools.drafts.tool import DraftTools

    # Looked up at each call: in a conversation the model is loaded by then, in a form it is not.
    return DraftTools(lambda: bench.drafts(worded="model" in vars(bench))).draft_campaign


def _campaign_results(bench: Workbench) -> Tool:
    from tools.effects.tool import EffectTools

    return EffectTools(bench.store).campaign_results


def _plan_test(bench: Workbench) -> Tool:
    from tools.effects.tool import EffectTools

    return EffectTools(bench.store).plan_test


def _analyse_experiment(bench: Workbench) -> Tool:
    from tools.effects.upload_tool import ExperimentTools

    return ExperimentTools(bench.uploads).analyse_experiment


def _about_store(bench: Workbench) -> Tool:
    from tools.about import AboutTools

    return AboutTools(bench.store).about_store


TOOLS: Mapping[str, Callable[[Workbench], Tool]] = {
    "query_metrics": _query_metrics,
    "funnel": _funnel,
    "predict_purchase": _predict_purchase,
    "predict_next": _predict_next,
    "churn_risk": _churn_risk,
    "lifetime_value": _lifetime_value,
    "recommend_items": _recommend_items,
    "segment_customers": _segment_customers,
    "customer_profile": _customer_profile,
    "cohort_retention": _cohort_retention,
    "price_advice": _price_advice,
    "channel_advice": _channel_advice,
    "bought_together": _bought_together,
    "forecast_demand": _forecast_demand,
    "search_reviews": _search_reviews,
    "review_themes": _review_themes,
    "draft_campaign": _draft_campaign,
    "find_opportunities": _find_opportunities,
    "campaign_results": _campaign_results,
    "plan_test": _plan_test,
    "analyse_experiment": _analyse_experiment,
    "run_sql": _run_sql,
    "about_store": _about_store,
}
"""The marketer's tools, in the order of the forms: how each is made for a store."""

READ_FIRST: tuple[tuple[str, Mapping[str, int]], ...] = (
    ("segment_customers", {}),
    ("churn_risk", {}),
    ("recommend_items", {}),
    ("price_advice", {}),
    ("forecast_demand", {}),
    ("find_opportunities", {}),
    ("predict_purchase", {}),
    ("predict_purchase", {"horizon_days": 7}),
    ("predict_purchase", {"horizon_days": 14}),
)
"""Calls whose tools keep what they read, in the order to make them ahead: the quick ones first.

Besides the horizon that the saved model was trained for, a week and a fortnight are asked for most.
"""
