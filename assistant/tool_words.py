"""Which tools the words of a question ask for outright."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import steps
from assistant.cues import cue
from assistant.families import (
    ASKS,
    DRAFT,
    FIGURES,
    NARROW,
    OVERRULED,
    PREDICTION,
    PREDICTIONS,
    WHOLE,
)
from tools.lexicon import Lexicon
from tools.mentions import Mention
from tools.periods import find_periods


@dataclass(frozen=True)
class ToolWords:
    """Tells the tools that words ask for.

    Attributes:
        lexicon: Words of the store.
        tools: Names of the tools there are.
    """

    lexicon: Lexicon
    tools: Sequence[str]

    def asked(self, text: str) -> list[str]:
        """Tools that words of `text` ask for, figures last."""
        mentions = [m for m in self.lexicon.find(text) if m.kind == "metric"]
        rest = _without(text, [m for m in mentions if m.name in steps.declared()["alike"]])
        asked = [tool for tool in ASKS if tool in self.tools]
        told = {tool: text if tool in PREDICTIONS else rest for tool in asked}
        if DRAFT in told:  # a campaign called a letter orders none
            told[DRAFT] = _without(rest, self._campaigns(rest))
        found = [t for t, words in told.items() if cue(ASKS[t], words) or steps.says(t, words)]
        counted = steps.says("counted", text)
        measured = any(counted or not steps.says("people", m.text) for m in mentions)
        staged = "funnel" in found and mentions and {m.name for m in mentions} <= passed()
        named = measured or any(cue(c, text) for c in ("overview", "names_figure", "means_carts"))
        if named and not staged:
            found.append(FIGURES)
        return [tool for tool in self._narrowed(found, text) if tool in self.tools]

    def _campaigns(self, text: str) -> list[Mention]:
        """The campaigns that `text` names."""
        return [m for m in self.lexicon.find(text) if (m.kind, m.name) == ("value", "campaign")]

    def _narrowed(self, found: list[str], text: str) -> list[str]:
        """`found` without what words for a narrower tool only seem to ask for.

        "Will" and "likely" are part of asking who leaves, and a measure named there ("how many
        customers", "revenue") is no figure of the past unless a past time is named.
        """
        listed = cue("wants_list", text) and set(found) & set(PREDICTIONS)
        if (whole := [tool for tool in WHOLE if tool in found]) and not listed:
            return whole[:1]
        found = [tool for tool in found if tool not in WHOLE]
        seeming = {other for tool in found for other in OVERRULED.get(tool, ())}
        if set(found) & set(OVERRULED) and not cue("speaks_of_people", text):
            seeming |= {"predict_next", "churn_risk"}  # goods and tests run out too
        if set(found) & set(NARROW) - seeming:
            seeming |= {PREDICTION, "funnel", "forecast_demand"}
        dated = find_periods(text, self.lexicon.store.today)
        if set(found) & set(OVERRULED) or (set(found) & set(NARROW) and not dated):
            seeming.add(FIGURES)
        return [tool for tool in found if tool not in seeming]


def passed() -> set[str]:
    """Figures that the funnel tells."""
    return {*steps.declared()["stages"], "sessions", "conversion_rate", "cart_abandonment_rate"}


def _without(text: str, mentions: Sequence[Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]} … {text[mention.end :]}"
    return text
