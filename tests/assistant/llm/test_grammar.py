import json
from collections.abc import Sequence
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant.llm.engine import Engine
from assistant.llm.grammar import bounded, literal

NAMES = st.sampled_from(["metric", "period", "item_id", "limit", "group_by", "品类"])
LEAVES = st.one_of(
    st.just({"type": "boolean"}),
    st.just({"type": "null"}),
    st.lists(st.text(max_size=6), min_size=1, max_size=4, unique=True).map(lambda v: {"enum": v}),
    st.tuples(st.integers(-50, 50), st.integers(0, 100)).map(
        lambda b: {"type": "integer", "minimum": b[0], "maximum": b[0] + b[1]}
    ),
    st.integers(0, 8).map(lambda n: {"type": "string", "maxLength": n}),
    st.just({"type": "string", "format": "date"}),
    st.just({"const": "last_month"}),
)


def _nested(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    objects = st.dictionaries(NAMES, inner, max_size=3).flatmap(
        lambda properties: st.sets(st.sampled_from(sorted(properties) or ["none"])).map(
            lambda required: {
                "type": "object",
                "properties": properties,
                "required": sorted(required & properties.keys()),
            }
        )
    )
    arrays = st.tuples(inner, st.integers(0, 3)).map(
        lambda a: {"type": "array", "items": a[0], "maxItems": a[1]}
    )
    either = st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"anyOf": parts})
    return objects | arrays | either


SCHEMAS = st.recursive(LEAVES, _nested, max_leaves=6)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(schema=SCHEMAS, seed=st.integers(0, 2**31))
def test_what_a_random_model_writes_under_a_schema_is_json_that_the_schema_allows(
    engine: Engine, schema: dict[str, Any], seed: int
) -> None:
    done = engine.complete("x", grammar=schema, max_tokens=600, temperature=1.0, seed=seed)
    assume(done.finish_reason == "end")
    jsonschema.validate(json.loads(done.text), schema, format_checker=jsonschema.FormatChecker())


def test_an_object_gets_no_property_that_its_schema_does_not_name(engine: Engine) -> None:
    schema = {"type": "object", "properties": {"n": {"type": "integer", "maximum": 9}}}
    for seed in range(20):
        done = engine.complete("x", grammar=schema, temperature=1.0, seed=seed, max_tokens=400)
        assert json.loads(done.text).keys() <= {"n"}


def test_strings_and_arrays_without_limits_get_one_at_every_depth() -> None:
    schema = {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]}
    limited = bounded(schema)["anyOf"][0]
    assert limited["maxItems"] > 0
    assert limited["items"]["maxLength"] > 0


def test_a_schema_keyword_nobody_knows_is_ignored_not_fatal(engine: Engine) -> None:
    schema = {"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": True, "maxItems": 3}
    assert set(json.loads(engine.complete("x", grammar=schema).text)) <= {1, 2}


def test_a_grammar_that_is_none_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="start"):
        engine.complete("x", grammar="nonsense: ")


LINES = [
    "Revenue in October was ¥1,234.50, up 12.3% on September.",
    "十月的退货率为 4.2%。",
    'The "VIP" voucher was used by 27 buyers: too few to compare.',
]


def one_of(lines: Sequence[str]) -> str:
    return "start: " + " | ".join(literal(line) for line in lines)


@given(
    lines=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5
    ),
    seed=st.integers(0, 2**31),
)
@settings(max_examples=40, deadline=None)
def test_a_literal_comes_out_verbatim(engine: Engine, lines: list[str], seed: int) -> None:
    done = engine.complete("x", grammar=one_of(lines), max_tokens=3000, temperature=1.0, seed=seed)
    assert done.text in lines


def test_a_line_costs_a_pass_for_its_choice_and_no_more(engine: Engine) -> None:
    done = engine.complete("x", grammar=one_of(LINES))
    assert done.text in LINES
    assert done.forward_passes <= 2
    assert done.generated_tokens > 2


def test_the_only_line_there_is_needs_no_pass_at_all(engine: Engine) -> None:
    done = engine.complete("x", grammar=one_of(LINES[:1]))
    assert (done.text, done.forward_passes) == (LINES[0], 0)
