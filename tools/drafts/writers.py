"""Who words the copy: what a writer is asked, and the one that needs no model."""

from collections.abc import Mapping
from typing import Protocol

from pydantic import BaseModel

from tools.drafts.models import Channel
from tools.wording.values import Language


class Choice(BaseModel, frozen=True):
    """One line to choose.

    Attributes:
        channel, language: Of the copy.
        part: Which line it is.
        about: What the campaign is for, one line.
        voice: The brand's rules for writers.
        so_far: The lines before it.
        options: Texts that passed every check.
    """

    channel: Channel
    language: Language
    part: str
    about: str
    voice: tuple[str, ...]
    so_far: str
    options: tuple[str, ...]


class Task(BaseModel, frozen=True):
    """A whole message to be written freely.

    Attributes:
        channel, language: Of the copy.
        about: What the campaign is for, one line.
        voice, do, dont: The brand's rules.
        facts: What may be said: slot to text. Its digits are the only ones allowed.
        limits: Part to characters at most.
        example: The message in the brand's own phrases.
        faults: What was wrong with the last try; empty at first.
    """

    channel: Channel
    language: Language
    about: str
    voice: tuple[str, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]
    facts: dict[str, str]
    limits: dict[str, int]
    example: dict[str, str]
    faults: tuple[str, ...] = ()


class Writer(Protocol):
    """Who chooses phrases and may write its own; the model is one (`assistant.drafting`)."""

    @property
    def name(self) -> str:
        """What it is called in the reason file."""

    def choose(self, choice: Choice) -> int:
        """Place in `choice.options` of the text that fits best."""

    def write(self, task: Task) -> Mapping[str, str] | None:
        """The message's parts in words of its own; `None` if it only chooses."""


class FirstWriter:
    """Takes the brand's first phrase that passes: the writer without a model."""

    name = "none"

    def choose(self, choice: Choice) -> int:  # noqa: ARG002  # the first is always there
        """The first."""
        return 0

    def write(self, task: Task) -> None:  # noqa: ARG002  # it has no words
        """Nothing."""
        return


class Pick(BaseModel, frozen=True):
    """What was chosen for one line and what was not.

    Attributes:
        rejected: Options not taken.
        failed: Texts that failed a check, with the check's words.
    """

    channel: Channel
    language: Language
    part: str
    chosen: str
    rejected: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
