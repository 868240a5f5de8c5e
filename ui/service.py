"""The page of customer service: the customer's chat, and suggestions for a human agent."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import gradio as gr

from assistant.time_limit import TimeLimit
from tools.wording.values import Language
from ui.copilot import Copilot
from ui.customer_chat import CustomerChat
from ui.header import Header, Updates
from ui.words import word

if TYPE_CHECKING:  # its libraries take a second
    from assistant.service import ServiceAssistant


class ServicePage:
    """Places the page's components; made inside a route of the page's `gr.Blocks`.

    Args:
        service: Gives the customers' assistant, loaded when the page is first opened.
        seconds: Most an answer may take; service has a turn of its own beside the tools.
        store_name: The store's name, for the heading.
    """

    def __init__(
        self, service: "Callable[[], ServiceAssistant]", seconds: float, store_name: str
    ) -> None:
        def interrupt() -> None:
            service().service.store.interrupt()

        limit = TimeLimit(seconds, interrupt)
        with gr.Column(elem_id="main"):
            self.header = Header(store_name, "service", linked=True)
            with gr.Tabs(elem_id="tabs"):
                with gr.Tab(word("en", "tab-customer"), id="customer") as self.chat_tab:
                    self.chat = CustomerChat(service, limit)
                with gr.Tab(word("en", "tab-copilot"), id="copilot") as self.copilot_tab:
                    self.copilot = Copilot(service, limit)

    def wire(self, blocks: gr.Blocks) -> None:
        """Bind what people do to what happens."""
        worded = [self.chat_tab, self.copilot_tab, *self.chat.worded, *self.copilot.worded]
        spoken = self.header.wire(blocks, self._words, worded)
        self.chat.wire(self.header.language, spoken)
        self.copilot.wire(self.header.language)

    def _words(self, language: Language) -> Updates:
        tabs: Updates = {
            self.chat_tab: gr.Tab(word(language, "tab-customer")),
            self.copilot_tab: gr.Tab(word(language, "tab-copilot")),
        }
        return tabs | self.chat.words(language) | self.copilot.words(language)
