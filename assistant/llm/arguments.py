"""How families of models write the arguments of a call: as rules of a grammar, and back."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from assistant.llm.grammar import Schema, bounded, json_rule, literal

Arguments = dict[str, Any]
Written = Callable[[str], str]
"""Text as Lark, with a model's own tokens in it by their ids."""

_KINDS: Mapping[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
}


class ArgumentStyle(Protocol):
    """One way to write the arguments of a call."""

    def rules(self, name: str, schema: Schema, written: Written) -> list[str]:
        """Lark rules of the arguments that `schema` allows; the first is called `name`."""

    def read(self, text: str, schema: Schema) -> tuple[Arguments, str]:
        """The arguments at the start of `text`, which the grammar held, and what follows them."""

    def write(self, arguments: Mapping[str, Any]) -> str:
        """`arguments` as the model would write them."""


class Json:
    """`{"metric": "revenue", "limit": 5}`."""

    def rules(self, name: str, schema: Schema, written: Written) -> list[str]:  # noqa: ARG002
        """One rule: a JSON object."""
        return [f"{name}: {json_rule(schema)}"]

    def read(self, text: str, schema: Schema) -> tuple[Arguments, str]:  # noqa: ARG002
        """A JSON object."""
        arguments, end = json.JSONDecoder().raw_decode(text)
        return arguments, text[end:]

    def write(self, arguments: Mapping[str, Any]) -> str:
        """A JSON object."""
        return json.dumps(arguments, ensure_ascii=False)


class Tagged:
    """`<parameter=metric>`, the value on lines of its own, `</parameter>`: one after another.

    Strings stand as they are, everything else as JSON; only the schema tells which is which.
    """

    _ENDS = "\n</parameter>\n"

    def rules(self, name: str, schema: Schema, written: Written) -> list[str]:
        """One rule for the arguments in the schema's order, and one for each value."""
        required = set(schema.get("required", ()))
        parts, values = [], []
        for n, (key, value) in enumerate(schema.get("properties", {}).items()):
            opens, optional = written(f"<parameter={key}>\n"), "" if key in required else "?"
            parts.append(f"({opens} {name}_{n}){optional}")
            values += self._value(f"{name}_{n}", _with_definitions(value, schema))
        return [f"{name}: " + (" ".join(parts) or '""'), *values]

    def read(self, text: str, schema: Schema) -> tuple[Arguments, str]:
        """Every tagged value up to the first text that is none."""
        arguments: Arguments = {}
        while found := re.match(r"<parameter=(.*?)>\n(.*?)\n</parameter>\n", text, re.DOTALL):
            key, value = found.groups()
            part = _with_definitions(schema.get("properties", {}).get(key, {}), schema)
            arguments[key] = _meant(value, part)
            text = text[found.end() :]
        return arguments, text

    def write(self, arguments: Mapping[str, Any]) -> str:
        """Each argument between its tags."""
        return "".join(
            f"<parameter={key}>\n{_bare(value)}{self._ENDS}" for key, value in arguments.items()
        )

    def _value(self, name: str, schema: Schema) -> list[str]:
        ends = literal(self._ENDS)
        rules = []
        for n, choice in enumerate(_choices(schema)):
            if "enum" in choice:
                each = " | ".join(literal(_bare(value)) for value in choice["enum"])
                rules.append(f"{name}_{n}: ({each}) {ends}")
            elif choice.get("type") == "string":
                rules.append(f"{name}_{n}[lazy]: /{_pattern(choice)}\\n<\\/parameter>\\n/")
            else:
                rules.append(f"{name}_{n}: {name}_{n}_json {ends}")
                rules.append(f"{name}_{n}_json: {json_rule(choice)}")
        heads = [rule.partition("[")[0].partition(":")[0] for rule in rules]
        heads = [head for head in heads if not head.endswith("_json")]
        return [f"{name}: {' | '.join(heads)}", *rules]


class Keyed:
    """`{limit:5,metric:<|"|>revenue<|"|>}`: bare keys in order of name, strings between `quote`.

    Args:
        quote: Stands on both sides of a string; one token of the model.
    """

    def __init__(self, quote: str) -> None:
        self._quote = quote

    def rules(self, name: str, schema: Schema, written: Written) -> list[str]:
        """A rule for the object and rules for each value in it, to any depth."""
        return self._object(name, {**schema, "type": "object"}, written)

    def read(self, text: str, schema: Schema) -> tuple[Arguments, str]:  # noqa: ARG002
        """An object."""
        value, rest = self._parsed(text)
        return value, rest

    def write(self, arguments: Mapping[str, Any]) -> str:
        """An object."""
        return self._bare(arguments)

    def _bare(self, value: Any) -> str:  # noqa: ANN401 - any JSON value
        if isinstance(value, str):
            return f"{self._quote}{value}{self._quote}"
        if isinstance(value, Mapping):
            inside = ",".join(f"{key}:{self._bare(value[key])}" for key in sorted(value))
            return f"{{{inside}}}"
        if isinstance(value, list):
            return f"[{','.join(map(self._bare, value))}]"
        return json.dumps(value)

    def _parsed(self, text: str) -> tuple[Any, str]:
        if text.startswith(self._quote):
            value, _, rest = text.removeprefix(self._quote).partition(self._quote)
            return value, rest
        if text[0] not in "{[":
            found, end = json.JSONDecoder().raw_decode(text)
            return found, text[end:]
        mapping: dict[str, Any] = {}
        items: list[Any] = []
        opened, text = text[0], text[1:]
        while text[0] not in "}]":
            if opened == "{":
                key, _, text = text.partition(":")
                mapping[key], text = self._parsed(text)
            else:
                item, text = self._parsed(text)
                items.append(item)
            text = text.removeprefix(",")
        return (mapping if opened == "{" else items), text[1:]

    def _value(self, name: str, schema: Schema, written: Written) -> list[str]:
        heads, rules = [], []
        for n, choice in enumerate(_choices(schema)):
            heads.append(f"{name}_{n}")
            rules += self._one(f"{name}_{n}", choice, written)
        return [f"{name}: {' | '.join(heads)}", *rules]

    def _one(self, name: str, schema: Schema, written: Written) -> list[str]:
        quote = written(self._quote)
        if "enum" in schema:
            return [f"{name}: " + " | ".join(written(self._bare(v)) for v in schema["enum"])]
        if schema.get("type") == "string":
            text = f"TEXT_{name}".upper()
            never = re.sub(r"([^\w<>])", r"\\\1", self._quote)
            unquoted = f"~/(.|\\n)*{never}(.|\\n)*/"
            rule = f"{text}: /{_pattern(schema)}/ & /(.|\\n)+/ & {unquoted}"
            empty = "" if schema.get("minLength", 0) or "pattern" in schema else "?"
            return [f"{name}: {quote} {text}{empty} {quote}", rule]
        if schema.get("type") == "object" and schema.get("properties") is not None:
            return self._object(name, schema, written)
        if schema.get("type") == "array":
            return self._array(name, schema, written)
        return [f"{name}: {json_rule(schema)}"]

    def _object(self, name: str, schema: Schema, written: Written) -> list[str]:
        """Rules `…_at_n` and `…_more_n`: members from the n-th on, the second after a comma."""
        required = set(schema.get("required", ()))
        members = sorted(schema.get("properties", {}).items())
        rules = [f'{name}: "{{" {name}_at_0 "}}"']
        for n, (key, value) in enumerate(members):
            for state, comma in (("at", ""), ("more", ",")):
                said = f"{written(f'{comma}{key}:')} {name}_v{n} {name}_more_{n + 1}"
                skipped = "" if key in required else f" | {name}_{state}_{n + 1}"
                rules.append(f"{name}_{state}_{n}: {said}{skipped}")
            rules += self._value(f"{name}_v{n}", _with_definitions(value, schema), written)
        rules += [f'{name}_at_{len(members)}: ""', f'{name}_more_{len(members)}: ""']
        return rules

    def _array(self, name: str, schema: Schema, written: Written) -> list[str]:
        least, most = schema.get("minItems", 0), schema["maxItems"]
        if most == 0:
            return [f'{name}: "[]"']
        items = _with_definitions(schema.get("items", {"type": "string"}), schema)
        more = f' ("," {name}_item){{{max(0, least - 1)},{most - 1}}}' if most > 1 else ""
        inside = f"{name}_item{more}"
        maybe = "" if least else "?"
        return [
            f'{name}: "[" ({inside}){maybe} "]"',
            *self._value(f"{name}_item", items, written),
        ]


def _bare(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _meant(text: str, schema: Schema) -> Any:  # noqa: ANN401 - any JSON value
    """The value that `text` stands for: JSON where the schema allows it, else a string."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return text
    return value if any(_fits(value, choice) for choice in _choices(schema)) else text


def _fits(value: Any, choice: Schema) -> bool:  # noqa: ANN401 - any JSON value
    if "enum" in choice:
        return any(value == one and type(value) is type(one) for one in choice["enum"])
    return type(value) in _KINDS.get(choice["type"], ())


def _with_definitions(schema: Any, root: Schema) -> dict[str, Any]:  # noqa: ANN401 - may be `true`
    """`schema` with the definitions that its references mean."""
    known = {key: root[key] for key in ("$defs", "definitions") if key in root}
    return {**known, **(schema if isinstance(schema, Mapping) else {})}


def _choices(schema: Schema) -> list[dict[str, Any]]:
    """What a value may be: alternatives, references and lists of types taken apart; bounded."""
    if "$ref" in schema:
        part: Any = schema
        for step in schema["$ref"].removeprefix("#/").split("/"):
            part = part[step]
        return _choices(_with_definitions(part, schema))
    if "const" in schema:
        return [{"enum": [schema["const"]]}]
    if "enum" in schema:
        return [{"enum": list(schema["enum"])}]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            parts = (_with_definitions(part, schema) for part in schema[key])
            return [choice for part in parts for choice in _choices(part)]
    kinds = schema.get("type", "string")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [bounded({**schema, "type": kind}) for kind in kinds]


def _pattern(schema: Schema) -> str:
    """A regular expression, for between slashes, of the strings of a bounded schema."""
    if "pattern" in schema:
        wanted = schema["pattern"]
        head = "" if wanted.startswith("^") else "(.|\\n)*"
        tail = "" if wanted.endswith("$") else "(.|\\n)*"
        wanted = wanted.removeprefix("^").removesuffix("$")
        return f"{head}({wanted}){tail}".replace("/", r"\/")
    most = schema.get("maxLength", 300)
    return f"(.|\\n){{{schema.get('minLength', 0)},{most}}}"
