"""What a human agent could reply: the agent's answer rehearsed, and said in other ways."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.service.agent import IDENTITY, ServiceAgent
from assistant.service.composing import Draft, Part, Style, line, pieces
from assistant.service.threads import Talk
from assistant.service.turns import Edit, Suggestion
from assistant.service.voice import sign_off
from tools.service.consent import answer_in
from tools.service.desk import ServiceDesk
from tools.service.policies import Clause, clauses_of
from tools.service.rehearsal import rehearsed
from tools.service.service import Service
from tools.service.words import customer_name, quoted
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import Language, Quote, Value

HANDED = frozenset(
    {"service-handed-over", "service-handed-over-upset", "service-with-colleague"}
    | {"service-too-many-attempts", "talk-ask-colleague"}
)
"""What only a machine says: the agent is a person already."""
ASKS = "service-ask-yes"
STYLES: tuple[tuple[str, Style], ...] = (
    ("shorter", "shorter"),
    ("warmer", "warmer"),
    ("formal", "formal"),
)


def suggest(
    service: Service, agent: ServiceAgent, message: str, user_id: str | None, history: Sequence[str]
) -> Suggestion:
    """A reply to `message`, with its sources and other ways to say it; nothing is kept.

    Args:
        service: The store's service.
        agent: Answers.
        message: What the customer wrote last.
        user_id: The customer, where the human agent knows her.
        history: What she wrote before, oldest first.
    """
    with rehearsed(service) as rehearsal:
        talk = Talk()
        desk = ServiceDesk(rehearsal, talk.session)
        if user_id is not None:
            desk.sign_in(user_id)
        for earlier in history:
            agent.answer(desk, talk, earlier)
            desk.session.pending, desk.session.handed_over = None, None
            desk.session.stuck = 0
        draft, _ = agent.answer(desk, talk, message)
        return _told(desk, draft, message)


def _told(desk: ServiceDesk, draft: Draft, message: str) -> Suggestion:
    language = desk.session.language
    notes = _notes(desk, draft, message)
    if answer_in(message) == "yes":
        draft.parts = [Part("fact", line("talk-agent-yes"))]
    draft.parts = [part for part in draft.parts if part.statement.message not in HANDED]
    if desk.session.handed_over == "upset":
        draft.parts.append(Part("feeling", line("talk-agent-upset")))
    elif not any(part.place != "opening" for part in draft.parts):
        draft.parts.append(Part("fact", line("talk-agent-here")))
    speaker = desk.speaker
    return Suggestion(
        reply=_said(desk, draft, speaker, "usual"),
        citations=tuple(draft.citations),
        edits=_edits(desk, draft, speaker),
        language=language,
        notes=notes,
    )


def _edits(desk: ServiceDesk, draft: Draft, speaker: Speaker) -> tuple[Edit, ...]:
    edits = [
        Edit(key, speaker.message(f"talk-edit-{key}"), _said(desk, draft, speaker, style))
        for key, style in STYLES
    ]
    other = Speaker("en" if speaker.language == "zh" else "zh", speaker.currency)
    label = speaker.message("talk-edit-translated")
    told = _translated(desk, draft, other.language)
    return (*edits, Edit("translated", label, _said(desk, told, other, "usual")))


def _translated(desk: ServiceDesk, draft: Draft, language: Language) -> Draft:
    """`draft` with each policy it quotes in `language`, where the store has the same point in it.

    A policy's two files are called alike but for the language: `returns-en` and `returns-zh`.
    """
    texts = desk.service.policies.texts
    twins: dict[str, Clause] = {}
    for citation in draft.citations:
        name, _, place = citation.id.rpartition("#")
        twin = re.sub(r"(?<=[-_.])(?:en|zh)$", language, name)
        clauses = clauses_of(twin, texts.get(twin, ""))
        if citation.kind == "policy" and twin != name and int(place) <= len(clauses):
            twins[citation.quote] = clauses[int(place) - 1]
    parts = [replace(part, statement=_with(part.statement, twins)) for part in draft.parts]
    return replace(draft, parts=parts)


def _with(statement: Statement, twins: Mapping[str, Clause]) -> Statement:
    quote = statement.values.get("text")
    twin = twins.get(quote.text) if isinstance(quote, Quote) else None
    if twin is None:
        return statement
    told: dict[str, Value] = {"policy": quoted(twin.heading), "text": quoted(twin.text, 400)}
    values = {name: told.get(name, value) for name, value in statement.values.items()}
    return statement.model_copy(update={"values": values})


def _said(desk: ServiceDesk, draft: Draft, speaker: Speaker, style: Style) -> str:
    """The reply in one style; where a style leaves nothing, as usual."""
    before, after = _around(desk, draft, style)
    parts = [Part("opening", s) for s in before]
    parts += [p for p in draft.parts if not (before and p.place == "opening")]
    parts += [Part("closing", s) for s in after]
    told = "".join(pieces(replace(draft, parts=parts), speaker, style))
    return told or "".join(pieces(draft, speaker))


def _around(
    desk: ServiceDesk, draft: Draft, style: Style
) -> tuple[list[Statement], list[Statement]]:
    """What a style says before and after the reply."""
    store = quoted(desk.service.store.profile.name)
    if style == "warmer":
        plain = not draft.has("opening") and not draft.has("feeling")
        before = [line("talk-warm")] if plain else []
        return before, [line("talk-warm-close"), *sign_off(desk.service)]
    if style == "formal":
        with desk.service.book.reading() as ledger:
            user_id = desk.session.user_id
            customer = ledger.customer(user_id) if user_id else None
        if customer is not None and customer.full_name:
            hello = line("talk-formal-hello-name", name=customer_name(customer))
        else:
            hello = line("talk-formal-hello")
        return [hello], [line("talk-formal-close", store=store)]
    return [], []


def _notes(desk: ServiceDesk, draft: Draft, message: str) -> tuple[str, ...]:
    """For the agent: what is missing, refused or left to do, and what the reply rests on."""
    speaker, session = desk.speaker, desk.session
    notes: list[str] = []
    said = {part.statement.message for part in draft.parts}
    if session.user_id is None and IDENTITY in said:
        notes.append(speaker.message("talk-note-unknown"))
    if ASKS in said:
        notes.append(speaker.message("talk-note-change"))
    if answer_in(message) == "yes":
        notes.append(speaker.message("talk-note-yes"))
    errors = (call.error for call in draft.calls if call.error is not None)
    notes += [speaker.message("talk-note-refused", why=error) for error in errors]
    if session.handed_over is not None:
        reason = speaker.message(f"service-because-{session.handed_over.replace(' ', '-')}")
        notes.append(speaker.message("talk-note-person", reason=reason))
    titles = (citation.title for citation in draft.citations if citation.kind == "policy")
    notes += [speaker.message("talk-note-policy", policy=title) for title in titles]
    return tuple(dict.fromkeys(notes))
