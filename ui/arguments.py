"""A call's arguments and filters as a person would say them, not as the tool takes them."""

from collections.abc import Callable
from dataclasses import dataclass

from babel.lists import format_list

from assistant.turn import ToolCall
from tools.metrics import DIMENSIONS, METRICS
from tools.metrics.phrases import heading
from tools.result import Provenance
from tools.wording.speaker import LOCALES, Speaker
from tools.wording.values import Language, Name, Span
from ui.words import has_word, name_of, word

Names = Callable[[str, str], Name]
"""(dimension, value) → what the store calls that value in each language."""

USUAL: tuple[object, ...] = (None, "", "none", "any", "best", [], {})
"""What says nothing: an argument left open, or as it is when nobody chooses."""
SPLITS = ("by", "then_by", "group_by")


def unnamed(_: str, value: str) -> Name:
    """The value itself, for a store without names."""
    return Name(en=value)


@dataclass(frozen=True)
class Words:
    """How one reader is told of calls.

    Attributes:
        language: Language of the words.
        names: What the store calls its values.
    """

    language: Language
    names: Names = unnamed

    def arguments(self, call: ToolCall) -> list[tuple[str, str]]:
        """(label, value) of each argument that says something."""
        said = [
            (name_of(self.language, "arg", name), self._value(name, value, call))
            for name, value in call.arguments.items()
            if value not in USUAL
        ]
        return [(label, text) for label, text in said if text]

    def kept(self, provenance: Provenance) -> list[str]:
        """Each filter in words: Category: Headphones."""
        return [self._filter(text) for text in provenance.filters]

    def period(self, provenance: Provenance) -> str:
        """The days counted; empty when time plays no part."""
        if provenance.period is None:
            return ""
        first, last = provenance.period
        return Speaker(self.language).say(Span(first=first, last=last))

    def _value(self, name: str, value: object, call: ToolCall) -> str:
        if name == "period":
            # Only the result knows which days "last_month" is.
            return self.period(call.result.provenance) if call.result else ""
        parts = value if isinstance(value, list) else [value]
        texts = [self._part(name, str(part)) for part in parts]
        return str(format_list(texts, locale=LOCALES[self.language]))

    def _part(self, name: str, value: str) -> str:
        if name == "metrics" and value in METRICS:
            return heading(METRICS[value].label).text(self.language)
        if name in SPLITS and value in DIMENSIONS:
            return heading(DIMENSIONS[value].label).text(self.language)
        if name == "filters":
            return self._filter(value)
        if has_word(self.language, f"choice-{value}"):
            return word(self.language, f"choice-{value}")
        return self.names(name, value).text(self.language)

    def _filter(self, text: str) -> str:
        """`dimension=value` or `dimension!=value` in words."""
        left, _, value = text.partition("=")
        dimension = DIMENSIONS.get(left.rstrip("!"))
        if dimension is None:
            label, shown = name_of(self.language, "arg", left.rstrip("!")), self._part(left, value)
        else:
            label = heading(dimension.label).text(self.language)
            shared = dict(dimension.values).get(value)
            named = self.names(dimension.name, value)
            shown = (shared if shared and named.en == value else named).text(self.language)
        message = "filter-without" if left.endswith("!") else "filter-kept"
        return word(self.language, message, label=label, value=shown)
