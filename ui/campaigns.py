"""The campaigns tab: drafts made, read, changed by talking, approved and taken home."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import gradio as gr

from assistant.time_limit import TimeLimit
from tools.drafts import Draft, Drafts, export
from tools.drafts.document import markdown
from tools.errors import StorewiseError
from tools.wording.values import Language
from ui.words import word

logger = logging.getLogger(__name__)

T = TypeVar("T")
Updates = dict[Any, Any]
_BUTTON: dict[str, Any] = {"size": "sm", "min_width": 90, "scale": 0}
_QUIET: dict[str, Any] = {"show_progress": "minimal", "api_visibility": "private"}


class Campaigns:
    """The tab's components and what happens on them; placed inside a `gr.Tab`.

    Args:
        drafts: Gives the store's drafts, worded by the chat model where there is one.
        limit: Whose turn it is: drafts read the same connection as the tools.
    """

    def __init__(self, drafts: Callable[[], Drafts], limit: TimeLimit) -> None:
        self.drafts = drafts
        self.limit = limit
        self.hero = gr.HTML("")
        with gr.Row(elem_id="campaign-goal"):
            self.goal = gr.Textbox(show_label=False, container=False, lines=1, scale=8)
            self.make = gr.Button("", variant="primary", **{**_BUTTON, "min_width": 130})
        with gr.Row():
            with gr.Column(scale=1, min_width=240):
                self.list = gr.Radio([], show_label=False, container=False, elem_id="drafts")
            with gr.Column(scale=3, min_width=320, visible=False, elem_id="draft") as self.opened:
                with gr.Row(elem_id="draft-tools"):
                    self.change = gr.Textbox(show_label=False, container=False, scale=8)
                    self.revise = gr.Button("", **_BUTTON)
                with gr.Row():
                    self.approve = gr.Button("", **_BUTTON)
                    self.really = gr.Button("", variant="stop", visible=False, **_BUTTON)
                    self.export = gr.Button("", **_BUTTON)
                self.files = gr.Files(visible=False, show_label=False, interactive=False)
                self.paper = gr.Markdown("", elem_id="paper")

    def words(self, language: Language) -> Updates:
        """Every word of the tab in `language`, and the drafts there are."""
        head = f"<h2>{word(language, 'drafts-heading')}</h2>"
        told = f"<p>{word(language, 'drafts-tagline')}</p>"
        return {
            self.hero: f"<div class='sw-hero-forms'>{head}{told}</div>",
            self.goal: gr.Textbox(placeholder=word(language, "drafts-goal")),
            self.make: gr.Button(word(language, "drafts-make")),
            self.change: gr.Textbox(placeholder=word(language, "drafts-change")),
            self.revise: gr.Button(word(language, "drafts-revise")),
            self.approve: gr.Button(word(language, "drafts-approve")),
            self.really: gr.Button(word(language, "drafts-really")),
            self.export: gr.Button(word(language, "drafts-export")),
            self.list: gr.Radio(self._choices(language)),
        }

    @property
    def worded(self) -> list[Any]:
        """The components that `words` updates."""
        return [
            self.hero, self.goal, self.make, self.change, self.revise, self.approve, self.really,
            self.export, self.list,
        ]  # fmt: skip

    def wire(self, language: gr.State, tab: gr.Tab) -> None:
        """Bind what people do to what happens.

        Args:
            language: Holds the page's language.
            tab: The tab; drafts made in the chat show when it is opened.
        """
        parts = [self.goal, self.change, *self._parts()]
        tab.select(self._listed, [self.list, language], self.list, **_QUIET)
        for event in (self.make.click, self.goal.submit):
            event(self._make, [self.goal, language], parts, **_QUIET)
        for event in (self.revise.click, self.change.submit):
            event(self._revise, [self.list, self.change, language], parts, **_QUIET)
        self.list.input(self._open, [self.list, language], parts, **_QUIET)
        sure = [self.approve, self.really]
        self.approve.click(
            lambda: [gr.Button(visible=False), gr.Button(visible=True)], None, sure, **_QUIET
        )
        self.really.click(self._approve, [self.list, language], parts, **_QUIET)
        self.export.click(self._export, [self.list, language], parts, **_QUIET)

    def _parts(self) -> list[Any]:
        return [
            self.list, self.opened, self.paper, self.files, self.approve, self.really, self.revise,
        ]  # fmt: skip

    def _make(self, goal: str, language: Language) -> Updates:
        drafts = self.drafts()
        made = self._tried(lambda: drafts.new(drafts.brief(goal)).draft, language)
        return {} if made is None else {self.goal: ""} | self._shown(made, language)

    def _revise(self, draft_id: str, words: str, language: Language) -> Updates:
        drafts = self.drafts()
        made = self._tried(lambda: drafts.revise(draft_id, words).draft, language)
        return {} if made is None else {self.change: ""} | self._shown(made, language)

    def _open(self, draft_id: str, language: Language) -> Updates:
        draft = self._tried(lambda: self.drafts().files.read(draft_id), language)
        return {} if draft is None else self._shown(draft, language)

    def _approve(self, draft_id: str, language: Language) -> Updates:
        draft = self._tried(lambda: self.drafts().approve(draft_id), language)
        return self._open(draft_id, language) if draft is None else self._shown(draft, language)

    def _export(self, draft_id: str, language: Language) -> Updates:
        paths = self._tried(lambda: export(self.drafts(), draft_id, "all", None), language)
        if paths is None:
            return {}
        shown = self._open(draft_id, language)
        return shown | {self.files: gr.Files([str(Path(path)) for path in paths], visible=True)}

    def _tried(self, work: Callable[[], T], language: Language) -> T | None:
        """What `work` gives; what a person can put right is said, and nothing else changes."""
        try:
            return self.limit.run(work)
        except StorewiseError as error:
            gr.Warning(error.say(language), duration=12)
        except Exception:
            logger.exception("A draft could not be made")
            gr.Warning(word(language, "went-wrong"))
        return None

    def _shown(self, draft: Draft, language: Language) -> Updates:
        """The draft open, and chosen in the list."""
        editable = draft.status == "draft"
        return {
            self.list: gr.Radio(self._choices(language), value=draft.id),
            self.opened: gr.Column(visible=True),
            self.paper: markdown(draft, language),
            self.files: gr.Files(visible=False),
            self.approve: gr.Button(visible=editable),
            self.really: gr.Button(visible=False),
            self.revise: gr.Button(interactive=editable),
        }

    def _listed(self, opened: str | None, language: Language) -> gr.Radio:
        return gr.Radio(self._choices(language), value=opened)

    def _choices(self, language: Language) -> list[tuple[str, str]]:
        """Every draft by its title and status, the newest first."""
        kept = sorted(self.drafts().files.all(), key=lambda draft: draft.id, reverse=True)
        return [(_label(draft, language), draft.id) for draft in kept]


def _label(draft: Draft, language: Language) -> str:
    status: Mapping[str, str] = {
        kind: word(language, f"drafts-{kind}") for kind in ("draft", "approved", "exported")
    }
    return f"{draft.title.text(language)} · {status[draft.status]}"
