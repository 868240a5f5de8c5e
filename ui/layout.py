"""The page's components and their words, before anything happens to them."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.toolbox import Toolbox
from tools.drafts import Drafts
from tools.prediction.comparison import Comparison
from tools.store.readers import SUFFIXES
from tools.wording.values import Language
from ui.arguments import Names
from ui.campaigns import Campaigns
from ui.comparisons import comparisons_html
from ui.forms import Vocabulary, add_forms, tool_choices
from ui.header import Header, Updates
from ui.words import LANGUAGES, word

if TYPE_CHECKING:  # its libraries take a second
    from tools.effects.uploads import Uploads

Examples = Mapping[Language, list[str]]
Comparisons = Callable[[], Sequence[Comparison]]

LONG_PASTE = 20_000
"""Characters of pasted text from which it becomes a file."""
_SMALL: dict[str, Any] = {"size": "sm", "min_width": 60}


class Layout:
    """Places every component of the page; made inside a `gr.Blocks`.

    Args:
        chat: Whether there is an assistant to chat with; otherwise the forms stand alone.
        tools: What the forms run.
        examples: Questions to click on, by language.
        store_name: Heading of the page.
        vocabulary: Choices of the forms' drop-down lists.
        names: What the store calls its values.
        comparisons: Gives the trained models that serve, compared.
        drafts: Gives the campaign drafts; `None` leaves their tab out.
        uploads: Where tables of tests go that are put into the chat or a form, if anywhere.
        linked: Whether there is another page to go to.
    """

    def __init__(
        self,
        chat: bool,
        tools: Toolbox,
        examples: Examples,
        store_name: str,
        vocabulary: Vocabulary,
        names: Names,
        comparisons: Comparisons,
        drafts: Callable[[], Drafts] | None = None,
        uploads: "Uploads | None" = None,
        *,
        linked: bool = False,
    ) -> None:
        self.has_chat = chat
        self.takes_files = uploads is not None
        self.comparisons = comparisons
        self.tools = tools
        self.examples = examples
        kept: dict[str, Any] = {"secret": "page"}  # hides nothing, outlives a restart
        self.thread = gr.BrowserState(None, storage_key="storewise-thread", **kept)
        if chat:
            self._sidebar()
        with gr.Column(elem_id="main"):
            self.header = Header(store_name, "marketing", linked=linked)
            self.language = self.header.language
            with gr.Tabs(elem_id="tabs"):
                if chat:
                    with gr.Tab(word("en", "tab-chat"), id="chat") as self.chat_tab:
                        self._chat()
                with gr.Tab(word("en", "tab-forms"), id="forms") as self.forms_tab:
                    if not chat:
                        self.hero = gr.HTML(self._hero("en"))
                    self.chooser = add_forms(tools, vocabulary, self.language, names, uploads)
                self.campaigns: Campaigns | None = None
                if drafts is not None:
                    with gr.Tab(word("en", "tab-campaigns"), id="campaigns") as self.drafts_tab:
                        self.campaigns = Campaigns(drafts, tools.limit)
                with gr.Tab(word("en", "tab-models"), id="models") as self.models_tab:
                    self.models = gr.HTML("", elem_id="models")

    def _sidebar(self) -> None:
        with gr.Sidebar(width=280, elem_id="sidebar"):
            self.new = gr.Button(word("en", "new-thread"), elem_id="new-thread")
            self.heading = gr.HTML("")
            self.threads = gr.Radio([], show_label=False, container=False, elem_id="threads")
            with gr.Row(visible=False, elem_id="thread-tools") as self.thread_tools:
                self.rename = gr.Button(word("en", "rename"), elem_id="rename", **_SMALL)
                self.delete = gr.Button(word("en", "delete"), elem_id="delete", **_SMALL)
            with gr.Column(visible=False, elem_id="renaming") as self.renaming:
                self.new_title = gr.Textbox(label=word("en", "new-title"), max_lines=1)
                with gr.Row():
                    self.save = gr.Button(word("en", "save"), variant="primary", **_SMALL)
                    self.keep = gr.Button(word("en", "cancel"), **_SMALL)
            with gr.Row(visible=False, elem_id="deleting") as self.deleting:
                self.really = gr.Button(word("en", "delete-sure"), variant="stop", **_SMALL)
                self.spare = gr.Button(word("en", "cancel"), **_SMALL)

    def _chat(self) -> None:
        with gr.Column(elem_id="welcome") as self.welcome:
            self.hero = gr.HTML(self._hero("en"))
            self.chips = [
                gr.Button(text, elem_classes="sw-chip", size="sm") for text in self._questions("en")
            ]
        self.chat = chatbot("chat")
        self.live = chatbot("live")
        with gr.Row(elem_id="composer"):
            self.box = gr.MultimodalTextbox(
                sources=["upload"] if self.takes_files else [],
                file_types=list(SUFFIXES),
                placeholder=word("en", "ask-here"),
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                max_plain_text_length=LONG_PASTE,
                submit_btn=False,
                autofocus=True,
                elem_id="question",
                scale=8,
            )
            places: dict[str, Any] = {"min_width": 84, "scale": 0}
            self.send = gr.Button(word("en", "send"), variant="primary", elem_id="send", **places)
            self.halt = gr.Button(word("en", "stop"), visible=False, elem_id="stop", **places)
        self.foot = gr.HTML("")

    def words(self, language: Language) -> Updates:
        """Every word of the page below its header in `language`."""
        chooser = gr.Radio(tool_choices(self.tools, language), label=word(language, "choose-form"))
        updates: Updates = {
            self.hero: self._hero(language),
            self.chooser: chooser,
            self.forms_tab: gr.Tab(word(language, "tab-forms")),
            self.models_tab: gr.Tab(word(language, "tab-models")),
            self.models: comparisons_html(self.comparisons(), language),
        }
        if self.campaigns is not None:
            updates |= {self.drafts_tab: gr.Tab(word(language, "tab-campaigns"))}
            updates |= self.campaigns.words(language)
        return updates | self._chat_words(language) if self.has_chat else updates

    def _chat_words(self, language: Language) -> Updates:
        named = {
            self.new: "new-thread", self.rename: "rename", self.delete: "delete", self.save: "save",
            self.keep: "cancel", self.really: "delete-sure", self.spare: "cancel",
            self.send: "send", self.halt: "stop",
        }  # fmt: skip
        updates: Updates = {
            button: gr.Button(word(language, text)) for button, text in named.items()
        }
        for chip, text in zip(self.chips, self._questions(language), strict=True):
            updates[chip] = gr.Button(text)
        return updates | {
            self.heading: f"<h2 class='sw-side'>{escape(word(language, 'threads'))}</h2>",
            self.new_title: gr.Textbox(label=word(language, "new-title")),
            self.chat_tab: gr.Tab(word(language, "tab-chat")),
            self.box: gr.MultimodalTextbox(placeholder=word(language, "ask-here")),
            self.foot: f"<p class='sw-foot'>{escape(word(language, 'privacy'))}</p>",
        }

    @property
    def worded(self) -> list[Any]:
        """The components that `words` updates."""
        parts = [self.hero, self.chooser]
        parts += [self.forms_tab, self.models_tab, self.models]
        if self.campaigns is not None:
            parts += [self.drafts_tab, *self.campaigns.worded]
        if self.has_chat:
            parts += [self.new, self.heading, self.rename, self.delete, self.new_title, self.save]
            parts += [self.keep, self.really, self.spare, self.chat_tab, self.box]
            parts += [self.send, self.halt, self.foot, *self.chips]
        return parts

    @property
    def thread_panels(self) -> list[Any]:
        """The components that `panels` updates."""
        return [self.thread_tools, self.renaming, self.deleting]

    def panels(self, shown: str | None) -> Updates:
        """The tools of the open thread, of which at most one panel is visible.

        Args:
            shown: tools, renaming or deleting; `None` when no kept thread is open.
        """
        return {
            self.thread_tools: gr.Row(visible=shown == "tools"),
            self.renaming: gr.Column(visible=shown == "renaming"),
            self.deleting: gr.Row(visible=shown == "deleting"),
        }

    def _hero(self, language: Language) -> str:
        kind = "" if self.has_chat else "-forms"
        return (
            f"<div class='sw-hero{kind}'><h2>{escape(word(language, f'welcome{kind}'))}</h2>"
            f"<p>{escape(word(language, f'tagline{kind}'))}</p></div>"
        )

    def _questions(self, language: Language) -> list[str]:
        """The examples, those in the page's language first."""
        order = [language, *(other for other in LANGUAGES if other != language)]
        return [text for one in order for text in self.examples.get(one, ())]


def chatbot(name: str) -> gr.Chatbot:
    """The kept conversation, or the turn being answered; apart, so that old charts stay still."""
    return gr.Chatbot(
        visible=False,
        show_label=False,
        container=False,
        height="auto",
        elem_id=name,
        elem_classes="sw-chat",
        latex_delimiters=[],
        buttons=[],
        allow_tags=False,
        autoscroll=False,
    )
