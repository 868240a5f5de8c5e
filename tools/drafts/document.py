"""A draft as a document for people: headings, sentences and copy, in one of its languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from tools.drafts.models import CHANNELS, Copy, Draft
from tools.drafts.revising import LANGUAGES
from tools.drafts.sections import SECTIONS, sections
from tools.wording.speaker import Speaker
from tools.wording.statements import Figure
from tools.wording.values import Day, Language

BEFORE_COPY = "channel"
"""The section after which the copy stands."""


@dataclass(frozen=True)
class Block:
    """One piece of the document: a heading of a level, a bullet, a quoted text, or plain text."""

    kind: str
    text: str
    level: int = 2


def blocks(draft: Draft, language: Language) -> Iterator[Block]:
    """The whole document, top to bottom."""
    speaker = Speaker(language, draft.currency)
    yield Block("heading", draft.title.text(language), 1)
    status = speaker.message(f"drafts-status-{draft.status}")
    yield Block("text", speaker.message(
        "drafts-head", store=draft.store, id=draft.id, version=str(draft.version), status=status
    ))  # fmt: skip
    if draft.changes:
        yield Block("heading", speaker.message("drafts-section-changes"))
        yield from (Block("bullet", speaker.fact(own).text) for own in draft.changes)
    told = sections(draft)
    for name in SECTIONS:
        yield Block("heading", speaker.message(f"drafts-section-{name}"))
        yield from (Block("bullet", speaker.fact(own).text) for own in told[name])
        if name == BEFORE_COPY:
            yield Block("heading", speaker.message("drafts-section-copy"))
            for copy in draft.copies:
                yield from _copy(copy, speaker)
    yield Block("heading", speaker.message("drafts-section-evidence"))
    yield Block("text", _evidence(draft, speaker))


def _copy(copy: Copy, speaker: Speaker) -> Iterator[Block]:
    channel = CHANNELS[copy.channel].text(speaker.language)
    language = LANGUAGES[copy.language].text(speaker.language)
    head = speaker.message("drafts-copy-head", channel=channel, language=language)
    yield Block("heading", head[:1].upper() + head[1:], 3)
    for part, text in copy.parts.items():
        yield Block("label", speaker.message(f"drafts-part-{part}"))
        yield Block("quote", text)


def _evidence(draft: Draft, speaker: Speaker) -> str:
    patterns = speaker.message("drafts-writer-patterns")
    return speaker.message(
        "drafts-evidence",
        version=draft.data_version or "–",
        today=speaker.say(Day(day=draft.today)),
        writer=patterns if draft.writer == "none" else draft.writer,
        fingerprint=draft.audience.fingerprint,
        id=draft.id,
    )


def markdown(draft: Draft, language: Language | None = None) -> str:
    """The document in Markdown, in the draft's own language if none is named."""
    lines: list[str] = []
    for block in blocks(draft, language or draft.brief.language):
        match block.kind:
            case "heading":
                lines += ["", f"{'#' * block.level} {block.text}", ""]
            case "bullet":
                lines.append(f"- {block.text}")
            case "label":
                lines += ["", f"**{block.text}**", ""]
            case "quote":
                lines += [f"> {line}".rstrip() for line in block.text.split("\n")]
            case _:
                lines.append(block.text)
    return "\n".join(lines).strip() + "\n"


def figures(draft: Draft, language: Language) -> tuple[Figure, ...]:
    """Every figure that the document's sentences show, with the value code computed."""
    speaker = Speaker(language, draft.currency)
    told = [own for statements in sections(draft).values() for own in statements]
    facts = [speaker.fact(own) for own in (*told, *draft.changes)]
    return tuple(figure for fact in facts for figure in fact.figures)
