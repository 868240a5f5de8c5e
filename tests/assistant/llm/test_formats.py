from collections.abc import Callable

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

from assistant.llm import formats
from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine
from assistant.llm.formats import Call, CallFormat, CallLanguage, format_of, schemas_of
from tests.assistant.llm.conftest import tiny_engine
from tests.assistant.llm.test_grammar import NAMES, SCHEMAS
from tests.scripted_model import accepts

Chat = Callable[..., ChatTransformers]

TOKENS = [
    "<tool_call>",
    "</tool_call>",
    "[TOOL_CALLS]",
    "[ARGS]",
    "<|tool_call>",
    "<tool_call|>",
    '<|"|>',
    "<start_function_call>",
    "<end_function_call>",
    "<escape>",
]
FORMATS = {name: form for name, form in vars(formats).items() if isinstance(form, CallFormat)}
TOOLS = st.dictionaries(
    st.sampled_from(["funnel", "funnel_by", "shop.find"]),
    st.dictionaries(NAMES, SCHEMAS, max_size=3).flatmap(
        lambda properties: st.sets(st.sampled_from(sorted(properties) or ["none"])).map(
            lambda required: {
                "type": "object",
                "properties": properties,
                "required": sorted(required & properties.keys()),
            }
        )
    ),
    min_size=1,
)


@pytest.fixture(scope="module")
def any_engine() -> Engine:
    """A tiny random model that knows every family's tokens."""
    return tiny_engine(tokens=TOKENS)


@pytest.mark.parametrize("name", FORMATS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tools=TOOLS, seed=st.integers(0, 2**31), text=st.booleans())
def test_what_the_grammar_lets_through_is_calls_that_the_schemas_allow(
    name: str, any_engine: Engine, tools: dict, seed: int, text: bool
) -> None:
    language = CallLanguage(FORMATS[name], any_engine.tokenizer)
    grammar = language.lark(tools, text=text, several=True)
    done = any_engine.complete(
        "x", grammar=grammar, max_tokens=1500, temperature=1.0, seed=seed, keep_special=True
    )
    assume(done.finish_reason == "end")
    said, calls = language.parse(done.text, tools)
    assert calls or (text and said)
    checker = jsonschema.FormatChecker()
    for call in calls:
        jsonschema.validate(call.arguments, tools[call.name], format_checker=checker)


CALLS = [
    Call("funnel", {}),
    Call("funnel_by", {"text": 'a "b"\n<c>', "n": 5, "days": ["1", "二"], "deep": {"x": None}}),
]
ANYTHING: dict = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "n": {"type": ["string", "integer"]},
        "days": {"type": "array", "items": {"type": "string"}},
        "deep": {"type": "object", "properties": {"x": {"type": "null"}}},
    },
}


@pytest.mark.parametrize("name", FORMATS)
def test_calls_are_read_back_as_they_were_written(name: str, any_engine: Engine) -> None:
    language = CallLanguage(FORMATS[name], any_engine.tokenizer)
    tools = {call.name: ANYTHING for call in CALLS}
    calls = CALLS if language.several else CALLS[1:]
    assert language.parse(language.write(calls), tools) == ("", calls)


@pytest.mark.parametrize("name", FORMATS)
def test_a_string_stays_a_string_where_the_schema_wants_one(name: str, any_engine: Engine) -> None:
    language = CallLanguage(FORMATS[name], any_engine.tokenizer)
    tools = {"find": {"type": "object", "properties": {"item_id": {"type": "string"}}}}
    for item_id in ("5", "true", '"quoted"', "", "[1]"):
        calls = [Call("find", {"item_id": item_id})]
        assert language.parse(language.write(calls), tools)[1] == calls


# How the families' templates write an earlier call, shortened to that.
EACH_CALL = "{% for c in m.tool_calls or [] %}{% set f = c.function %}"
FAMILIES = {
    "HERMES": '<tool_call>\n{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}'
    "\n</tool_call>",
    "QWEN_XML": "<tool_call>\n<function={{ f.name }}>\n{% for k, v in f.arguments.items() %}"
    "<parameter={{ k }}>\n{{ v if v is string else v | tojson }}\n</parameter>\n{% endfor %}"
    "</function>\n</tool_call>",
    "LLAMA": '{"name": "{{ f.name }}", "parameters": {{ f.arguments | tojson }}}',
    "MISTRAL": '[TOOL_CALLS][{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}]',
    "MISTRAL_ARGS": "[TOOL_CALLS]{{ f.name }}[ARGS]{{ f.arguments | tojson }}",
    "GEMMA": "<|tool_call>call:{{ f.name }}{{ '{' }}"
    "{% for k, v in f.arguments | dictsort %}{{ k }}:"
    "{{ '<|\"|>' ~ v ~ '<|\"|>' if v is string else v }}{{ ',' if not loop.last }}{% endfor %}}"
    "<tool_call|>",
    "BARE": '{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}',
}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_known_by_its_template_and_writes_calls_as_it_does(family: str) -> None:
    template = (
        "{% for t in tools or [] %}{{ t | tojson }}{% endfor %}{% for m in messages %}"
        f"{{{{ m.role }}}}: {{{{ m.content }}}}{EACH_CALL}{FAMILIES[family]}"
        "{% endfor %}{% endfor %}"
    )
    engine = tiny_engine(tokens=TOKENS, template=template)
    assert format_of(engine.tokenizer, "model") == FORMATS[family]
    arguments = {"metric": "revenue", "limit": 5}
    model = ChatTransformers(engine=engine)
    history = [
        HumanMessage("How much?"),
        AIMessage("", tool_calls=[{"name": "figures", "args": arguments, "id": "123456789"}]),
        ToolMessage("27 orders", tool_call_id="123456789", name="figures"),
    ]
    prompt, _ = model._request(history, None, {"tools": [FIGURES]})
    written = CallLanguage(FORMATS[family], engine.tokenizer).write([Call("figures", arguments)])
    assert f"assistant: {written}tool: 27 orders" in prompt
    schemas = schemas_of([FIGURES])
    assert engine.calls.parse(written, schemas)[1] == [Call("figures", arguments)]


FIGURES = {
    "type": "function",
    "function": {
        "name": "figures",
        "description": "Figures of the store.",
        "parameters": {
            "type": "object",
            "properties": {"metric": {"type": "string"}, "limit": {"type": "integer"}},
        },
    },
}
NO_TOOLS = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system role') }}"
    "{% endif %}{% if (m.role == 'user') != loop.index0 is even %}"
    "{{ raise_exception('user and assistant take turns') }}{% endif %}"
    "[{{ m.role }}] {{ m.content }} {% endfor %}[assistant] "
)


def test_a_template_that_knows_neither_tools_nor_system_messages_loses_none_of_them() -> None:
    model = ChatTransformers(engine=tiny_engine(template=NO_TOOLS), temperature=1.0)
    history = [
        SystemMessage("Be short."),
        HumanMessage("How much?"),
        AIMessage(
            "",
            tool_calls=[
                {"name": "figures", "args": {"limit": n}, "id": f"12345678{n}"} for n in (1, 2)
            ],
        ),
        ToolMessage("27 orders", tool_call_id="123456781", name="figures"),
        ToolMessage("28 orders", tool_call_id="123456782", name="figures"),
    ]
    prompt, _ = model._request(history, None, {"tools": [FIGURES]})
    for part in ("Be short.", "How much?", "Figures of the store.", '"limit": {"type": "integer"}'):
        assert part in prompt.partition("[assistant]")[0]
    assert '[assistant] {"name": "figures", "arguments": {"limit": 1}}\n{"name"' in prompt
    assert "27 orders" in prompt.rpartition("[user]")[2]
    assert "28 orders" in prompt.rpartition("[user]")[2]
    bound = model.bind_tools([FIGURES], tool_choice="any", parallel_tool_calls=False)
    assert bound.invoke(history).tool_calls


def test_a_template_that_takes_tools_is_left_to_list_them_itself(chat: Chat) -> None:
    prompt, _ = chat()._request([HumanMessage("hi")], None, {"tools": [FIGURES]})
    assert prompt.count("Figures of the store.") == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [("", ""), ("I look it up:\n```json\n", "I look it up:"), ("```json\n", "")],
)
def test_a_call_may_stand_in_a_code_fence_after_words(
    written: str, said: str, engine: Engine
) -> None:
    call = Call("figures", {"metric": "revenue"})
    text = written + engine.calls.write([call]) + ("\n```" if written else "")
    tools = schemas_of([FIGURES])
    assert accepts(engine.calls.lark(tools, text=True, several=True), text)
    assert engine.calls.parse(text, tools) == (said, [call])


def test_words_with_code_in_them_are_words(engine: Engine) -> None:
    tools = schemas_of([FIGURES])
    for text in ("Use `x`.", "Run ```python\nx```", "It ends in `"):
        assert accepts(engine.calls.lark(tools, text=True, several=True), text)
        assert engine.calls.parse(text, tools) == (text, [])
