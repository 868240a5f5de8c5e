"""The page: conversations at the left, the chat in the middle, forms beside it or instead of it."""

import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.conversations import Conversations
from assistant.toolbox import Toolbox
from assistant.turn import Assistant
from tools.drafts import Drafts
from tools.errors import StorewiseError, ToolError
from tools.wording.values import Language
from ui.arguments import Names, unnamed
from ui.chat import ChatRoom
from ui.forms import Vocabulary
from ui.header import ADDRESSES, Updates
from ui.layout import Comparisons, Examples, Layout
from ui.service import ServicePage
from ui.theme import CLOSE_SIDEBAR, SHOW_LAST, SHOW_QUESTION
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import ServiceAssistant
    from tools.effects.uploads import Uploads

logger = logging.getLogger(__name__)

Given = str | dict[str, Any]
"""A question: of an example, or with the files put beside it in the box."""
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_SCRIPT: dict[str, Any] = {"api_visibility": "private"}


def build_page(
    assistant: Assistant | None,
    tools: Toolbox,
    conversations: Conversations,
    examples: Examples,
    store_name: str,
    vocabulary: Vocabulary | None = None,
    names: Names = unnamed,
    comparisons: Comparisons = tuple,
    drafts: Callable[[], Drafts] | None = None,
    uploads: "Uploads | None" = None,
    service: "Callable[[], ServiceAssistant] | None" = None,
) -> gr.Blocks:
    """Build the page; `ui.theme.serve_page` serves it.

    Args:
        assistant: Who answers questions; `None` leaves the forms alone on the page.
        tools: What the forms run.
        conversations: Saved threads, for the list and after a restart.
        examples: Questions to click on, by language.
        store_name: The store's name, for the heading.
        vocabulary: Argument name → choices of the forms' drop-down lists, plain or (label, value).
        names: What the store calls its values, for the cards.
        comparisons: Gives the trained models that serve, compared; asked whenever the page opens.
        drafts: Gives the campaign drafts; `None` leaves their tab out.
        uploads: Where tables of tests go that are put into the chat; `None` takes none.
        service: Gives the customers' assistant; `None` leaves the page of customer service out.
    """
    title = word("en", "page-title", store=store_name)
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
        chat = assistant is not None
        known = vocabulary or {}
        layout = Layout(
            chat,
            tools,
            examples,
            store_name,
            known,
            names,
            comparisons,
            drafts,
            uploads,
            linked=service is not None,
        )
        if assistant is None:
            _FormsPage(layout).wire(blocks)
        else:
            _ChatPage(layout, ChatRoom(assistant, conversations, names, uploads)).wire(blocks)
    if service is not None:
        with blocks.route("Service", ADDRESSES["service"].strip("./"), show_in_navbar=False):
            ServicePage(service, tools.limit.seconds, store_name).wire(blocks)
    return blocks


class _FormsPage:
    """What happens on a page of forms alone: only its language changes."""

    def __init__(self, layout: Layout) -> None:
        self.at = layout

    def wire(self, blocks: gr.Blocks) -> None:
        """Bind what people do to what happens."""
        at = self.at
        at.header.wire(blocks, at.words, at.worded)
        if at.campaigns is not None:
            at.campaigns.wire(at.language, at.drafts_tab)


class _ChatPage(_FormsPage):
    """What happens on the page with a chat."""

    def __init__(self, layout: Layout, room: ChatRoom) -> None:
        super().__init__(layout)
        self.room = room

    def wire(self, blocks: gr.Blocks) -> None:
        """Bind what people do to what happens."""
        super().wire(blocks)
        at = self.at
        blocks.load(self._show, at.thread, self._thread_parts(), js=CLOSE_SIDEBAR, **_QUIET)
        for event, box in [
            (at.send.click, at.box),
            (at.box.submit, at.box),
            *((chip.click, chip) for chip in at.chips),
        ]:
            asking = [*self._thread_parts(), at.box, at.send, at.halt]
            event(self._ask, [box, at.thread, at.language], asking, **_QUIET)
        at.halt.click(self._stop, None, at.halt, queue=False, **_QUIET)
        at.chat.like(self._judge, [at.thread, at.language], None, **_QUIET)
        at.live.change(None, js=SHOW_QUESTION, **_SCRIPT)
        at.chat.change(None, js=SHOW_LAST, **_SCRIPT)
        self._wire_sidebar()

    def _wire_sidebar(self) -> None:
        at = self.at
        parts, panels = self._thread_parts(), at.thread_panels
        at.new.click(lambda: self._show(None), None, parts, **_QUIET)
        at.threads.input(self._show, at.threads, parts, **_QUIET)
        for event in (at.new.click, at.threads.input):
            event(None, js=CLOSE_SIDEBAR, **_SCRIPT)
        at.rename.click(self._start_renaming, at.thread, [*panels, at.new_title], **_QUIET)
        at.delete.click(lambda: at.panels("deleting"), None, panels, **_QUIET)
        for back in (at.keep, at.spare):
            back.click(lambda: at.panels("tools"), None, panels, **_QUIET)
        for event in (at.save.click, at.new_title.submit):
            event(self._rename, [at.thread, at.new_title], parts, **_QUIET)
        at.really.click(self._delete, at.thread, parts, **_QUIET)

    def _thread_parts(self) -> list[Any]:
        at = self.at
        return [at.thread, at.threads, at.chat, at.live, at.welcome, *at.thread_panels]

    def _show(self, thread: str | None) -> Updates:
        """Show a kept thread, or the welcome when there is none."""
        updates = self._list(thread)
        thread = updates[self.at.thread]
        messages = self.room.messages(thread)
        return updates | {
            self.at.chat: gr.Chatbot(
                messages, visible=bool(messages), feedback_value=self.room.thumbs(thread)
            ),
            self.at.live: gr.Chatbot([], visible=False),
            self.at.welcome: gr.Column(visible=not messages),
        }

    def _list(self, thread: str | None) -> Updates:
        """The list of threads, with `thread` chosen if it is kept."""
        kept = self.room.conversations.threads()
        opened = thread if any(one.thread_id == thread for one in kept) else None
        choices = [(one.title, one.thread_id) for one in kept]
        return {
            self.at.thread: opened,
            self.at.threads: gr.Radio(choices, value=opened),
        } | self.at.panels("tools" if opened else None)

    def _ask(
        self, given: Given, thread: str | None, language: Language, request: gr.Request
    ) -> Iterator[Updates]:
        """Answer a question, showing each step; then show the kept thread."""
        at = self.at
        text, files = (given, []) if isinstance(given, str) else (given["text"], given["files"])
        try:
            file = self.room.keep(files)
        except ToolError as error:
            gr.Warning(error.say(language))
            yield {at.box: {"text": text, "files": []}}
            return
        question = text.strip() or (word(language, "ask-of-file") if file else "")
        if not question:
            yield {at.box: None}
            return
        thread = thread or self.room.conversations.new_id()
        yield {
            at.thread: thread,
            at.box: None,
            at.welcome: gr.Column(visible=False),
            at.send: gr.Button(visible=False),
            at.halt: gr.Button(visible=True, interactive=True),
        }
        for messages in self.room.ask(question, thread, str(request.session_hash), file):
            yield {at.live: gr.Chatbot(messages, visible=True)}
        ready = {at.send: gr.Button(visible=True), at.halt: gr.Button(visible=False)}
        try:
            yield self._show(thread) | ready
        except StorewiseError:
            logger.exception("Cannot show thread %s", thread)
            gr.Info(word(language, "cannot-keep"))
            yield ready

    def _stop(self, request: gr.Request) -> gr.Button:
        self.room.stop(str(request.session_hash))
        return gr.Button(interactive=False)

    def _judge(self, thread: str | None, language: Language, liked: gr.LikeData) -> None:
        if thread:
            index = liked.index if isinstance(liked.index, int) else liked.index[0]
            feedback = self.room.judge(thread, index, liked.liked)
            gr.Info(word(language, f"feedback-{feedback or 'none'}"), duration=3)

    def _start_renaming(self, thread: str | None) -> Updates:
        titles = {one.thread_id: one.title for one in self.room.conversations.threads()}
        title = gr.Textbox(titles.get(thread or "", ""))
        return self.at.panels("renaming") | {self.at.new_title: title}

    def _rename(self, thread: str | None, title: str) -> Updates:
        if thread:
            self.room.conversations.rename(thread, title)
        return self._list(thread)

    def _delete(self, thread: str | None) -> Updates:
        if thread:
            self.room.conversations.delete(thread)
        return self._show(None)
