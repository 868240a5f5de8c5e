"""Campaign drafts from a goal in plain words: made, edited by talking, approved, recomputed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.drafts.benefits import benefits
from tools.drafts.brand import FILE, Brand
from tools.drafts.copywriting import Page, message_faults, written
from tools.drafts.dates import season_of
from tools.drafts.files import DraftFiles
from tools.drafts.models import OBJECTIVES, Benefit, Brief, Channel, Copy, Draft
from tools.drafts.planning import Figures, Planner
from tools.drafts.reading import asked, languages_in, spoken
from tools.drafts.reasons import reason_of
from tools.drafts.revising import changes, revised
from tools.drafts.slots import slots
from tools.drafts.stock import in_season, named_item
from tools.drafts.timing import schedule_of
from tools.drafts.writers import FirstWriter, Pick, Writer
from tools.errors import ToolError
from tools.lexicon import Lexicon
from tools.prediction.customers.words import worded
from tools.segments import Segments
from tools.store.store import Store
from tools.wording.values import Language, Name, Quote


@dataclass(frozen=True)
class Made:
    """A draft with what it rests on."""

    draft: Draft
    figures: Figures = field(repr=False)
    picks: tuple[Pick, ...] = field(repr=False)


@dataclass(frozen=True)
class Drafts:
    """The campaign drafts of one store.

    Attributes:
        store: The store.
        folder: The workspace; drafts lie in its `drafts`, the voice in its `brand.md`.
        writer: Who chooses and words the copy.
    """

    store: Store
    folder: Path
    writer: Writer = field(default_factory=FirstWriter)

    @cached_property
    def planner(self) -> Planner:
        """Computes drafts."""
        return Planner(self.store, Segments(self.store, self.folder / "segments"))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The store's words."""
        return Lexicon(self.store)

    @property
    def files(self) -> DraftFiles:
        """The drafts on disk."""
        return DraftFiles(self.folder / "drafts")

    @property
    def brand(self) -> Brand:
        """The brand's voice, as it stands in the workspace now."""
        return Brand.read(self.folder / FILE)

    def brief(
        self,
        goal: str,
        budget: float | None = None,
        channels: tuple[Channel, ...] = (),
        segment: str | None = None,
        languages: tuple[Language, ...] = (),
        **more: Any,
    ) -> Brief:
        """What `goal` asks for; arguments given settle what words may leave open.

        Raises:
            ToolError: If there is no goal, it names days past, or describes people in words that
                are not understood.
        """
        if not goal.strip():
            raise ToolError("drafts-goal-empty")
        own = asked(goal, self.lexicon, self.store.today, self.planner.segments)
        found = dict(own.fields)
        found["languages"] = languages or languages_in(goal) or (spoken(goal),)
        given = {"budget": budget, "channels": channels or None, "segment": segment, **more}
        found |= {name: value for name, value in given.items() if value is not None}
        return self.planner.completed(Brief(goal=goal.strip(), **found))

    def new(self, brief: Brief) -> Made:
        """Make and keep a draft of `brief`.

        Raises:
            ToolError: If the brief cannot be met; nothing is kept then.
        """
        made = self.made(brief, self.files.fresh_id(brief.objective), self.brand)
        self._keep(made)
        return made

    def made(self, brief: Brief, draft_id: str, brand: Brand, writer: Writer | None = None) -> Made:
        """A draft of `brief`, kept nowhere yet.

        Raises:
            ToolError: If the brief cannot be met.
        """
        figures = self.planner.figures(brief, self._promised(brief, draft_id))
        category = self.planner.about(brief, figures.reach.user_ids)
        praised = benefits(self.store, category)
        benefit = praised[0] if praised else None
        own = writer or self.writer
        draft = self._draft(figures, draft_id, category, benefit, own.name)
        copies, picks = self._copies(draft, category, brand, own)
        return Made(draft.model_copy(update={"copies": copies}), figures, picks)

    def _draft(
        self,
        figures: Figures,
        draft_id: str,
        category: str | None,
        benefit: Benefit | None,
        writer: str,
    ) -> Draft:
        profile, brief = self.store.profile, figures.brief
        return Draft(
            id=draft_id,
            brief=brief,
            title=_title(figures),
            store=profile.name,
            currency=profile.currency,
            data_version=profile.data_version,
            today=self.store.today,
            audience=figures.audience,
            offer=figures.offer,
            schedule=figures.schedule,
            channels=figures.channels,
            cost=figures.cost,
            forecast=figures.forecast,
            test=figures.test,
            benefit=benefit,
            category=None if category is None else self.store.name_of("category", category),
            writer=writer,
        )

    def _copies(
        self, draft: Draft, category: str | None, brand: Brand, writer: Writer
    ) -> tuple[tuple[Copy, ...], tuple[Pick, ...]]:
        """The copy for each channel and language.

        Raises:
            ToolError: If the brand has no phrase that passes for a part.
        """
        now = season_of(draft.schedule.starts, self.store.profile.time_zone)
        seasonal = category is not None and in_season(category, draft.schedule.starts, self.store)
        things = {
            "category": draft.category,
            "item": named_item(self.store, category),
            "now": now,
            "season": now if seasonal else None,
        }
        copies: list[Copy] = []
        picks: list[Pick] = []
        for channel in draft.channels:
            for language in draft.brief.languages:
                page = Page(
                    channel, language, draft.brief, draft.offer, brand.voices[language],
                    slots(language, draft.store, draft.currency, draft.brief, draft.offer,
                          draft.schedule, things, brand.voices[language].names,
                          draft.benefit),
                )  # fmt: skip
                copy = written(page, writer)
                _check(copy, page)
                copies.append(copy)
                picks += page.picks
        return tuple(copies), tuple(picks)

    def _promised(self, brief: Brief, draft_id: str) -> Mapping[str, frozenset[str]]:
        """Approved drafts that may run at the same time: title to the ids on their list."""
        days = schedule_of(brief, self.store)
        found = {}
        for own in self.files.all():
            if own.id == draft_id or own.status == "draft":
                continue
            if own.schedule.starts <= days.ends and own.schedule.ends >= days.starts:
                found[own.title.en] = frozenset(user for user, _arm in self.files.arms(own))
        return found

    def revise(self, draft_id: str, words: str) -> Made:
        """Change a draft by talking; the version before is kept.

        Raises:
            ToolError: If there is no such draft, it is locked, or the words change nothing that is
                understood.
        """
        before = self.files.read(draft_id)
        if before.status != "draft":
            raise ToolError("drafts-locked", id=Quote(text=draft_id))
        brief = revised(before.brief, before, words, self.lexicon, self.planner.segments)
        made = self.made(brief, draft_id, self.brand)
        told = changes(before, made.draft)
        draft = made.draft.model_copy(update={"version": before.version + 1, "changes": told})
        made = Made(draft, made.figures, made.picks)
        self._keep(made, words)
        return made

    def approve(self, draft_id: str) -> Draft:
        """Lock a draft.

        Raises:
            ToolError: If there is no such draft, or the data changed since it was made.
        """
        draft = self.files.read(draft_id)
        if draft.status != "draft":
            return draft
        if draft.data_version != self.store.profile.data_version:
            raise ToolError("drafts-stale", id=Quote(text=draft_id))
        approved = draft.model_copy(update={"status": "approved"})
        self.files.mark(approved)
        return approved

    def _keep(self, made: Made, words: str = "") -> None:
        reason = reason_of(made.draft, made.figures, made.picks, self.planner, self.brand, words)
        self.files.write(made.draft, reason, self.brand.text, made.figures.arms)


def _title(figures: Figures) -> Name:
    aim = OBJECTIVES[figures.brief.objective]
    label = figures.audience.label
    return worded(
        "drafts-title", aim=Name(en=aim.en[:1].upper() + aim.en[1:], zh=aim.zh), label=label
    )


def _check(copy: Copy, page: Page) -> None:
    wrong = message_faults(copy, page.rules)
    if wrong:
        raise ToolError(
            "drafts-no-copy",
            language=Quote(text=copy.language),
            channel=Quote(text=copy.channel),
            part=Quote(text="; ".join(wrong)),
        )
