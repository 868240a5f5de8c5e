"""What a customer wants, by the sentence: read by code where words say it, else by the model."""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from assistant.choosing import Candidate, call_grammar, parse_call
from assistant.service.addresses import address_in
from assistant.service.conditions import aim, courses, opens_otherwise
from assistant.service.cues import cued, has_cue, without_cue
from assistant.service.gathering import COURSES, SAME, SWALLOWS, Course
from assistant.service.prices import price_limits
from assistant.service.reading import sentences
from assistant.service.routing import ServiceRouter
from assistant.service.wishes import CHANGES
from retrieval.privacy import masked
from tools.service.reading import without_contacts

logger = logging.getLogger(__name__)

PROMPT = Path(__file__).parents[1] / "prompts" / "service_choose.md"
SURE = 0.5
"""Probability from which a kind is taken without asking the model."""
NEAR = 0.6
"""Share of the likeliest kind's probability that another must have to be in the race."""
CUED = 0.05
"""Probability that a kind whose words are there must have at least."""
BY_THE_WAY = 0.6
"""The same of what changes nothing, in an answer to a question of ours."""
EXPECTED = 0.8
"""Probability from which an answer to a question of ours is taken for another wish."""
LEAST = 0.2
"""Probability under which the likeliest kind is no more than a guess."""
RULED = 0.1
"""Probability of `policy` from which words that ask for a rule decide."""
UNSAID = 0.38
"""Probability from which what has consequences is taken to be wanted, if no word names it."""
FOR_A_PERSON: dict[str, float] = {"person": 0.33, "angry": 0.5}
"""Probability from which she is taken to want a person, or to be furious."""
MOST_ASKED = 2
"""Sentences of one message that the model is asked about."""
MOST_KINDS = 4
SILENT = frozenset({"context"})
PEOPLE = frozenset({"person", "angry"})
WEIGHTY = frozenset({*CHANGES, "parcel_missing", "charge_problem"})
"""What changes something, or gives the conversation to a person."""
_ASKS = re.compile(
    r"[?？]|吗|呢|多少|多久|怎么|什么时候|谁|^\W*(?:who|what|how|does|do|is|if|will|would)\b", re.I
)
BACKGROUND = frozenset(
    {"product", "reviews", "order_status", "order_list", "refund_status", "my_details", "policy"}
)
"""What a sentence that asks nothing only tells beside a wish of another kind."""


@dataclass(frozen=True)
class Listener:
    """Reads wishes.

    Attributes:
        router: Tells how likely each kind is.
        model: Chooses where that leaves several; `None` for the likeliest.
    """

    router: ServiceRouter
    model: Callable[[], BaseChatModel] | None = None

    def kinds(
        self,
        message: str,
        *,
        expecting: bool,
        cancelled: Callable[[], bool],
        spent: list[AIMessage],
    ) -> list[tuple[str, str]]:
        """Each sentence of `message` that wants something, with what: a kind, `person` or `angry`.

        Args:
            message: The customer's.
            expecting: Whether she was asked something, so that most of it will be the answer.
            cancelled: Whether the turn has been stopped.
            spent: Takes the model's replies.
        """
        said = without_contacts(message, names=not address_in(message))
        parts = [course for sentence in sentences(said) for course in courses(sentence)]
        aims = [_aimed(part) for part in parts]
        found: list[tuple[str, str]] = []
        left = MOST_ASKED
        for part, aimed, chances in zip(parts, aims, self.router.chances(aims), strict=True):
            if opens_otherwise(part) and any(kind in COURSES for _, kind in found):
                found.append((part, _fallback(aimed, chances)))
                continue
            race = _race(aimed, chances, expecting=expecting)
            if len(race) > 1 and self.model is not None and left and not cancelled():
                left -= 1
                race = [self._chosen(self.model(), part, race, cancelled, spent)]
            if race and race[0] not in SILENT:
                found.append((part, race[0]))
            if race[:1] != ["policy"] and _asks_cost(aimed):
                found.append((part, "policy"))
        if len(parts) > 1 and not any(cued("wants", part) for part in parts):
            found = self._as_one(said, found)
        return _with_address(_foreground(found), message)

    def _as_one(self, said: str, found: list[Course]) -> list[Course]:
        """`found`, or the one wish of a message none of whose sentences tells it by itself."""
        kind, chance = next(iter(self.router.chances([said])[0].items()))
        clear = kind in COURSES and chance >= SURE
        return [(said, kind)] if clear and not COURSES & {kind for _, kind in found} else found

    def _chosen(
        self, model: BaseChatModel, sentence: str, race: Sequence[str],
        cancelled: Callable[[], bool], spent: list[AIMessage],
    ) -> str:  # fmt: skip
        """The model's choice; it reads the customer's sentence only, her personal data masked."""
        candidates = [Candidate(kind, {}, {}) for kind in race]
        question = HumanMessage(f"{masked(sentence)}\n\nOne of: {', '.join(race)}")
        told = [SystemMessage(instructions()), question]
        held = getattr(model, "takes_grammar", False)
        settings: dict[str, Any] = (
            {"grammar": call_grammar(candidates), "cancelled": cancelled} if held else {}
        )
        reply = model.bind(**settings).invoke(told)
        spent.append(reply)
        if held and not cancelled():
            return parse_call(reply.text, candidates)[0]
        return next((kind for kind in race if kind in reply.text), race[0])


def _foreground(found: list[Course]) -> list[Course]:
    """`found` without what only tells of a thing that is to be changed, put right or looked for."""
    if not any(kind in COURSES for _, kind in found):
        return found
    changes = any(kind in CHANGES for _, kind in found)
    returns = any(kind == "send_back" for _, kind in found)
    return [
        (words, kind)
        for words, kind in found
        if not (returns and kind == "exchange" and _misfit(words))
        if not (changes and kind == "item_problem" and kind not in cued("wants", words))
        if kind not in BACKGROUND or _ASKS.search(words) or kind in cued("wants", words)
    ]


def _with_address(found: list[Course], message: str) -> list[Course]:
    """`found` with a change of the address, where a whole address is told for no other wish."""
    parts = address_in(message)
    street = has_cue("street", f"{parts.get('address1', '')} {parts.get('address2', '')}")
    if not street or any(kind in CHANGES for _, kind in found):
        return found
    return [
        *((words, kind) for words, kind in found if kind == "policy"),
        (message, "change_address"),
    ]


def instructions() -> str:
    """What the model is told before it chooses."""
    return PROMPT.read_text(encoding="utf-8").strip()


def _race(sentence: str, chances: dict[str, float], *, expecting: bool) -> list[str]:
    """Kinds that a sentence may be, the likeliest first; one alone where it is clear."""
    if has_cue("supposes", sentence) and chances.get("policy", 0.0) >= SURE:
        return ["policy"]
    wants, rule = _wants(sentence), has_cue("asks_rule", sentence)
    swallowed = {small for want in wants for small in SWALLOWS.get(want, ())}
    wants = tuple(want for want in wants if want not in swallowed)
    chances = {
        kind: chance
        for kind, chance in chances.items()
        if kind not in WEIGHTY or kind in wants or chance >= UNSAID
    }
    top = next(iter(chances))
    least = BY_THE_WAY if expecting and wants and wants[0] not in CHANGES else CUED
    if len(wants) == 1 and not rule and chances[wants[0]] >= least:
        return list(wants)
    if _asks_cost(sentence) or (not (wants or expecting) and cued("topics", sentence)):
        return ["policy"]
    if any(price_limits(sentence)) and not wants and not rule:
        return ["product"] if chances.get("product", 0.0) >= CUED else [top]
    if rule and not wants and chances.get("policy", 0.0) >= RULED:
        return ["policy"]
    if expecting and not wants:
        asks = _ASKS.search(sentence) and top not in SILENT
        return [top] if chances[top] >= (LEAST if asks else EXPECTED) else []
    if chances[top] >= SURE and (not wants or top in wants or rule):
        return [top]
    if not wants and top in PEOPLE:
        return [top if chances[top] >= FOR_A_PERSON[top] else "context"]
    if not wants and chances[top] < LEAST:
        return ["context"]
    race = [k for k in chances if chances[k] >= NEAR * chances[top] or k in wants]
    return [kind for kind in race if kind not in PEOPLE][:MOST_KINDS]


def _wants(sentence: str) -> tuple[str, ...]:
    """Kinds that `sentence` names; what does not fit is sent back, if she speaks of that."""
    wants = cued("wants", sentence)
    if _misfit(sentence) and has_cue("gives_back", sentence):
        return tuple(dict.fromkeys("send_back" if w == "exchange" else w for w in wants))
    return wants


def _misfit(sentence: str) -> bool:
    """Whether nothing but its wrong size speaks for an exchange."""
    named = "exchange" in cued("wants", sentence)
    return named and "exchange" not in cued("wants", without_cue("misfit", sentence))


def _asks_cost(sentence: str) -> bool:
    """Whether it is asked what sending something back or exchanging it costs."""
    return has_cue("asks_cost", sentence) and bool(_ASKS.search(sentence))


def _aimed(course: str) -> str:
    """What is read of `course` for its kind: a change asked for on a condition without that."""
    aimed = aim(course)
    return aimed if opens_otherwise(course) or CHANGES & set(cued("wants", aimed)) else course


def _fallback(aimed: str, chances: dict[str, float]) -> str:
    """The kind of what she wants otherwise; `SAME` for the same thing done another way."""
    if has_cue("drops", aimed):
        return "leave"
    wants = [kind for kind in chances if kind in CHANGES and kind in cued("wants", aimed)]
    if not wants and has_cue("money_back", aimed):
        return "send_back"
    top = next(iter(chances))
    sure = [top] if top in CHANGES and chances[top] >= SURE else []
    return next(iter(wants or sure), SAME)
