"""How each family of models writes tool calls, and the grammar and the parser of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from transformers import PreTrainedTokenizerFast

from assistant.llm.arguments import ArgumentStyle, Json, Keyed, Tagged
from assistant.llm.grammar import Schema, literal


@dataclass(frozen=True)
class CallFormat:
    """One way to write calls: `opens`, one call or several with `between` them, `closes`.

    Attributes:
        opens: Before the first call.
        before_name: Before a call's tool name.
        before_arguments: Between the name and the arguments.
        after: After a call's arguments.
        between: Between two calls; `None` where only one is possible.
        closes: After the last call.
        arguments: How the arguments are written.
    """

    opens: str
    before_name: str
    before_arguments: str
    after: str
    between: str | None
    closes: str
    arguments: ArgumentStyle = field(default_factory=Json)

    @property
    def marker(self) -> str:
        """What a call begins with."""
        return self.opens or self.before_name


BARE = CallFormat("", '{"name": "', '", "arguments": ', "}", "\n", "")
HERMES = CallFormat("", '<tool_call>\n{"name": "', '", "arguments": ', "}\n</tool_call>", "\n", "")
LLAMA = CallFormat("", '{"name": "', '", "parameters": ', "}", None, "")
MISTRAL = CallFormat("[TOOL_CALLS][", '{"name": "', '", "arguments": ', "}", ", ", "]")
MISTRAL_ARGS = CallFormat("", "[TOOL_CALLS]", "[ARGS]", "", "", "")
QWEN_XML = CallFormat(
    "", "<tool_call>\n<function=", ">\n", "</function>\n</tool_call>", "\n", "", Tagged()
)
GEMMA = CallFormat("", "<|tool_call>call:", "", "<tool_call|>", "", "", Keyed('<|"|>'))
FUNCTION_GEMMA = CallFormat(
    "", "<start_function_call>call:", "", "<end_function_call>", "", "", Keyed("<escape>")
)

# The first entry whose sign stands in the chat template; BARE where none does, as for models
# whose templates know no tools (Gemma 2 and 3, which are told of BARE in the prompt) and for
# gpt-oss, whose template asks for channels that are not written here.
_SIGNS: tuple[tuple[str, CallFormat], ...] = (
    ("<function=", QWEN_XML),
    ("<|tool_call>call:", GEMMA),
    ("<start_function_call>call:", FUNCTION_GEMMA),
    ("<tool_call>", HERMES),
    ("[ARGS]", MISTRAL_ARGS),
    ("[TOOL_CALLS]", MISTRAL),
    ('"parameters": ', LLAMA),
)


def format_of(tokenizer: PreTrainedTokenizerFast, name: str) -> CallFormat:
    """The call format of a model, from its chat template.

    Qwen2.5-Coder models share their family's template but never emit its `<tool_call>` token.
    """
    template = tokenizer.chat_template or ""
    if isinstance(template, dict):
        template = template.get("tool_use", "") or template.get("default", "")
    if re.search(r"qwen2\.5-coder", name, re.IGNORECASE):
        return BARE
    return next((form for sign, form in _SIGNS if sign in template), BARE)


# Where no token begins a call, text may go over to calls in a code fence, as models like to.
_FENCE = "```json\n"
_UNFENCED = r"[^\s{\[<`](.|\n)*"  # text begins neither like a call nor like a fence


@dataclass(frozen=True)
class Call:
    """A tool call as the model wrote it."""

    name: str
    arguments: dict[str, Any]


class CallLanguage:
    """A call format in the tokens of one model: its grammar and its parser.

    Args:
        form: How the model writes calls.
        tokenizer: Tells which markers are single tokens. Where a call begins with such a token,
            text may stand before it; otherwise only before calls in a code fence.
    """

    def __init__(self, form: CallFormat, tokenizer: PreTrainedTokenizerFast) -> None:
        self._form = form
        self._added: dict[str, int] = tokenizer.get_added_vocab()
        known = [re.escape(token) for token in sorted(self._added, key=len, reverse=True)]
        self._tokens = re.compile(f"({'|'.join(known)})") if known else None
        self._divider = next((t for t in self._added if form.marker.startswith(t)), None)

    @property
    def several(self) -> bool:
        """Whether one answer can hold several calls."""
        return self._form.between is not None

    def lark(
        self,
        tools: Mapping[str, Schema],
        *,
        text: bool,
        several: bool,
        only: str | None = None,
    ) -> str:
        """The grammar of calls of `tools` (argument schemas by name).

        Args:
            tools: What can be called.
            text: Whether an answer without calls is allowed.
            several: Whether there may be more than one call (at most eight).
            only: The one tool that may be called; any if not given.
        """
        names = [only] if only is not None else list(tools)
        start = "start: calls"
        if text:
            start = f"{self._start_rule()}\n{self._text_rule()}"
        rules = [start, self._calls_rule(several)]
        rules.append("call: " + " | ".join(f"call_{n}" for n in range(len(names))))
        for n, name in enumerate(names):
            head = self._written(self._head(name))
            rules.append(f"call_{n}: {head} arguments_{n} {self._written(self._form.after)}")
            rules += self._form.arguments.rules(f"arguments_{n}", tools[name], self._written)
        return "\n".join([*rules, ""])

    def visible(self, text: str) -> str:
        """The part of an unfinished answer that is certainly not of a call."""
        if self._divider is not None:
            return text.partition(self._divider)[0]
        if text.startswith(self._form.marker[0]):
            return ""
        said, fence, _ = text.partition(_FENCE)
        begun = (n for n in range(len(_FENCE), 0, -1) if said.endswith(_FENCE[:n]))
        return said if fence else said[: len(said) - next(begun, 0)]

    def parse(self, text: str, tools: Mapping[str, Schema]) -> tuple[str, list[Call]]:
        """Split a finished answer that the grammar of `tools` held into its text and its calls."""
        form = self._form
        said = self.visible(text)
        rest = text[len(said) :].removeprefix(_FENCE).removeprefix(form.opens)
        calls = []
        while rest.startswith(form.before_name):
            meant = (name for name in tools if rest.startswith(self._head(name)))
            name = max(meant, key=len)
            rest = rest.removeprefix(self._head(name))
            arguments, rest = form.arguments.read(rest, tools[name])
            calls.append(Call(name, arguments))
            rest = rest.removeprefix(form.after).removeprefix(form.between or "")
        return (said.strip() if calls else text), calls

    def write(self, calls: Sequence[Call]) -> str:
        """`calls` as the model would write them."""
        form = self._form
        each = [
            f"{self._head(call.name)}{form.arguments.write(call.arguments)}{form.after}"
            for call in calls
        ]
        return f"{form.opens}{(form.between or '').join(each)}{form.closes}"

    def _head(self, name: str) -> str:
        return f"{self._form.before_name}{name}{self._form.before_arguments}"

    def _calls_rule(self, several: bool) -> str:
        form = self._form
        more = ""
        if several and form.between is not None:
            more = f"({self._written(form.between)} call){{0,7}}"
        return f"calls: {self._written(form.opens)} call {more} {self._written(form.closes)}"

    def _start_rule(self) -> str:
        if self._divider is not None:
            return "start: TEXT | TEXT? calls"
        ends = r'"\n```"'
        return (
            f"start: TEXT | calls | fenced calls {ends}\nfenced[lazy]: /({_UNFENCED})?```json\\n/"
        )

    def _text_rule(self) -> str:
        if self._divider is None:
            return rf"TEXT: /{_UNFENCED}/ & ~/(.|\n)*```json(.|\n)*/"
        divider = re.sub(r"([^\w<>])", r"\\\1", self._divider)
        return rf"TEXT: /(.|\n)+/ & ~/(.|\n)*{divider}(.|\n)*/"

    def _written(self, text: str) -> str:
        """`text` as Lark, with added tokens by their ids."""
        pieces = self._tokens.split(text) if self._tokens else [text]
        return " ".join(
            f"<[{self._added[piece]}]>" if piece in self._added else literal(piece)
            for piece in pieces
            if piece
        )


def schemas_of(tools: Sequence[Mapping[str, Any]]) -> dict[str, Schema]:
    """Argument schemas of tools in OpenAI's form, by tool name; no other argument is allowed."""
    nothing: Schema = {"type": "object", "properties": {}}
    return {
        tool["function"]["name"]: tool["function"].get("parameters") or nothing for tool in tools
    }
