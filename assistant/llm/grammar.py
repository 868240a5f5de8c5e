"""Grammars a generation is held to, written in llguidance's Lark dialect."""

import json
import logging
import re
from collections.abc import Mapping
from typing import Any

from llguidance import LLMatcher, LLTokenizer

logger = logging.getLogger(__name__)

Schema = Mapping[str, Any]
Grammar = str | Schema
"""A Lark grammar with a rule `start`, or a JSON schema."""

# JSON as `json.dumps` writes it: no free white space, so that more of it is forced.
_COMPACT = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}
_MAX_STRING = 300  # characters, where a schema sets no limit
_MAX_ITEMS = 20  # members of an array, where a schema sets no limit
_ENDING = frozenset({"enum", "const", "pattern", "format", "maxLength"})  # what ends a string

# Days that exist, of the years 1000 to 2999: month by month, then leap days.
_DATE = (
    r"([12][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)"
    r"|(0[13578]|1[02])-31)"
    r"|([12][0-9](0[48]|[2468][048]|[13579][26])|(1[26]|2[048])00)-02-29)"
)
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
_FORMATS = {"date": _DATE, "time": _TIME, "date-time": f"{_DATE}T{_TIME}"}


def literal(text: str) -> str:
    r"""`text` as a Lark string.

    >>> literal('say "hi"')
    '"say \\"hi\\""'
    """
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def json_rule(schema: Schema) -> str:
    """The right-hand side of a rule that matches one JSON value of `schema`."""
    return "%json " + json.dumps({**bounded(schema), "x-guidance": _COMPACT}, ensure_ascii=False)


def json_grammar(schema: Schema) -> str:
    """A grammar of one JSON value that `schema` allows."""
    return f"start: value\nvalue: {json_rule(schema)}\n"


def bounded(schema: Any) -> Any:  # noqa: ANN401 - a JSON schema may also be `true`
    """`schema` with limits where it has none, so that every value ends and nothing is invented.

    Strings and arrays get a largest length; objects that name their properties get no others;
    dates and times are of days that exist.

    >>> bounded({"type": "string"})
    {'type': 'string', 'maxLength': 300}
    """
    if not isinstance(schema, Mapping):
        return schema
    limited = {**schema, **_limits(schema)}
    if limited.get("format") in _FORMATS and "pattern" not in limited:
        limited["pattern"] = f"^{_FORMATS[limited.pop('format')]}$"
    for key in {"properties", "$defs", "definitions"} & limited.keys():
        limited[key] = {name: bounded(part) for name, part in limited[key].items()}
    for key in {"anyOf", "oneOf", "prefixItems"} & limited.keys():
        limited[key] = [bounded(part) for part in limited[key]]
    for key in {"items", "additionalProperties"} & limited.keys():
        limited[key] = bounded(limited[key])
    return limited


def _limits(schema: Schema) -> dict[str, Any]:
    """The limits that `schema` leaves open, for its own level."""
    known = set(schema)
    if "properties" in known and "additionalProperties" not in known:
        return {"additionalProperties": False}
    if schema.get("type") == "array" and "maxItems" not in known:
        return {"maxItems": max(_MAX_ITEMS, schema.get("minItems", 0))}
    if schema.get("type") == "string" and not _ENDING & known:
        return {"maxLength": max(_MAX_STRING, schema.get("minLength", 0))}
    return {}


def compile_grammar(grammar: Grammar, tokenizer: LLTokenizer) -> LLMatcher:
    """A matcher at the start of `grammar`.

    JSON-schema keywords that llguidance does not know are ignored with a warning in the log.

    Raises:
        ValueError: If `grammar` is not a grammar.
    """
    lark = grammar if isinstance(grammar, str) else json_grammar(grammar)
    matcher = LLMatcher(tokenizer, LLMatcher.grammar_from_lark(lark))
    if matcher.is_error() and "Unimplemented" in matcher.get_error():
        logger.warning("A schema is held to only in part: %s", matcher.get_error().split("\n")[0])
        lenient = lark.replace('"x-guidance": {', '"x-guidance": {"lenient": true, ')
        matcher = LLMatcher(tokenizer, LLMatcher.grammar_from_lark(lenient))
    if matcher.is_error():
        raise ValueError(matcher.get_error())
    return matcher
