"""The customer's chat: her messages answered, her yes or no asked for, her rating kept."""

import logging
from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import Dependency

from assistant.conversations import Conversations
from assistant.time_limit import TimeLimit
from tools.errors import StorewiseError, ToolError
from tools.wording.values import Language
from ui.cards import error_html
from ui.header import Updates
from ui.layout import chatbot
from ui.service_room import ServiceRoom
from ui.theme import SHOW_ANSWER
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import ServiceAssistant, ServiceTurn

logger = logging.getLogger(__name__)

EXAMPLES = ("service-example-order", "service-example-return", "service-example-cancel")
LONGEST = 20_000
"""Characters of a message; the assistant reads fewer."""
_BUTTON: dict[str, Any] = {"size": "sm", "min_width": 90, "scale": 0}
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


class CustomerChat:
    """The tab's components and what happens on them; placed inside a `gr.Tab`.

    Args:
        service: Gives the customers' assistant.
        limit: Whose turn it is.
    """

    def __init__(self, service: "Callable[[], ServiceAssistant]", limit: TimeLimit) -> None:
        self.room = ServiceRoom(service, limit)
        kept: dict[str, Any] = {"secret": "page"}  # hides nothing, outlives a restart
        self.thread = gr.BrowserState(None, storage_key="storewise-customer", **kept)
        self.own = gr.BrowserState([], storage_key="storewise-customer-threads", **kept)
        self.rated = gr.State(None)
        with gr.Row(elem_id="service-top"):
            self.who = gr.HTML("")
            self.earlier = gr.Dropdown(
                [], visible=False, show_label=False, container=False, elem_id="earlier",
                min_width=160, scale=0, filterable=False,
            )  # fmt: skip
            self.new = gr.Button("", elem_id="new-customer", **_BUTTON)
        self.lacking = gr.HTML("")
        self.chat = chatbot("chat")
        with gr.Row(elem_id="chips") as self.welcome:
            self.chips = [gr.Button("", elem_classes="sw-chip", size="sm") for _ in EXAMPLES]
        self.banner = gr.HTML("", elem_id="banner")
        with gr.Row(visible=False, elem_id="choice") as self.choice:
            self.yes = gr.Button("", variant="primary", elem_id="say-yes", **_BUTTON)
            self.no = gr.Button("", elem_id="say-no", **_BUTTON)
        with gr.Row(visible=False, elem_id="rating") as self.rating:
            self.asked = gr.HTML("", min_width=0)
            self.stars = gr.Radio(
                [(str(n), n) for n in range(1, 6)], show_label=False, container=False,
                elem_id="stars", min_width=150,
            )  # fmt: skip
            self.settled = gr.Radio([], show_label=False, container=False, elem_id="settled")
        self._composer()

    def _composer(self) -> None:
        with gr.Row(elem_id="composer"):
            self.box = gr.Textbox(
                show_label=False, container=False, lines=1, max_lines=6, max_length=LONGEST,
                autofocus=True, elem_id="question", scale=8,
            )  # fmt: skip
            places: dict[str, Any] = {"min_width": 84, "scale": 0}
            self.send = gr.Button("", variant="primary", elem_id="send", **places)
            self.halt = gr.Button("", visible=False, elem_id="stop", **places)

    def words(self, language: Language) -> Updates:
        """Every word of the tab that no conversation changes, in `language`."""
        settled = [(word(language, f"settled-{answer}"), answer) for answer in ("yes", "no")]
        chips = {
            chip: gr.Button(word(language, text))
            for chip, text in zip(self.chips, EXAMPLES, strict=True)
        }
        return chips | {
            self.new: gr.Button(word(language, "new-thread")),
            self.box: gr.Textbox(placeholder=word(language, "service-write")),
            self.send: gr.Button(word(language, "service-send")),
            self.halt: gr.Button(word(language, "stop")),
            self.asked: f"<span class='sw-note'>{escape(word(language, 'rate'))}</span>",
            self.settled: gr.Radio(settled),
        }

    @property
    def worded(self) -> list[Any]:
        """The components that `words` updates."""
        return [
            self.new, self.box, self.send, self.halt, self.asked, self.settled, *self.chips,
        ]  # fmt: skip

    def wire(self, language: gr.State, spoken: list[Any]) -> None:
        """Bind what people do to what happens.

        Args:
            language: Holds the page's language.
            spoken: Events after which the page speaks it.
        """
        parts, rating = self._parts(), [self.rated, self.rating, self.stars, self.settled]
        for event in spoken:
            opened = event.then(self._open, [self.thread, language], [*parts, *rating], **_QUIET)
            self._relist(opened, language)
        saying = [*parts, *rating, self.box, self.send, self.halt]
        for event, box in [
            (self.send.click, self.box),
            (self.box.submit, self.box),
            *((button.click, button) for button in (*self.chips, self.yes, self.no)),
        ]:
            told = event(self._say, [box, self.thread, self.rated, language], saying, **_QUIET)
            told.then(None, js=SHOW_ANSWER, api_visibility="private")
            self._relist(told, language)
        self.halt.click(self._stop, None, self.halt, queue=False, **_QUIET)
        begun = self.new.click(self._new, language, [*parts, self.box], **_QUIET)
        self._relist(begun, language)
        self.earlier.input(self._open, [self.earlier, language], [*parts, *rating], **_QUIET).then(
            None, js=SHOW_ANSWER, api_visibility="private"
        )
        self.chat.change(None, js=SHOW_ANSWER, api_visibility="private")
        for choice in (self.stars, self.settled):
            choice.input(
                self._rate, [self.rated, self.stars, self.settled, language], None, **_QUIET
            )

    def _relist(self, event: Dependency, language: gr.State) -> None:
        """List this browser's conversations anew after `event`."""
        event.then(
            self._list, [self.thread, self.own, language], [self.own, self.earlier], **_QUIET
        )

    def _list(self, thread: str | None, own: list[str], language: Language) -> Updates:
        """This browser's conversations, to be returned to; nobody else's are told of here."""
        mine = dict.fromkeys([*([thread] if thread else []), *own])
        kept = [one for one in self.room.service().kept() if one.thread_id in mine]
        listed = [(one.title, one.thread_id) for one in kept]
        chosen = thread if thread in {one.thread_id for one in kept} else None
        others = any(one.thread_id != thread for one in kept)
        box = gr.Dropdown(
            [(word(language, "earlier"), ""), *listed] if chosen is None else listed,
            value=chosen or "", visible=others,
        )  # fmt: skip
        return {self.own: [one.thread_id for one in kept], self.earlier: box}

    def _parts(self) -> list[Any]:
        return [
            self.thread, self.lacking, self.who, self.chat, self.welcome, self.banner, self.choice,
            self.yes, self.no,
        ]  # fmt: skip

    def _open(self, thread: str | None, language: Language) -> Updates:
        """Show a kept conversation, or the greeting where there is none."""
        try:
            turns = self.room.history(thread or None)
            lacking = "".join(
                f"<p class='sw-lacking'>{escape(word(language, f'lacking-{what}'))}</p>"
                for what in self.room.service().service.lacking
            )
            shown = self._standing(thread if turns else None, turns, language)
            return shown | {self.lacking: lacking} | self._rateable(turns, thread)
        except StorewiseError as error:
            said = error.say(language) if isinstance(error, ToolError) else str(error)
        except Exception:
            logger.exception("Customer service cannot be opened")
            said = word(language, "went-wrong")
        return {self.lacking: error_html(said)}

    def _standing(
        self, thread: str | None, turns: "list[ServiceTurn]", language: Language
    ) -> Updates:
        """The conversation as it stands after `turns`."""
        last = turns[-1] if turns else None
        spoken = last.language if last else language
        return {
            self.thread: thread,
            self.who: _who(last.customer if last else None, language),
            self.chat: gr.Chatbot(self.room.messages(turns, language), visible=True),
            self.welcome: gr.Row(visible=not turns),
            self.banner: _banner(turns, spoken) if last and last.handed_over else "",
            self.choice: gr.Row(visible=bool(last and last.asks_yes)),
            self.yes: gr.Button(word(spoken, "service-yes")),
            self.no: gr.Button(word(spoken, "service-no")),
        }

    def _say(
        self, message: str, thread: str | None, rated: str | None, language: Language,
        request: gr.Request,
    ) -> Iterator[Updates]:  # fmt: skip
        """Answer the customer's message piece by piece; then show how the conversation stands."""
        if not message.strip():
            yield {self.box: ""}
            return
        thread = thread or Conversations.new_id()
        before = self.room.messages(self.room.history(thread), language)
        yield {
            self.thread: thread,
            self.box: "",
            self.welcome: gr.Row(visible=False),
            self.choice: gr.Row(visible=False),
            self.rating: gr.Row(visible=False),
            self.send: gr.Button(visible=False),
            self.halt: gr.Button(visible=True, interactive=True),
        }
        live: list[Any] = []
        for live in self.room.say(message, thread, str(request.session_hash)):
            yield {self.chat: gr.Chatbot([*before, *live], visible=True)}
        ready: Updates = {self.send: gr.Button(visible=True), self.halt: gr.Button(visible=False)}
        turns = self.room.history(thread)
        if 2 * len(turns) + 1 < len(before) + len(live):  # a failed answer is shown, but not kept
            yield ready
            return
        yield self._standing(thread, turns, language) | ready | self._rateable(turns, rated)

    def _rateable(self, turns: "list[ServiceTurn]", rated: str | None) -> Updates:
        """Let the conversation be rated; what was chosen for another one is cleared."""
        if not turns:
            return {}
        thread = turns[-1].thread_id
        shown: Updates = {
            self.rated: thread,
            self.rating: gr.Row(visible=not turns[-1].asks_yes),
        }
        if thread == rated:
            return shown
        return shown | {self.stars: gr.Radio(value=None), self.settled: gr.Radio(value=None)}

    def _stop(self, request: gr.Request) -> gr.Button:
        self.room.stop(str(request.session_hash))
        return gr.Button(interactive=False)

    def _new(self, language: Language) -> Updates:
        """Begin anew; the conversation before can still be rated."""
        return self._standing(None, [], language) | {self.lacking: gr.skip(), self.box: ""}

    def _rate(
        self, thread: str | None, stars: int | None, settled: str | None, language: Language
    ) -> None:
        if thread is None:
            return
        resolved = None if settled is None else settled == "yes"
        self.room.service().rate(thread, stars, resolved=resolved)
        gr.Info(word(language, "rated"), duration=3)


def _who(customer: str | None, language: Language) -> str:
    """Whom the assistant speaks with, once she is recognised."""
    if customer is None:
        return f"<p class='sw-note'>{escape(word(language, 'service-tagline'))}</p>"
    known = escape(word(language, "recognised", name=customer))
    return f"<p class='sw-note'><span class='sw-dot'></span> {known}</p>"


def _banner(turns: "list[ServiceTurn]", language: Language) -> str:
    """A person has the conversation now; folded below, what that person is told of it."""
    head = f"<b>{escape(word(language, 'handed-over'))}</b>"
    summary = next((turn.summary for turn in reversed(turns) if turn.summary), None)
    folded = ""
    if summary is not None:
        label = escape(word(language, "handed-over-summary"))
        folded = f"<details><summary>{label}</summary><p>{escape(summary)}</p></details>"
    return f"<div class='sw-banner' role='status'>{head}{folded}</div>"
