"""The tools as forms, made from their signatures, so that the numbers need no chat model."""

import inspect
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import gradio as gr

from assistant.toolbox import Toolbox
from tools.errors import ToolError
from tools.store.readers import SUFFIXES
from tools.wording.values import Language
from ui.arguments import Names, Words
from ui.cards import error_html, facts_html, result_html, sql_html
from ui.charts import figure
from ui.words import has_word, name_of, word

if TYPE_CHECKING:  # its libraries take a second
    from tools.effects.uploads import Uploads

Choices = list[str] | list[tuple[str, str]]
FILE = "file"
"""The argument that is an uploaded table."""
Vocabulary = Mapping[str, Choices]
"""Argument name → what may be chosen for it, plain or as (label, value)."""


@dataclass(frozen=True)
class Field:
    """One argument of a tool as a form field.

    Attributes:
        name: The argument's name.
        kind: Its type without `None`: str, int, float, bool or list.
        choices: What may be chosen, if that is known.
        closed: Whether nothing but `choices` may be given.
        required: Whether the tool has no default for it.
        default: The default, if it has one.
        help: The docstring's line about it.
    """

    name: str
    kind: type
    choices: tuple[Any, ...] = ()
    closed: bool = False
    required: bool = False
    default: Any = None
    help: str = ""

    def component(self, language: Language) -> gr.components.Component:
        """The field as a Gradio component, labelled in `language`."""
        shown: dict[str, Any] = {
            "label": name_of(language, "arg", self.name),
            "info": self.help or None if language == "en" else None,
            "elem_id": f"field-{self.name}",
        }
        if self.kind is bool:
            return gr.Checkbox(value=bool(self.default), **shown)
        if self.kind in (int, float):
            return gr.Number(value=self.default, precision=0 if self.kind is int else None, **shown)
        if self.choices or self.kind is list:
            return self._dropdown(language, shown)
        return gr.Textbox(value=self.default or "", **shown)

    def _dropdown(self, language: Language, shown: dict[str, Any]) -> gr.Dropdown:
        many = self.kind is list
        choices: list[Any] = [_choice(choice, language) for choice in self.choices]
        if not many and not self.required and not self.default:
            choices.insert(0, (word(language, "any"), ""))
        value = (list(self.default or ()) if many else self.default or "") or ([] if many else "")
        if self.required and not value:
            first = choices[0] if choices else ""
            first = first[1] if isinstance(first, tuple) else first
            value = [first] if many and first else first
        return gr.Dropdown(
            choices, value=value, multiselect=many, allow_custom_value=not self.closed, **shown
        )


def _choice(choice: Any, language: Language) -> Any:  # noqa: ANN401  # text or (label, value)
    """A choice with its plain name, where the page has one."""
    if isinstance(choice, str) and has_word(language, f"choice-{choice}"):
        return word(language, f"choice-{choice}"), choice
    return choice


def fields_of(tool: Callable[..., Any], vocabulary: Vocabulary) -> list[Field]:
    """The fields of `tool`'s form, in the order of its arguments."""
    hints = typing.get_type_hints(tool)
    lines = _argument_lines(inspect.getdoc(tool) or "")
    return [
        _field(parameter, hints.get(parameter.name, str), lines, vocabulary)
        for parameter in inspect.signature(tool).parameters.values()
    ]


def given(fields: list[Field], values: tuple[Any, ...]) -> dict[str, Any]:
    """The arguments a filled form stands for; what was left blank keeps the tool's default."""
    arguments: dict[str, Any] = {}
    for field, value in zip(fields, values, strict=True):
        if value is None or value == "" or value == []:
            continue
        plain = int(value) if field.kind is int else value
        arguments[field.name] = plain.strip() if isinstance(plain, str) else plain
    return arguments


def add_forms(
    toolbox: Toolbox,
    vocabulary: Vocabulary,
    language: gr.State,
    names: Names,
    uploads: "Uploads | None" = None,
) -> gr.Radio:
    """Put the forms into the page being built.

    Args:
        toolbox: The tools.
        vocabulary: Choices of the drop-down lists.
        language: The page's language.
        names: What the store calls its values.
        uploads: Where tables go that are given to a tool; `None` takes names of files only.

    Returns:
        The choice of tool, for the page to label again when the language changes.
    """
    chooser = gr.Radio(
        tool_choices(toolbox, "en"),
        value=next(iter(toolbox.tools), None),
        label=word("en", "choose-form"),
        elem_id="tool-choice",
    )

    @gr.render(inputs=[chooser, language])  # type: ignore[untyped-decorator]  # Gradio has no types
    def form(name: str | None, spoken: Language) -> None:
        if name in toolbox.tools:
            _form(toolbox, str(name), vocabulary, Words(spoken, names), uploads)

    return chooser


def tool_choices(toolbox: Toolbox, language: Language) -> list[tuple[str, str]]:
    """(plain name, name) of every tool."""
    return [(name_of(language, "tool", name), name) for name in toolbox.tools]


def _form(
    toolbox: Toolbox,
    name: str,
    vocabulary: Vocabulary,
    words: Words,
    uploads: "Uploads | None",
) -> None:
    language = words.language
    fields = fields_of(toolbox.tools[name], vocabulary)
    with gr.Row(elem_classes="sw-fields", key=f"{name}-{language}"):
        inputs = [
            _upload(field, language)
            if field.name == FILE and uploads
            else field.component(language)
            for field in fields
        ]
    show = gr.Button(word(language, "run-form"), variant="primary", elem_id="run-form")
    facts = gr.HTML(elem_id="form-facts")
    picture = gr.Plot(visible=False, show_label=False, container=False)
    table = gr.HTML(elem_id="form-table")

    def run(*values: Any) -> tuple[Any, Any, Any]:
        arguments = given(fields, values)
        try:
            if uploads and FILE in arguments:
                arguments[FILE] = uploads.add(Path(arguments[FILE]))
        except ToolError as error:
            return error_html(error.say(language)), gr.Plot(visible=False), ""
        call = toolbox.run(name, arguments, language)
        if call.result is None:
            problem = call.error or ""
            return error_html(problem), gr.Plot(visible=False), ""
        result = call.result
        drawn = figure(result, language)
        below = result_html(result, language, words.names) + sql_html(result, language)
        return facts_html(result, language), gr.Plot(drawn, visible=drawn is not None), below

    show.click(
        run, inputs, [facts, picture, table], show_progress="minimal", api_visibility="private"
    )


def _upload(field: Field, language: Language) -> gr.File:
    """The field of an uploaded table."""
    return gr.File(
        label=name_of(language, "arg", field.name),
        file_types=list(SUFFIXES),
        height=120,
        elem_id=f"field-{field.name}",
    )


def _field(
    parameter: inspect.Parameter,
    hint: Any,  # noqa: ANN401  # any type hint
    lines: Mapping[str, str],
    vocabulary: Vocabulary,
) -> Field:
    kind, literal = _kind(hint)
    choices = tuple(vocabulary.get(parameter.name, ())) or literal
    if kind is bool or kind in (int, float):
        choices = ()
    required = parameter.default is inspect.Parameter.empty
    return Field(
        name=parameter.name,
        kind=kind,
        choices=choices,
        closed=bool(literal),
        required=required,
        default=None if required else parameter.default,
        help=lines.get(parameter.name, ""),
    )


def _kind(hint: Any) -> tuple[type, tuple[Any, ...]]:  # noqa: ANN401  # any type hint
    """The plain type a hint stands for, and its choices when it is a `Literal`.

    >>> _kind(Literal["day", "week"] | None)
    (<class 'str'>, ('day', 'week'))
    >>> _kind(list[str])
    (<class 'list'>, ())
    """
    if typing.get_origin(hint) is typing.Annotated:
        hint = typing.get_args(hint)[0]
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return _kind(next(part for part in typing.get_args(hint) if part is not type(None)))
    if typing.get_origin(hint) is Literal:
        return str, typing.get_args(hint)
    if typing.get_origin(hint) in (list, tuple):
        return list, _kind(typing.get_args(hint)[0])[1]
    return (hint if hint in (int, float, bool) else str), ()


def _argument_lines(docstring: str) -> dict[str, str]:
    """The `Args` of a Google docstring, one line an argument."""
    lines: dict[str, str] = {}
    name = ""
    for line in docstring.partition("Args:")[2].splitlines():
        if line and not line.startswith(" "):
            break
        if line.startswith("    ") and not line.startswith("     ") and ":" in line:
            name, _, text = line.strip().partition(":")
            name = name.split(" ")[0]
            lines[name] = text.strip()
        elif line.strip() and name:
            lines[name] += " " + line.strip()
    return lines
