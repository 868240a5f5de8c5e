"""Question sets: YAML files of questions and of what a right answer to each holds."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, Field, ValidationError, model_validator

from tools.errors import SettingsError
from tools.wording.values import Language

Kind = Literal[
    "figures", "funnel", "prediction", "reviews", "talk", "no_data", "steps", "follow_up", "open"
]


class OneOfThese(BaseModel, frozen=True, extra="forbid"):
    """Several values that are all right."""

    any_of: tuple[Any, ...] = Field(min_length=1)


class Holding(BaseModel, frozen=True, extra="forbid"):
    """A text that holds at least one of these words."""

    has: tuple[str, ...] = Field(min_length=1)


Expected = Annotated[OneOfThese | Holding | Any, Field(union_mode="left_to_right")]
"""The value an argument must have."""


class OneOfMappings(BaseModel, frozen=True, extra="forbid"):
    """Several mappings of arguments of which one must be met."""

    any_of: tuple[dict[str, Expected], ...] = Field(min_length=1)


Arguments = Annotated[OneOfMappings | dict[str, Expected], Field(union_mode="left_to_right")]
"""The arguments of one call that matter."""


class EvalQuestion(BaseModel, frozen=True, extra="forbid"):
    """One question and what a right answer to it is.

    Attributes:
        id: Its name, unique over all files of a run.
        kind: What sort of question it is.
        language: Language the answer must have.
        question: As a person would write it.
        thread: In place of `question`: the turns of a conversation, the last one judged.
        tools: Tools that must be called, and no others; each a name or `any_of` several.
        arguments: Arguments that matter: one mapping for each of `tools`, or `any_of` several (a
            single one stands for the first).
        figures: SQL queries (DuckDB), or `any_of` several. Every cell of each one's first row must
            be in the answer.
        says: Texts of which each must be in the answer (`any_of` several), case aside.
        never: Texts that must not be in it.
        set: Name of the set it belongs to.
    """

    id: str
    kind: Kind
    language: Language
    question: str = ""
    thread: tuple[str, ...] = ()
    tools: tuple[str | OneOfThese, ...] = Field(min_length=1)
    arguments: tuple[Arguments, ...] = ()
    figures: tuple[str | OneOfThese, ...] = ()
    says: tuple[str | OneOfThese, ...] = ()
    never: tuple[str, ...] = ()
    set: str = ""

    @model_validator(mode="before")
    @classmethod
    def _one_mapping(cls, given: Any) -> Any:  # noqa: ANN401  # pydantic hands over what it was given
        if isinstance(given, Mapping) and isinstance(given.get("arguments"), Mapping):
            return {**given, "arguments": [given["arguments"]]}
        return given

    @model_validator(mode="after")
    def _asks_once(self) -> Self:
        if bool(self.question) == bool(self.thread):
            raise ValueError("give either `question` or `thread`")
        if len(self.arguments) > len(self.tools):
            raise ValueError("there are more `arguments` than `tools`")
        return self

    @property
    def turns(self) -> tuple[str, ...]:
        """What is asked, in order; the last is judged."""
        return self.thread or (self.question,)

    @property
    def asked(self) -> str:
        """The turn that is judged."""
        return self.turns[-1]


def load_questions(files: Sequence[Path]) -> list[EvalQuestion]:
    """The questions of `files`, in order.

    A file holds `questions`, a list, and may hold `defaults`, put under each of them, and `set`,
    the name of the set they belong to (else the file's).

    Raises:
        SettingsError: If a file or a question is not as it should be; names it.
    """
    questions = [question for file in files for question in _in_file(file)]
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise SettingsError(f"Two questions are called {question.id!r}; rename one.")
        seen.add(question.id)
    return questions


def _in_file(file: Path) -> list[EvalQuestion]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        entries, defaults = content["questions"], content.get("defaults", {})
        named = {"set": content.get("set", file.stem)}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError) as error:
        why = re.sub(r"\s+", " ", str(error))
        raise SettingsError(
            f"{str(file)!r} cannot be read as a question set ({why}); see docs/evaluation.md."
        ) from error
    return [_question({**named, **defaults, **entry}, file) for entry in entries]


def _question(entry: Mapping[str, Any], file: Path) -> EvalQuestion:
    try:
        return EvalQuestion.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the question"
        raise SettingsError(
            f"Question {entry.get('id', '?')!r} in {str(file)!r}: {where}: {first['msg']}."
        ) from error
