"""The choice of a tool and its arguments: what the model may say, and nothing else.

Each argument of each tool becomes a slot: one the question settles (see `assistant.reading`) has
one possible value, one it leaves open keeps its whole vocabulary. The slots make a grammar, and the
model's choice is held to it: a call that does not parse, or a value the store does not have, cannot
be written.
"""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from assistant.amounts import holdout_in, lead_days_in, money_in, power_in, share_in
from assistant.choices import choice
from assistant.cues import cue
from assistant.llm.grammar import json_rule, literal
from assistant.reading import Reading
from assistant.sql_text import written_in as query_in
from assistant.subjects import written_in
from assistant.toolbox import Tool

Call = tuple[str, dict[str, Any]]
"""A tool's name and its arguments."""

CALENDAR = frozenset({"day", "week", "month", "quarter", "weekday", "hour"})
"""Dimensions that only words for them ask for ("monthly", "哪天"): never guessed."""

CUSTOMERS = ("region", "country", "age_band", "gender")
"""Dimensions that say which customers: a call about them is no longer about one."""

MAX_METRICS = 3
"""Most metrics one call asks for."""

OF_ITEMS = ("forecast_demand", "price_advice")
"""Tools whose filters may name what is sold, where it is more than one thing."""

OVERVIEW = ("revenue", "orders", "conversion_rate")
"""What a question that names no metric is about: all of it overall, the first for groups."""


@dataclass(frozen=True)
class OneOf:
    """An argument that may be any one of `values` (a single one when the question settles it)."""

    values: Sequence[Any]

    def lark(self) -> str:
        """The values as JSON, one alternative each."""
        return " | ".join(literal(_json(value)) for value in self.values)


@dataclass(frozen=True)
class Declared:
    """An argument the question says nothing about and that has no default: as its type allows."""

    schema: dict[str, Any]

    def lark(self) -> str:
        """Any JSON value of the schema."""
        return json_rule(self.schema)


Slot = OneOf | Declared
Vocabulary = Mapping[str, list[str]]
"""The words a store's tools understand, by argument name (`metrics`, `group_by`)."""


@dataclass(frozen=True)
class Candidate:
    """A tool the question may be for.

    Attributes:
        name: The tool.
        settled: Arguments that have one possible value.
        open: Arguments left to the model, in the order of the signature.
    """

    name: str
    settled: Mapping[str, Any]
    open: Mapping[str, Slot]

    @classmethod
    def of(cls, name: str, tool: Tool, reading: Reading, vocabulary: Vocabulary) -> "Candidate":
        """What `reading` settles of a call of `tool`, and what it leaves open."""
        slots: dict[str, Slot] = {}
        if "metrics" not in inspect.signature(tool).parameters:
            reading = replace(reading, ranking=False)  # "which step" asks for no groups
        for parameter in inspect.signature(tool).parameters.values():
            slots[parameter.name] = _slot(name, parameter, reading, vocabulary)
        if isinstance(filters := slots.get("filters"), OneOf):
            # What has an argument of its own is not also a filter.
            own = set(slots) - (set(_several(reading)) if name in OF_ITEMS else set())
            slots["filters"] = OneOf([[f for f in filters.values[0] if _dimension(f) not in own]])
        settled = {
            argument: slot.values[0]
            for argument, slot in slots.items()
            if isinstance(slot, OneOf) and len(slot.values) == 1
        }
        return cls(name, settled, {k: slot for k, slot in slots.items() if k not in settled})

    def settling(self, arguments: Mapping[str, Any]) -> "Candidate":
        """The same with `arguments` settled."""
        left = {name: slot for name, slot in self.open.items() if name not in arguments}
        return Candidate(self.name, {**self.settled, **arguments}, left)

    def call(self, chosen: Mapping[str, Any]) -> Call:
        """The whole call, `chosen` being the open arguments; empty ones are left out."""
        arguments = {**self.settled, **chosen}
        return self.name, {k: v for k, v in arguments.items() if v not in (None, [], "")}


def only_call(candidates: Sequence[Candidate]) -> Call | None:
    """The call, when the question leaves nothing to choose."""
    if len(candidates) == 1 and not candidates[0].open:
        return candidates[0].call({})
    return None


def call_grammar(candidates: Sequence[Candidate]) -> str:
    """Lark grammar of one call of one of `candidates`, as a JSON object.

    The object holds `tool` and then the tool's open arguments; what is settled is not written.
    """
    rules = [f"start: {' | '.join(f'call_{n}' for n in range(len(candidates)))}"]
    for n, candidate in enumerate(candidates):
        parts = [literal('{"tool": ' + _json(candidate.name))]
        for argument, slot in candidate.open.items():
            rule = f"call_{n}_{argument}"
            parts += [literal(f", {_json(argument)}: "), rule]
            rules.append(f"{rule}: {slot.lark()}")
        rules.append(f"call_{n}: {' '.join(parts)} {literal('}')}")
    return "\n".join(rules) + "\n"


def parse_call(text: str, candidates: Sequence[Candidate]) -> Call:
    """The call that `text`, written under the grammar of `candidates`, stands for."""
    chosen = json.loads(text)
    name = chosen.pop("tool")
    return next(c for c in candidates if c.name == name).call(chosen)


def _slot(
    tool: str, parameter: inspect.Parameter, reading: Reading, vocabulary: Vocabulary
) -> Slot:
    """What the question's words say of one argument, else what it takes over, else its default."""
    own = f"{tool} {parameter.name}"
    narrow = _NARROWINGS.get(own) or _NARROWINGS.get(parameter.name)
    if narrow and (slot := narrow(reading, vocabulary)):
        return slot
    said = choice(tool, parameter.name, reading.text or reading.question)
    kept = reading.carried.get(parameter.name) if reading.continues == tool else None
    return OneOf([said or kept]) if said or kept else _declared(parameter)


def _declared(parameter: inspect.Parameter) -> Slot:
    """The default where there is one, else whatever the type allows."""
    if parameter.default is not inspect.Parameter.empty:
        return OneOf([parameter.default])
    schema = TypeAdapter(parameter.annotation).json_schema()
    return OneOf(schema["enum"]) if "enum" in schema else Declared(schema)


def _metrics(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """Those named or carried over; else what such a question is taken to mean."""
    known = vocabulary["metrics"]
    named = list(reading.metrics) or list(reading.carried.get("metrics", ()))
    if named:
        return OneOf([named[:MAX_METRICS]])
    usual = [word for word in OVERVIEW if word in known] or known[:1]
    return OneOf([usual if reading.overview and not reading.groupings else usual[:1]])


def _group_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    if known:
        return OneOf(known[:1])
    if reading.trend:
        return OneOf([reading.grain])
    if reading.carried:
        old = reading.carried.get("group_by")
        return OneOf([None if len(reading.named(str(old))) == 1 else old])
    groups = [word for word in vocabulary["group_by"] if word not in CALENDAR]
    return OneOf([None, *groups] if reading.ranking and not reading.overview else [None])


def _then_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    carried = None if known or reading.trend else reading.carried.get("then_by")
    return OneOf(known[1:2] or [carried])


def _period(reading: Reading, _: Vocabulary) -> Slot | None:
    tokens = reading.periods[:1] or tuple(filter(None, [reading.carried.get("period")]))
    if not tokens and reading.named("campaign"):
        tokens = ("all",)  # a campaign has its own days
    return OneOf(tokens) if tokens else None


def _compare(reading: Reading, _: Vocabulary) -> Slot:
    if reading.compare != "none":
        return OneOf([reading.compare])
    carried = reading.carried.get("compare", "none")
    if reading.periods and carried not in ("none", "previous_period", "year_ago"):
        carried = "previous_period"  # the period it was held against was another's
    overview = reading.overview and not reading.groupings and not reading.carried
    return OneOf(["previous_period" if overview else carried])


def _filters(reading: Reading, _: Vocabulary) -> Slot:
    """The values named, and those of the call before that nothing of their kind replaces."""
    replaced = {_dimension(new) for new in reading.filters}
    replaced |= {*reading.groupings, *reading.widened}
    if reading.users:
        return OneOf([[*reading.filters]])  # one customer is no group
    kept = [old for old in reading.carried.get("filters") or () if _dimension(old) not in replaced]
    return OneOf([[*kept, *reading.filters]])


def _top_n(reading: Reading, _: Vocabulary) -> Slot | None:
    carried = None if reading.groupings else reading.carried.get("top_n")
    return OneOf([reading.top_n or carried]) if reading.top_n or carried else None


def _order(reading: Reading, _: Vocabulary) -> Slot:
    said = reading.order != "highest" or cue("highest", reading.question)
    kept = None if said else reading.carried.get("order")
    return OneOf([reading.order if reading.groupings else kept or reading.order])


def _rating(reading: Reading, _: Vocabulary) -> Slot:
    asked = reading.rating
    return OneOf([reading.carried.get("rating", asked) if asked == "any" else asked])


def _language(reading: Reading, _: Vocabulary) -> Slot:
    asked = written_in(reading.question)
    return OneOf([reading.carried.get("language", asked) if asked == "any" else asked])


def _query(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.subject or reading.carried.get("query") or reading.question])


def _category(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if "category" in reading.widened else reading.carried.get("category")
    named = reading.named("category")
    if len(named) > 1 and "category" not in reading.pitted:
        return OneOf([None])  # one word for several: which one is not told
    return OneOf(named[:1] or [None if reading.named("item") else kept])


def _several(reading: Reading) -> list[str]:
    """Dimensions with an argument of their own of which the question names several values."""
    return [name for name in ("category", "item") if len(reading.named(name)) > 1]


def _item(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if reading.named("category") or reading.users else reading.carried.get("item")
    return OneOf(reading.named("item")[:1] or [kept])


def _user(reading: Reading, _: Vocabulary) -> Slot:
    named = {_dimension(condition) for condition in reading.filters}
    kept = None if named & {*CUSTOMERS, "item"} else reading.carried.get("user_id")
    return OneOf(reading.users[:1] or [kept])


def _horizon(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.ahead or reading.carried.get("horizon_days")])


def _campaign(reading: Reading, _: Vocabulary) -> Slot:
    kept = None if reading.named("category") else reading.carried.get("campaign")
    return OneOf(reading.named("campaign")[:1] or [kept])


def _said(what: Callable[[str], float | None]) -> Callable[[Reading, Vocabulary], Slot | None]:
    """A slot for an amount that the question names."""

    def slot(reading: Reading, _: Vocabulary) -> Slot | None:
        amount = what(reading.question)
        return None if amount is None else OneOf([amount])

    return slot


def _own_query(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([query_in(reading.question) or ""])  # where there is none, it is written later


def _about(reading: Reading, _: Vocabulary) -> Slot | None:
    """Stock, where it is said how long supply takes."""
    return None if lead_days_in(reading.question) is None else OneOf(["stock"])


def _as_declared(_: Reading, __: Vocabulary) -> Slot | None:
    return None


def _whole_question(reading: Reading, _: Vocabulary) -> Slot:
    return OneOf([reading.question])


def _dimension(condition: str) -> str:
    return condition.split("=")[0].rstrip("!")


_NARROWINGS: dict[str, Callable[[Reading, Vocabulary], Slot | None]] = {
    "metrics": _metrics,
    "group_by": _group_by,
    "then_by": _then_by,
    "period": _period,
    "compare": _compare,
    "filters": _filters,
    "category": _category,
    "item": _item,
    "user_id": _user,
    "horizon_days": _horizon,
    "top_n": _top_n,
    "order": _order,
    "topic": lambda reading, _: OneOf([reading.topic]) if reading.topic else None,
    "rating": _rating,
    "language": _language,
    "query": _query,
    "campaign": _campaign,
    "budget": _said(money_in),
    "lead_days": _said(lead_days_in),
    "run_sql query": _own_query,
    "draft_campaign goal": _whole_question,
    "draft_campaign language": _as_declared,  # the goal says it
    "find_opportunities period": _as_declared,  # "this week" says when to act
    "plan_test lift": _said(share_in),
    "plan_test power": _said(power_in),
    "plan_test holdout": _said(holdout_in),
    "forecast_demand about": _about,
}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
