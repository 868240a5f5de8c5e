"""The page: conversations at the left, the chat in the middle, forms beside it or instead of it."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import gradio as gr

from assistant.conversations import Conversations
from assistant.toolbox import Toolbox
from assistant.turn import Assistant
from tools.errors import DataError
from tools.wording.values import Language
from ui.chat import ChatRoom
from ui.forms import Vocabulary, add_forms, tool_choices
from ui.theme import TOGGLE_THEME
from ui.words import LANGUAGES, preferred, word

Updates = dict[Any, Any]
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build_page(
    assistant: Assistant | None,
    tools: Toolbox,
    conversations: Conversations,
    examples: Mapping[Language, list[str]],
    store_name: str,
    vocabulary: Vocabulary | None = None,
) -> gr.Blocks:
    """Build the page; `ui.theme.serve_page` serves it.

    Args:
        assistant: Who answers questions; `None` leaves the forms alone on the page.
        tools: What the forms run.
        conversations: Saved threads, for the list and after a restart.
        examples: Questions to click on, by language.
        store_name: The store's name, for the heading.
        vocabulary: Argument name → choices of the forms' drop-down lists.
    """
    page = _Page(assistant, tools, conversations, examples, store_name)
    return page.build(vocabulary or {})


class _Page:
    """The page's components and what happens when they are used."""

    def __init__(
        self,
        assistant: Assistant | None,
        tools: Toolbox,
        conversations: Conversations,
        examples: Mapping[Language, list[str]],
        store_name: str,
    ) -> None:
        self.room = ChatRoom(assistant, conversations) if assistant else None
        self.tools = tools
        self.conversations = conversations
        self.examples = examples
        self.store_name = store_name

    def build(self, vocabulary: Vocabulary) -> gr.Blocks:
        """Lay the page out and wire it."""
        title = word("en", "page-title", store=self.store_name)
        with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
            self.language = gr.State("en")
            self.wanted = gr.BrowserState("auto", storage_key="storewise-language", secret="page")  # noqa: S106  # hides nothing
            self.thread = gr.BrowserState(None, storage_key="storewise-thread", secret="page")  # noqa: S106  # hides nothing
            if self.room:
                self._sidebar()
            with gr.Column(elem_id="main"):
                self._header()
                if self.room:
                    with gr.Tabs(elem_id="tabs"):
                        with gr.Tab(word("en", "tab-chat"), id="chat") as self.chat_tab:
                            self._chat()
                        with gr.Tab(word("en", "tab-forms"), id="forms") as self.forms_tab:
                            self.chooser = add_forms(self.tools, vocabulary, self.language)
                else:
                    self.hero = gr.HTML(self._hero("en"))
                    self.chooser = add_forms(self.tools, vocabulary, self.language)
            self._wire(blocks)
        return blocks

    # Layout

    def _sidebar(self) -> None:
        with gr.Sidebar(width=280, elem_id="sidebar"):
            self.new = gr.Button(word("en", "new-thread"), elem_id="new-thread")
            self.heading = gr.HTML(f"<h2 class='sw-side'>{word('en', 'threads')}</h2>")
            self.threads = gr.Radio([], show_label=False, container=False, elem_id="threads")
            self.empty = gr.HTML("")
            with gr.Row(visible=False, elem_id="thread-tools") as self.thread_tools:
                self.rename = gr.Button(
                    word("en", "rename"), size="sm", elem_id="rename", min_width=60
                )
                self.delete = gr.Button(
                    word("en", "delete"), size="sm", elem_id="delete", min_width=60
                )
            with gr.Column(visible=False, elem_id="renaming") as self.renaming:
                self.new_title = gr.Textbox(label=word("en", "new-title"), max_lines=1)
                with gr.Row():
                    self.save = gr.Button(
                        word("en", "save"), variant="primary", size="sm", min_width=60
                    )
                    self.keep = gr.Button(word("en", "cancel"), size="sm", min_width=60)
            with gr.Row(visible=False, elem_id="deleting") as self.deleting:
                self.really = gr.Button(
                    word("en", "delete-sure"), variant="stop", size="sm", min_width=60
                )
                self.spare = gr.Button(word("en", "cancel"), size="sm", min_width=60)

    def _header(self) -> None:
        with gr.Row(elem_id="header", equal_height=True):
            gr.HTML(f"<h1 class='sw-brand'><span></span>{escape(self.store_name)}</h1>")
            self.switch = gr.Radio(
                self._languages("en"),
                value="auto",
                show_label=False,
                container=False,
                elem_id="language",
                min_width=160,
            )
            self.shade = gr.Button("◐", elem_id="shade", size="sm", min_width=40, scale=0)

    def _chat(self) -> None:
        with gr.Column(elem_id="welcome") as self.welcome:
            self.hero = gr.HTML(self._hero("en"))
            self.chips = [
                (
                    language,
                    n,
                    gr.Button(text, elem_classes=["sw-chip", f"lang-{language}"], size="sm"),
                )
                for language in LANGUAGES
                for n, text in enumerate(self.examples.get(language, ()))
            ]
        self.chat = gr.Chatbot(
            visible=False,
            show_label=False,
            container=False,
            height="auto",
            elem_id="chat",
            latex_delimiters=[],
            buttons=["copy"],
            layout="bubble",
            allow_tags=False,
        )
        with gr.Row(elem_id="composer"):
            self.box = gr.Textbox(
                placeholder=word("en", "ask-here"),
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                autofocus=True,
                elem_id="question",
                scale=8,
            )
            self.send = gr.Button(
                word("en", "send"), variant="primary", elem_id="send", min_width=84, scale=0
            )
            self.halt = gr.Button(
                word("en", "stop"), visible=False, elem_id="stop", min_width=84, scale=0
            )
        self.foot = gr.HTML(f"<p class='sw-foot'>{word('en', 'privacy')}</p>")

    def _hero(self, language: Language) -> str:
        kind = "" if self.room else "-forms"
        return (
            f"<div class='sw-hero'><h2>{escape(word(language, f'welcome{kind}'))}</h2>"
            f"<p>{escape(word(language, f'tagline{kind}'))}</p></div>"
        )

    @staticmethod
    def _languages(language: Language) -> list[tuple[str, str]]:
        return [(word(language, "language-auto"), "auto"), ("English", "en"), ("中文", "zh")]

    # Wiring

    def _wire(self, blocks: gr.Blocks) -> None:
        blocks.load(self._open, [self.wanted, self.thread], self._all(), **_QUIET)
        self.switch.input(self._speak, self.switch, [*self._chrome(), self.wanted], **_QUIET)
        self.shade.click(None, js=TOGGLE_THEME, api_visibility="private")
        if not self.room:
            return
        asked = [self.send.click, self.box.submit]
        for event in asked:
            event(self._ask, [self.box, self.thread, self.language], self._asking(), **_QUIET)
        for _, _, chip in self.chips:
            chip.click(self._ask, [chip, self.thread, self.language], self._asking(), **_QUIET)
        self.halt.click(self._stop, None, self.halt, queue=False, **_QUIET)
        self.chat.like(self._judge, [self.thread, self.language], None, **_QUIET)
        self.new.click(
            lambda language: self._show(None, language),
            self.language,
            self._thread_parts(),
            **_QUIET,
        )
        self.threads.input(
            self._show, [self.threads, self.language], self._thread_parts(), **_QUIET
        )
        self._wire_thread_tools()

    def _wire_thread_tools(self) -> None:
        panels = [self.thread_tools, self.renaming, self.deleting]
        self.rename.click(self._start_renaming, self.thread, [*panels, self.new_title], **_QUIET)
        self.delete.click(lambda: _only(2), None, panels, **_QUIET)
        for back in (self.keep, self.spare):
            back.click(lambda: _only(0), None, panels, **_QUIET)
        inputs = [self.thread, self.new_title, self.language]
        for event in (self.save.click, self.new_title.submit):
            event(self._rename, inputs, self._thread_parts(), **_QUIET)
        self.really.click(
            self._delete, [self.thread, self.language], self._thread_parts(), **_QUIET
        )

    def _chrome(self) -> list[Any]:
        parts = [self.language, self.switch, self.hero, self.chooser]
        if self.room:
            parts += [self.new, self.heading, self.empty, self.rename, self.delete, self.new_title]
            parts += [self.save, self.keep, self.really, self.spare, self.chat_tab, self.forms_tab]
            parts += [
                self.box,
                self.send,
                self.halt,
                self.foot,
                *(chip for _, _, chip in self.chips),
            ]
        return parts

    def _thread_parts(self) -> list[Any]:
        return [
            self.thread, self.threads, self.empty, self.chat, self.welcome,
            self.thread_tools, self.renaming, self.deleting,
        ]  # fmt: skip

    def _asking(self) -> list[Any]:
        return [*self._thread_parts(), self.box, self.send, self.halt]

    def _all(self) -> list[Any]:
        both = self._chrome() + (self._thread_parts() if self.room else [])
        return [*{id(part): part for part in both}.values()]

    # What happens

    def _open(self, wanted: str, thread: str | None, request: gr.Request) -> Updates:
        """A page was opened or reloaded."""
        language = self._resolve(wanted, request)
        updates = self._texts(language, wanted)
        if self.room:
            known = {kept.thread_id for kept in self.conversations.threads()}
            updates |= self._show(thread if thread in known else None, language)
        return updates

    def _speak(self, wanted: str, request: gr.Request) -> Updates:
        """Somebody chose the page's language."""
        return self._texts(self._resolve(wanted, request), wanted) | {self.wanted: wanted}

    @staticmethod
    def _resolve(wanted: str, request: gr.Request) -> Language:
        if wanted in LANGUAGES:
            return "zh" if wanted == "zh" else "en"
        return preferred(request.headers.get("accept-language"))

    def _texts(self, language: Language, wanted: str) -> Updates:
        """Every word of the page in `language`."""
        updates: Updates = {
            self.language: language,
            self.switch: gr.Radio(self._languages(language), value=wanted),
            self.hero: self._hero(language),
            self.chooser: gr.Radio(
                tool_choices(self.tools, language), label=word(language, "choose-form")
            ),
        }
        if not self.room:
            return updates
        named = {
            self.new: "new-thread", self.rename: "rename", self.delete: "delete", self.save: "save",
            self.keep: "cancel", self.really: "delete-sure", self.spare: "cancel",
            self.send: "send", self.halt: "stop",
        }  # fmt: skip
        updates |= {button: gr.Button(word(language, text)) for button, text in named.items()}
        updates |= {
            self.heading: f"<h2 class='sw-side'>{escape(word(language, 'threads'))}</h2>",
            self.empty: self._no_threads(language),
            self.new_title: gr.Textbox(label=word(language, "new-title")),
            self.chat_tab: gr.Tab(word(language, "tab-chat")),
            self.forms_tab: gr.Tab(word(language, "tab-forms")),
            self.box: gr.Textbox(placeholder=word(language, "ask-here")),
            self.foot: f"<p class='sw-foot'>{escape(word(language, 'privacy'))}</p>",
        }
        return updates | self._chip_texts(language)

    def _chip_texts(self, language: Language) -> Updates:
        """The examples again, the page's own language first."""
        order = [language, *(other for other in LANGUAGES if other != language)]
        texts = [text for one in order for text in self.examples.get(one, ())]
        return {chip: gr.Button(text) for (_, _, chip), text in zip(self.chips, texts, strict=True)}

    def _no_threads(self, language: Language) -> str:
        if self.conversations.threads():
            return ""
        return f"<p class='sw-note'>{escape(word(language, 'no-threads'))}</p>"

    def _show(self, thread: str | None, language: Language) -> Updates:
        """Show a thread, or the welcome when there is none."""
        assert self.room is not None  # noqa: S101  # wired only with an assistant
        messages = self.room.messages(thread)
        return self._list(thread, language) | {
            self.chat: gr.Chatbot(
                messages, visible=bool(messages), feedback_value=self.room.thumbs(thread)
            ),
            self.welcome: gr.Column(visible=not messages),
        }

    def _list(self, thread: str | None, language: Language) -> Updates:
        kept = self.conversations.threads()
        known = any(one.thread_id == thread for one in kept)
        panels = (self.thread_tools, self.renaming, self.deleting)
        return {
            self.thread: thread,
            self.threads: gr.Radio(
                [(one.title, one.thread_id) for one in kept], value=thread if known else None
            ),
            self.empty: self._no_threads(language),
            **dict(zip(panels, _only(0 if known else None), strict=True)),
        }

    def _ask(
        self, question: str, thread: str | None, language: Language, request: gr.Request
    ) -> Iterator[Updates]:
        """Answer a question, showing each step; then show the kept thread."""
        assert self.room is not None  # noqa: S101  # wired only with an assistant
        if not question.strip():
            yield {self.box: ""}
            return
        thread = thread or self.conversations.new_id()
        yield {
            self.thread: thread,
            self.box: gr.Textbox(""),
            self.welcome: gr.Column(visible=False),
            self.send: gr.Button(visible=False),
            self.halt: gr.Button(visible=True, interactive=True),
        }
        for messages in self.room.ask(question.strip(), thread, str(request.session_hash)):
            yield {self.chat: gr.Chatbot(messages, visible=True)}
        ready = {self.send: gr.Button(visible=True), self.halt: gr.Button(visible=False)}
        try:
            yield self._list(thread, language) | ready
        except DataError:
            gr.Info(word(language, "cannot-keep"))
            yield ready

    def _stop(self, request: gr.Request) -> Any:
        assert self.room is not None  # noqa: S101  # wired only with an assistant
        self.room.stop(str(request.session_hash))
        return gr.Button(interactive=False)

    def _judge(self, thread: str | None, language: Language, liked: gr.LikeData) -> None:
        if thread and self.room:
            index = liked.index[0] if isinstance(liked.index, tuple | list) else liked.index
            feedback = self.room.judge(thread, index, liked.liked)
            gr.Info(word(language, f"feedback-{feedback or 'none'}"), duration=3)

    def _start_renaming(self, thread: str | None) -> list[Any]:
        titles = {one.thread_id: one.title for one in self.conversations.threads()}
        return [*_only(1), gr.Textbox(titles.get(thread or "", ""))]

    def _rename(self, thread: str | None, title: str, language: Language) -> Updates:
        if thread:
            self.conversations.rename(thread, title)
        return self._list(thread, language)

    def _delete(self, thread: str | None, language: Language) -> Updates:
        if thread:
            self.conversations.delete(thread)
        return self._show(None, language)


def _only(shown: int | None) -> list[Any]:
    """The sidebar's panels (tools, renaming, deleting) with at most one visible."""
    return [
        gr.Row(visible=shown == 0),
        gr.Column(visible=shown == 1),
        gr.Row(visible=shown == 2),
    ]
