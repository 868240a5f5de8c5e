"""What every piece of copy is held to: digits of the offer only, no banned claim, no open slot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.drafts.claims import banned_claims
from tools.drafts.models import Channel
from tools.wording.values import Language

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_ALLOWED_CAPITALS = frozenset({"STOP"})


@dataclass(frozen=True)
class Rules:
    """What a text is checked against.

    Attributes:
        channel, language: Of the copy.
        allowed: Text that holds every digit and word in capitals that may appear.
        banned: The brand's banned words, in lower case.
        musts: Texts that the whole message must mention.
    """

    channel: Channel
    language: Language
    allowed: str
    banned: tuple[str, ...]
    musts: tuple[str, ...]


def faults(text: str, rules: Rules) -> tuple[str, ...]:
    """What is wrong with `text`; empty if nothing is."""
    return tuple(_faults(text, rules))


def _faults(text: str, rules: Rules) -> Iterator[str]:
    known = set(_DIGITS.findall(rules.allowed))
    for digits in _DIGITS.findall(text):
        if digits not in known:
            yield f"the number {digits} is not of the offer"
    for kind, words in banned_claims(text, rules.language, rules.banned):
        yield f"banned {kind} claim {words!r}"
    for word in _CAPITALS.findall(text):
        if word not in _ALLOWED_CAPITALS and word not in rules.allowed:
            yield f"{word} in capitals"
    if "{" in text or "}" in text:
        yield "a slot was left open"
    if rules.language == "en" and _HAN.search(text):
        yield "Chinese in English copy"
