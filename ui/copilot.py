"""The copilot's tab: what a human agent could reply to a customer's message."""

import logging
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.time_limit import TimeLimit
from tools.errors import StorewiseError, ToolError
from tools.wording.values import Language
from ui.header import Updates
from ui.sources import sources_html
from ui.theme import COPY
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import ServiceAssistant, Suggestion

logger = logging.getLogger(__name__)

MOST_EDITS = 8
"""Buttons placed for other ways to say a reply; those not needed stay hidden."""
_BUTTON: dict[str, Any] = {"size": "sm", "min_width": 90, "scale": 0}
_QUIET: dict[str, Any] = {"show_progress": "minimal", "api_visibility": "private"}


class Copilot:
    """The tab's components and what happens on them; placed inside a `gr.Tab`.

    Args:
        service: Gives the customers' assistant.
        limit: Whose turn it is.
    """

    def __init__(self, service: "Callable[[], ServiceAssistant]", limit: TimeLimit) -> None:
        self.service = service
        self.limit = limit
        self.replies = gr.State([])
        self.hero = gr.HTML("")
        with gr.Column(elem_id="copilot-form"):
            self.message = gr.Textbox(lines=3, max_lines=10, elem_id="copilot-message")
            with gr.Row():
                self.user = gr.Textbox(elem_id="copilot-user", scale=1, min_width=180)
                self.earlier = gr.Textbox(
                    lines=1, max_lines=8, elem_id="copilot-earlier", scale=3, min_width=260
                )
            self.suggest = gr.Button("", variant="primary", elem_id="suggest", scale=0)
        with gr.Column(visible=False, elem_id="suggestion") as self.result:
            self.notes = gr.HTML("")
            self.reply = gr.Textbox(lines=6, max_lines=24, elem_id="reply")
            with gr.Row(elem_id="edits"):
                self.copy = gr.Button("", variant="primary", elem_id="copy", **_BUTTON)
                self.edits = [gr.Button("", visible=False, **_BUTTON) for _ in range(MOST_EDITS)]
            self.sources = gr.HTML("")

    def words(self, language: Language) -> Updates:
        """Every word of the tab in `language`; a suggestion stays as it is."""
        head = f"<h2>{escape(word(language, 'copilot-heading'))}</h2>"
        told = f"<p>{escape(word(language, 'copilot-tagline'))}</p>"
        fields = {
            self.message: "message", self.user: "user", self.earlier: "earlier"
        }  # fmt: skip
        boxes: Updates = {
            box: gr.Textbox(
                label=word(language, f"copilot-{name}"),
                placeholder=word(language, f"copilot-{name}-hint"),
            )
            for box, name in fields.items()
        }
        return boxes | {
            self.hero: f"<div class='sw-hero-forms'>{head}{told}</div>",
            self.suggest: gr.Button(word(language, "copilot-suggest")),
            self.reply: gr.Textbox(label=word(language, "copilot-reply")),
            self.copy: gr.Button(word(language, "copy")),
        }

    @property
    def worded(self) -> list[Any]:
        """The components that `words` updates."""
        return [
            self.hero, self.message, self.user, self.earlier, self.suggest, self.reply, self.copy,
        ]  # fmt: skip

    def wire(self, language: gr.State) -> None:
        """Bind what people do to what happens.

        Args:
            language: Holds the page's language.
        """
        given = [self.message, self.user, self.earlier, language]
        shown = [
            self.result, self.notes, self.reply, self.sources, self.replies, *self.edits
        ]  # fmt: skip
        for event in (self.suggest.click, self.user.submit):
            event(self._suggest, given, shown, **_QUIET)
        for n, button in enumerate(self.edits):
            button.click(lambda replies, n=n: replies[n], self.replies, self.reply, **_QUIET)
        self.copy.click(
            lambda language: gr.Info(word(language, "copied"), duration=3),
            language, None, js=COPY, **_QUIET,
        )  # fmt: skip

    def _suggest(self, message: str, user: str, earlier: str, language: Language) -> Updates:
        """A reply to the message; what a person can put right is said, and nothing else changes."""
        if not message.strip():
            gr.Info(word(language, "copilot-empty"), duration=5)
            return {}
        history = [line.strip() for line in earlier.splitlines() if line.strip()]
        try:
            assistant = self.service()
            found = self.limit.run(
                lambda: assistant.suggest(message, user.strip() or None, history)
            )
        except StorewiseError as error:
            said = error.say(language) if isinstance(error, ToolError) else str(error)
            gr.Warning(said, duration=12)
        except Exception:
            logger.exception("Nothing could be suggested")
            gr.Warning(word(language, "went-wrong"))
        else:
            return self._shown(found, language)
        return {}

    def _shown(self, found: "Suggestion", language: Language) -> Updates:
        """The suggestion, with a button for each way to say it and one back to the first."""
        ways = [(word(language, "copilot-as-suggested"), found.reply)]
        ways += [(edit.label, edit.reply) for edit in found.edits]
        buttons: Updates = {button: gr.Button(visible=False) for button in self.edits}
        for button, (label, _) in zip(self.edits, ways, strict=False):
            buttons[button] = gr.Button(label, visible=True)
        notes = "".join(f"<li>{escape(note)}</li>" for note in found.notes)
        label = escape(word(language, "copilot-notes"))
        return buttons | {
            self.result: gr.Column(visible=True),
            self.notes: f"<div class='sw-notes'><b>{label}</b><ul>{notes}</ul></div>"
            if notes
            else "",
            self.reply: found.reply,
            self.sources: sources_html(found.citations, language),
            self.replies: [reply for _, reply in ways],
        }
