"""What an answer of customer service relies on, as small cards."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from tools.wording.values import Language
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import Citation


def sources_html(citations: "Sequence[Citation]", language: Language) -> str:
    """A card for each policy, order, item and review; what is quoted of one policy in one card."""
    if not citations:
        return ""
    cards: dict[tuple[str, str], list[str]] = {}
    for citation in citations:
        title = citation.title or citation.id
        quotes = cards.setdefault((citation.kind, title), [])
        if citation.quote:
            quotes.append(citation.quote)
    inside = "".join(
        _card(kind, title, quotes, language) for (kind, title), quotes in cards.items()
    )
    label = escape(word(language, "sources"))
    return f"<div class='sw-sources' role='list' aria-label='{label}'>{inside}</div>"


def _card(kind: str, title: str, quotes: Sequence[str], language: Language) -> str:
    named = escape(word(language, f"source-{kind}"))
    head = f"<small class='sw-kind {kind}'>{named}</small><b>{escape(title)}</b>"
    told = "".join(f"<q title='{escape(quote)}'>{escape(quote)}</q>" for quote in quotes)
    return f"<div class='sw-card' role='listitem'>{head}{told}</div>"
