"""The tool that drafts a campaign."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tools.drafts.drafts import Drafts, Made
from tools.drafts.models import CHANNELS, OBJECTIVES, Channel, Draft
from tools.drafts.revising import LANGUAGES, offer_name
from tools.drafts.sections import sections
from tools.result import Column, Provenance, ToolResult, in_cells
from tools.wording.statements import Statement
from tools.wording.values import Count, Language, Listing, Name, Quote, Span

LANGUAGE_CHOICES: dict[str, tuple[Language, ...]] = {
    "auto": (),
    "en": ("en",),
    "zh": ("zh",),
    "both": ("en", "zh"),
}
DEFAULT_GOAL = "win back lapsed customers"


@dataclass(frozen=True)
class DraftTools:
    """Drafts campaigns; nothing is ever sent.

    Attributes:
        drafts: Gives the drafts of the store, looked up at each call: whether a model words them
            may change meanwhile.
    """

    drafts: Callable[[], Drafts]

    def draft_campaign(
        self,
        goal: str = DEFAULT_GOAL,
        budget: float | None = None,
        channel: Channel | None = None,
        segment: str | None = None,
        language: Literal["auto", "en", "zh", "both"] = "auto",
        draft: str | None = None,
        change: str | None = None,
    ) -> ToolResult:
        """Draft a marketing campaign: audience, offer, copy, test design and expected profit.

        Use for "draft a win-back campaign with a budget of 2,000 yuan", "write an SMS to clear our
        autumn jackets". For what past campaigns did use `campaign_results`; for who belongs to a
        group use `segment_customers`. Nothing is sent; the draft is kept for editing and approval.

        Args:
            goal: What the campaign is for, in the asker's words, with dates and offer if named.
            budget: Most that messages and coupons may cost, in the store's currency.
            channel: Channel to use; left out, the one that promises most.
            segment: Id, name or description of the customers; left out, those the goal means.
            language: Language of the copy; auto is the goal's.
            draft: Id of a draft that is to be changed; none for a new one.
            change: What is to be changed of that draft, in the asker's words; left out, the goal.
        """
        drafts = self.drafts()
        if draft:
            return told(drafts.revise(draft, change or goal))
        brief = drafts.brief(
            goal, budget, (channel,) if channel else (), segment, LANGUAGE_CHOICES[language]
        )
        return told(drafts.new(brief))


def told(made: Made) -> ToolResult:
    """The answer about a draft just made: what it is, its copy, and what stands out."""
    draft = made.draft
    own = sections(draft)
    verdict = own["profit"][0].message  # a draft that may lose money says so at once
    statements = [*draft.changes, summary(draft, verdict)]
    statements += [s for name in ("profit", "audience", "offer", "test", "stop") for s in own[name]]
    statements.append(Statement(message="drafts-next", role="caveat"))
    return ToolResult(
        tool="draft_campaign",
        columns=_columns(draft),
        rows=_rows(draft),
        statements=tuple(_first_answer(statements)),
        provenance=Provenance(
            tables=("campaigns", "events", "exposures", "items", "order_lines", "orders", "users"),
            period=(made.draft.schedule.starts, made.draft.schedule.ends),
            filters=draft.brief.filters,
            row_count=draft.audience.n_segment,
            data_version=draft.data_version,
        ),
        currency=draft.currency,
        draft=draft.id,
    )


def summary(draft: Draft, verdict: str) -> Statement:
    """The draft in one sentence, never without what it is expected to bring: message `verdict`."""
    return Statement(
        message="drafts-made",
        role="answer",
        values={
            "id": Quote(text=draft.id),
            "aim": OBJECTIVES[draft.brief.objective],
            "n": Count(n=draft.audience.n_treated),
            "channels": Listing(items=tuple(CHANNELS[own] for own in draft.channels)),
            "span": Span(first=draft.schedule.starts, last=draft.schedule.ends),
            "offer": offer_name(draft),
        },
        needs=(verdict, "drafts-next"),
    )


def _first_answer(statements: list[Statement]) -> list[Statement]:
    """Only the summary and what changed are answers; the rest stands out beside it."""
    kept = {"drafts-made"} | {s.message for s in statements if "changed" in s.message}
    return [
        s if s.role != "answer" or s.message in kept else s.model_copy(update={"role": "highlight"})
        for s in statements
    ]


def _columns(draft: Draft) -> tuple[Column, ...]:
    channels = in_cells([CHANNELS[copy.channel] for copy in draft.copies])
    return (
        Column(name="channel", label=Name(en="Channel", zh="渠道"), names=channels),
        Column(
            name="language",
            label=Name(en="Language", zh="语言"),
            names=in_cells(LANGUAGES.values()),
        ),
        Column(name="part", label=Name(en="Part", zh="部分")),
        Column(name="text", label=Name(en="Text", zh="文字")),
    )


def _rows(draft: Draft) -> tuple[dict[str, str], ...]:
    return tuple(
        {
            "channel": CHANNELS[copy.channel].en,
            "language": LANGUAGES[copy.language].en,
            "part": part,
            "text": text,
        }
        for copy in draft.copies
        for part, text in copy.parts.items()
    )
