"""Writes the copy: phrases of the brand that the writer chooses, held to every check.

A part is built line by line. For each line the phrases whose slots are all known are filled,
checked, and shown to the writer, who picks one; what was not picked is kept for the reason file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tools.drafts.brand import Voice, slots_of
from tools.drafts.checks import Rules, faults
from tools.drafts.lengths import LIMITS, length_of, too_long
from tools.drafts.models import CHANNELS, OBJECTIVES, Brief, Channel, Copy, Offer
from tools.drafts.repeats import unrepeated
from tools.drafts.writers import Choice, Pick, Task, Writer
from tools.wording.values import Language

MOST_OPTIONS = 9
REPAIRS = 2
"""Times a writer may mend a text of its own before the brand's phrases take its place."""


Line = tuple[str, ...]
"""Parts of the brand's phrases, of which the first with a usable phrase makes the line."""
OFFER: Line = ("offer", "offer_auto", "invite")
SHORT_OFFER: Line = ("short_offer", "short_offer_auto", "short_invite")
CALL: Line = ("call", "offer_auto", "invite")
PLANS: Mapping[Channel, Mapping[str, tuple[Line, ...]]] = {
    "email": {
        "subject": (("subject",),),
        "preheader": (("preheader",),),
        "body": (("greeting",), ("opening",), ("reason",), OFFER, ("closing",)),
        "button": (("button",),),
        "footer": (("unsubscribe_email",),),
    },
    "sms": {"text": (("short",), SHORT_OFFER, ("unsubscribe_sms",))},
    "push": {"title": (("title",),), "body": (("short",), SHORT_OFFER)},
    "app": {"title": (("title",),), "body": (("short",), SHORT_OFFER), "button": (("button",),)},
    "mini_program": {"title": (("title",),), "body": (("short",), SHORT_OFFER)},
    "social": {"post": (("post",), ("reason",), SHORT_OFFER)},
    "live_stream": {"script": (("hook",), ("show",), CALL)},
}
"""Channel to its parts, each to its lines in order."""
NEEDS_OFFER = frozenset({"offer", "short_offer", "call", "offer_auto", "short_offer_auto"})
ALLOWED = ("offer", "code", "until", "since", "store", "festival")
"""Slots whose digits and capitals copy may repeat."""
OPTIONAL = frozenset({"reason"})
PARAGRAPHS = frozenset({"body", "script"})
SIGNED = frozenset({"email"})


@dataclass(frozen=True)
class Page:
    """One message to be written.

    Attributes:
        brief: What was asked for.
        offer: What the customer gets.
        voice: The brand in the message's language.
        slots: What the phrases' slots stand for.
    """

    channel: Channel
    language: Language
    brief: Brief
    offer: Offer
    voice: Voice
    slots: Mapping[str, str]
    picks: list[Pick] = field(default_factory=list)

    @property
    def rules(self) -> Rules:
        """What the copy is held to."""
        allowed = " ".join(self.slots.get(n, "") for n in ALLOWED)
        return Rules(self.channel, self.language, allowed, self.voice.banned, self._musts)

    @property
    def _musts(self) -> tuple[str, ...]:
        return tuple(self.slots[name] for name in ("code", "until") if name in self.slots)

    @property
    def about(self) -> str:
        """The campaign in one line."""
        what = OBJECTIVES[self.brief.objective].text(self.language)
        known = [
            self.slots[n] for n in ("category", "offer", "festival", "season") if n in self.slots
        ]
        channel = CHANNELS[self.channel].text(self.language)
        joint = "; " if self.language == "en" else "；"
        return joint.join([f"{channel}: {what}", *known])


def written(page: Page, writer: Writer) -> Copy:
    """The message in the brand's phrases or, where the writer has words that pass, its own."""
    copy = Copy(
        channel=page.channel,
        language=page.language,
        parts={
            part: _part(page, part, lines, writer) for part, lines in PLANS[page.channel].items()
        },
    )
    return _freely(page, copy, writer) or copy


def _part(page: Page, part: str, lines: Sequence[Line], writer: Writer) -> str:
    """One part, line by line, each as long as the lines after it leave room for."""
    said: list[str] = []
    for n, line in enumerate(lines):
        name, options = _usable(page, line)
        if not options:
            continue
        later = [_shortest(page, other) for other in lines[n + 1 :]]
        fitting, failed = _checked(page, part, options, said, [own for own in later if own])
        if not fitting:
            continue
        before = " ".join(pick.chosen for pick in page.picks)
        fresh = unrepeated(fitting, before, page.slots, page.language)
        said.append(_chosen(page, name, fresh, failed, said, writer))
    if page.channel in SIGNED and part == "body" and page.voice.sign_off:
        said.append(page.voice.sign_off[0].format(**page.slots))
    return joined(page, part, said)


def _usable(page: Page, line: Line) -> tuple[str, list[str]]:
    """The first part of `line` that has phrases whose slots are all known, and those filled."""
    for name in line:
        if name in NEEDS_OFFER and ("offer" not in page.slots or _codeless(name, page)):
            continue
        patterns = page.voice.patterns(name, page.brief.objective, page.brief.tone)
        filled = [
            _filled(own, page.slots) for own in patterns if slots_of(own) <= page.slots.keys()
        ]
        if filled:
            return name, list(dict.fromkeys(filled))
    return line[-1], []


def _codeless(name: str, page: Page) -> bool:
    """Whether a phrase about a code stands without one, or one without a code beside one."""
    return name.endswith("_auto") == ("code" in page.slots)


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    """`pattern` with its slots, each sentence beginning with a capital."""
    text = pattern.format(**slots)
    return re.sub(r"(?:^|(?<=[.?!] ))([a-z])", lambda match: match[1].upper(), text)


def _shortest(page: Page, line: Line) -> str:
    name, options = _usable(page, line)
    return "" if name in OPTIONAL or not options else min(options, key=len)


def _checked(
    page: Page, part: str, options: Iterable[str], said: list[str], later: list[str]
) -> tuple[list[str], list[tuple[str, str]]]:
    """Options that pass every check with what stands around them, and those that do not."""
    fitting: list[str] = []
    failed: list[tuple[str, str]] = []
    for option in options:
        whole = joined(page, part, [*said, option, *later])
        wrong = faults(option, page.rules)
        over = too_long(whole, page.channel, page.language, part)
        if over:
            wrong = (*wrong, f"too long by {over}")
        if wrong:
            failed.append((option, "; ".join(wrong)))
        else:
            fitting.append(option)
    return fitting[:MOST_OPTIONS], failed


def _chosen(
    page: Page,
    name: str,
    options: list[str],
    failed: list[tuple[str, str]],
    said: list[str],
    writer: Writer,
) -> str:
    choice = Choice(
        channel=page.channel,
        language=page.language,
        part=name,
        about=page.about,
        voice=page.voice.voice,
        so_far=" ".join(said),
        options=tuple(options),
    )
    place = writer.choose(choice) if len(options) > 1 else 0
    chosen = options[place]
    rest = tuple(own for own in options if own != chosen)
    page.picks.append(
        Pick(
            channel=page.channel, language=page.language, part=name, chosen=chosen,
            rejected=rest, failed=tuple(failed),
        )
    )  # fmt: skip
    return chosen


def joined(page: Page, part: str, lines: Sequence[str]) -> str:
    """Lines as the part shows them: paragraphs in letters, one run elsewhere, SMS signed."""
    if part in PARAGRAPHS and page.channel in ("email", "live_stream"):
        return "\n\n".join(lines)
    text = ("" if page.language == "zh" else " ").join(lines)
    if page.channel != "sms":
        return text
    store = page.slots["store"]
    return f"【{store}】{text}" if page.language == "zh" else f"{store}: {text}"


def _freely(page: Page, example: Copy, writer: Writer) -> Copy | None:
    """The writer's own words, if it has any that pass, mended at most twice."""
    task = Task(
        channel=page.channel,
        language=page.language,
        about=page.about,
        voice=page.voice.voice,
        do=page.voice.do,
        dont=page.voice.dont,
        facts=dict(page.slots),
        limits={part: _room(page, part, text) for part, text in example.parts.items()},
        example=example.parts,
    )
    for _try in range(1 + REPAIRS):
        own = writer.write(task)
        if own is None:
            return None
        copy = Copy(
            channel=page.channel, language=page.language, author="model",
            parts={part: own.get(part, "").strip() for part in example.parts} | _fixed(example),
        )  # fmt: skip
        wrong = message_faults(copy, page.rules)
        if not wrong:
            return copy
        page.picks.append(
            Pick(
                channel=page.channel, language=page.language, part="message", chosen="",
                failed=((" / ".join(copy.parts.values()), "; ".join(wrong)),),
            )
        )  # fmt: skip
        task = task.model_copy(update={"faults": wrong})
    return None


def _fixed(example: Copy) -> dict[str, str]:
    """Parts nobody rewrites: the line by which to unsubscribe."""
    return {part: text for part, text in example.parts.items() if part == "footer"}


def _room(page: Page, part: str, text: str) -> int:
    return length_of(text, page.channel)[1] or LIMITS[page.channel, page.language][part]


def message_faults(copy: Copy, rules: Rules) -> tuple[str, ...]:
    """What is wrong with a whole message: each part's faults, its length, and what it lacks."""
    found: list[str] = []
    for part, text in copy.parts.items():
        found += [f"{part}: {own}" for own in faults(text, rules)]
        if not text:
            found.append(f"{part}: empty")
        elif over := too_long(text, copy.channel, copy.language, part):
            found.append(f"{part}: too long by {over} characters")
    whole = "\n".join(copy.parts.values())
    found += [f"does not mention {must}" for must in rules.musts if must not in whole]
    if copy.channel == "sms" and not re.search(r"STOP|拒收|退订", whole):
        found.append("does not say how to opt out")
    return tuple(found)
