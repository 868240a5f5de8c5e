"""What a question's words say of each argument of a tool, and what is left open."""

import inspect
from collections.abc import Callable

from pydantic import TypeAdapter

from assistant import figure_slots, theme_slots
from assistant.choices import choice
from assistant.cues import cue, cues
from assistant.families import PREDICTIONS
from assistant.open_arguments import Declared, OneOf, Slot, Vocabulary, dimension_of
from assistant.orders import ordered
from assistant.reading import Reading
from assistant.sides import turned_over
from assistant.sql_text import written_in as query_in
from assistant.subjects import written_in
from assistant.utterances import BARE, words
from tools.drafts.reading import channel_in, languages_in
from tools.money import changed_to, money_in
from tools.periods.durations import days_in, lead_days_in, trial_days_in
from tools.periods.idle import idle_days_in
from tools.shares import holdout_in, power_in, share_in

CUSTOMERS = ("region", "country", "age_band", "gender")
"""Dimensions that say which customers: a call about them is no longer about one."""

OF_ITEMS = ("forecast_demand", "price_advice")
"""Tools whose filters may name what is sold, where it is more than one thing."""


def slot_of(
    tool: str, parameter: inspect.Parameter, reading: Reading, vocabulary: Vocabulary
) -> Slot:
    """What the question's words say of one argument, else what it takes over, else its default."""
    own = f"{tool} {parameter.name}"
    narrow = _NARROWINGS.get(own) or _NARROWINGS.get(parameter.name)
    if narrow and (slot := narrow(reading, vocabulary)):
        return slot
    said = choice(tool, parameter.name, reading.words)
    kept = reading.carried.get(parameter.name) if reading.continues == tool else None
    return OneOf([said or kept]) if said or kept else _declared(parameter)


def _declared(parameter: inspect.Parameter) -> Slot:
    """The default where there is one, else whatever the type allows."""
    if parameter.default is not inspect.Parameter.empty:
        return OneOf([parameter.default])
    schema = TypeAdapter(parameter.annotation).json_schema()
    return OneOf(schema["enum"]) if "enum" in schema else Declared(schema)


def _rating(reading: Reading, _: Vocabulary) -> Slot:
    asked = reading.rating
    return OneOf([reading.carried.get("rating", asked) if asked == "any" else asked])


def _language(reading: Reading, _: Vocabulary) -> Slot:
    asked = written_in(reading.words)
    return OneOf([reading.carried.get("language", asked) if asked == "any" else asked])


def _query(reading: Reading, _: Vocabulary) -> Slot:
    earlier = reading.carried.get("query")
    if earlier and cue("compare", reading.question):  # "and how does that compare with May?"
        return OneOf([earlier])
    if earlier and _only_narrows(reading):
        return OneOf([turned_over(earlier, reading.rating, reading.question)])  # "only bad ones"
    return OneOf([reading.subject or earlier or reading.question])


def _only_narrows(reading: Reading) -> bool:
    """Whether a follow-up says which reviews are wanted, and nothing of what."""
    text = reading.words
    if reading.rating != "any" and words(text) <= BARE + 1:
        return True
    narrows = reading.rating != "any" or reading.periods or reading.top_n or reading.filters
    rest = reading.subject
    for name in ("follow_up", "filler", "framing"):
        for pattern in cues()[name]:
            rest = pattern.sub(" ", rest)
    return bool(narrows or written_in(text) != "any") and words(rest) <= 1


def _category(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if "category" in reading.widened else reading.carried.get("category")
    said = reading.named("category")
    if len(said) > 1 and "category" not in reading.pitted:
        return OneOf([None])  # one word for several: which one is not told
    return OneOf(said[:1] or [None if reading.named("item") else kept])


def several(reading: Reading) -> list[str]:
    """Dimensions with an argument of their own of which the question names several values."""
    return [name for name in ("category", "item") if len(reading.named(name)) > 1]


def _item(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if reading.named("category") or reading.users else reading.carried.get("item")
    return OneOf(reading.named("item")[:1] or [kept])


def _user(reading: Reading, _: Vocabulary) -> Slot:
    told = {dimension_of(condition) for condition in reading.filters}
    kept = None if told & {*CUSTOMERS, "item"} else reading.carried.get("user_id")
    return OneOf(reading.users[:1] or [kept])


def _horizon(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.horizon or reading.carried.get("horizon_days")])


def _idle(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """How long without an order counts as lost, if that is said, else how far ahead to look."""
    declared = idle_days_in(reading.words)
    return _horizon(reading, vocabulary) if declared is None else OneOf([declared])


def _horizon_or_date(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.due or reading.carried.get("horizon_days")])


def _goal(reading: Reading, _: Vocabulary) -> Slot | None:
    """A budget, where a sum is named to be spent and no time to send."""
    said = choice("channel_advice", "goal", reading.words)
    told = said in (None, "performance") and money_in(reading.words)
    return OneOf(["budget"]) if told else None


def _looked_back_from(reading: Reading, _: Vocabulary) -> Slot | None:
    """A time gone by; "this week", or a festival to come, says when to act."""
    to_come = reading.due is not None and not cue("as_of", reading.words)
    past = [told for told in reading.periods if not told.startswith(("this_", "today"))]
    return None if to_come or not past else OneOf(past[:1])


def _campaign(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if reading.named("category") else reading.carried.get("campaign")
    return OneOf(reading.named("campaign")[:1] or [kept])


def _said(what: Callable[[str], float | None]) -> Callable[[Reading, Vocabulary], Slot | None]:
    """A slot for an amount that the question names."""

    def slot(reading: Reading, _: Vocabulary) -> Slot | None:
        amount = what(reading.words)
        return None if amount is None else OneOf([amount])

    return slot


def _budget(reading: Reading, _: Vocabulary) -> Slot | None:
    """The sum named; of a bare number in place of a sum, as many thousands as that was told in."""
    told, before = money_in(reading.words), reading.carried.get("budget")
    number = None if told is not None or not before else changed_to(reading.words, before)
    amount = told if number is None else number
    return None if amount is None else OneOf([amount])


def _own_query(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([query_in(reading.question) or ""])  # where there is none, it is written later


def _about(reading: Reading, _: Vocabulary) -> Slot | None:
    """Stock, where it is said how long supply takes."""
    return None if lead_days_in(reading.words) is None else OneOf(["stock"])


def _campaign_channel(reading: Reading, _: Vocabulary) -> Slot | None:
    told = channel_in(reading.words)
    return OneOf([told]) if told else None


def _campaign_language(reading: Reading, _: Vocabulary) -> Slot | None:
    told = languages_in(reading.words)
    return OneOf(["both"] if len(told) > 1 else told) if told else None


def _whole_question(reading: Reading, _: Vocabulary) -> Slot:
    """The order as it is told, after the one that it only changes."""
    return OneOf([ordered(reading.question, reading.carried.get("goal"), reading.filters)])


def _change(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.question if reading.carried.get("draft") else None])


_NARROWINGS: dict[str, Callable[[Reading, Vocabulary], Slot | None]] = {
    "metrics": figure_slots.metrics,
    "group_by": figure_slots.group_by,
    "then_by": figure_slots.then_by,
    "period": figure_slots.period,
    "compare": figure_slots.compare,
    "query_metrics filters": figure_slots.filters,
    "filters": figure_slots.of_others,
    "category": _category,
    "item": _item,
    "user_id": _user,
    "horizon_days": _horizon,
    "top_n": figure_slots.top_n,
    "search_reviews k": figure_slots.top_n,
    "order": figure_slots.order,
    "topic": lambda reading, _: OneOf([reading.topic]) if reading.topic else None,
    "rating": _rating,
    "language": _language,
    "query": _query,
    "campaign": _campaign,
    "aspect": theme_slots.aspect,
    "budget": _budget,
    "lead_days": _said(lead_days_in),
    "run_sql query": _own_query,
    **{f"{tool} filters": figure_slots.people for tool in PREDICTIONS},
    "draft_campaign goal": _whole_question,
    "draft_campaign change": _change,
    "draft_campaign channel": _campaign_channel,
    "draft_campaign language": _campaign_language,
    "find_opportunities period": _looked_back_from,
    "review_themes about": theme_slots.about,
    "channel_advice goal": _goal,
    "channel_advice filters": figure_slots.advised,
    "review_themes compare": lambda reading, _: (
        None if reading.compare == "none" else OneOf([reading.compare])
    ),
    "plan_test lift": _said(share_in),
    "plan_test horizon_days": _said(trial_days_in),
    "cohort_retention period": figure_slots.cohorts,
    "campaign_results horizon_days": _said(days_in),
    "churn_risk horizon_days": _idle,
    "forecast_demand horizon_days": _horizon_or_date,
    "plan_test power": _said(power_in),
    "plan_test holdout": _said(holdout_in),
    "forecast_demand about": _about,
}
