"""Tools that belong together: by the words that ask for them, and by what they answer."""

FIGURES = "query_metrics"
FUNNEL = "funnel"
SMALL_TALK = "about_store"
SEGMENTS = "segment_customers"
SQL = "run_sql"
CAMPAIGNS = "campaign_results"
CHURN = "churn_risk"
PROFILE = "customer_profile"
LIFETIME = "lifetime_value"
OPPORTUNITIES = "find_opportunities"
ASKS = {
    FUNNEL: "asks_funnel",
    "recommend_items": "asks_items",
    "churn_risk": "asks_churn",
    "predict_next": "asks_next",
    LIFETIME: "asks_value",
    "predict_purchase": "asks_prediction",
    "search_reviews": "asks_reviews",
    "review_themes": "asks_themes",
    "segment_customers": "asks_segments",
    "customer_profile": "asks_profile",
    "cohort_retention": "asks_cohorts",
    "campaign_results": "asks_campaigns",
    "plan_test": "asks_test",
    "analyse_experiment": "asks_experiment",
    "price_advice": "asks_prices",
    "channel_advice": "asks_channels",
    "forecast_demand": "asks_demand",
    "bought_together": "asks_together",
    "find_opportunities": "asks_opportunities",
    "draft_campaign": "asks_draft",
    "run_sql": "asks_sql",
}
"""By tool, the cue of words that ask for it."""
DRAFT = "draft_campaign"
FORECAST = "forecast_demand"
TEST = "plan_test"
WHOLE = ("run_sql", DRAFT)
"""Tools that take a question whole, whatever else its words ask for: it says what is wanted."""
EXPERIMENT = "analyse_experiment"
"""The tool of uploaded tables: an upload settles it, and what the table says continues it."""
PREDICTION = "predict_purchase"
NARROW = ("recommend_items", "churn_risk", "predict_next", LIFETIME)
"""Tools whose words are plainer than those for any prediction ("likely", "预测")."""
PREDICTIONS = (*NARROW, PREDICTION)
"""Tools about what customers will do."""
AHEAD = (*PREDICTIONS, "forecast_demand")
"""Tools about what is still to come: a time gone by speaks against them."""
OVERRULED = {
    "review_themes": ("search_reviews", "find_opportunities", FUNNEL),
    "plan_test": ("campaign_results", "predict_purchase", "analyse_experiment"),
    "analyse_experiment": ("campaign_results", "find_opportunities", "search_reviews"),
    "bought_together": ("recommend_items",),
    "customer_profile": ("segment_customers", "recommend_items"),
    "campaign_results": ("find_opportunities",),
    "price_advice": ("find_opportunities", "forecast_demand"),
    "channel_advice": ("campaign_results", "find_opportunities"),
    "cohort_retention": ("churn_risk",),
    "segment_customers": ("churn_risk", "predict_purchase"),
    "forecast_demand": ("predict_purchase", "find_opportunities", "churn_risk"),
    "find_opportunities": ("segment_customers", "search_reviews"),
}
"""By tool, those that its words only seem to ask for as well. All of these, and the predictions of
customers, also overrule the figures that their words name ("how many customers", "revenue")."""
MANIFOLD = (*OVERRULED, *WHOLE, FUNNEL)
"""Tools whose answers tell several things at once, so that one question may ask for all of them."""
THEMES = "review_themes"
OPINIONS = ("search_reviews", THEMES)
"""Tools about what customers say."""
OF_ONE = (*PREDICTIONS, "customer_profile")
"""Tools that can be asked about one customer."""
GOODS = ("category", "brand", "item")
"""Dimensions of what is sold."""
OF_GOODS = (*OPINIONS, "price_advice", "forecast_demand", "bought_together")
"""Tools that can be asked about one category or product, and about no customer."""
ALIKE = (("search_reviews", "review_themes"),)
"""Tools that the same words may ask for."""


def kin(tool: str) -> tuple[str, ...]:
    """`tool` and those that the same words may ask for.

    >>> kin("review_themes"), kin("funnel")
    (('search_reviews', 'review_themes'), ('funnel',))
    """
    return next((alike for alike in ALIKE if tool in alike), (tool,))


def goes_on(before: str, tool: str) -> bool:
    """Whether words for `tool` only go on with what words for `before` asked.

    >>> goes_on("predict_next", "predict_purchase")  # when the next order comes, and what it holds
    True
    """
    return kin(before) == kin(tool) or (before, tool) == ("predict_next", PREDICTION)
