"""The top of every page: the store's name, the other page, the language, light and dark."""

from collections.abc import Callable
from html import escape
from typing import Any, Literal

import gradio as gr

from tools.wording.values import Language
from ui.theme import TOGGLE_THEME
from ui.words import LANGUAGES, preferred, word

Updates = dict[Any, Any]
Page = Literal["marketing", "service"]
ADDRESSES: dict[Page, str] = {"marketing": "./", "service": "./service"}
"""Each page's address seen from any other, also behind a proxy that serves them in a folder."""
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


class Header:
    """Placed first in a page's column; made inside a `gr.Blocks`.

    Args:
        store_name: The store's name.
        page: The page it heads.
        linked: Whether there is another page to go to.
    """

    def __init__(self, store_name: str, page: Page, *, linked: bool) -> None:
        self.page = page
        self.linked = linked
        self.language = gr.State("en")
        kept: dict[str, Any] = {"secret": "page"}  # hides nothing, outlives a restart
        self.wanted = gr.BrowserState("auto", storage_key="storewise-language", **kept)
        with gr.Row(elem_id="header", equal_height=True):
            gr.HTML(f"<h1 class='sw-brand'><span></span>{escape(store_name)}</h1>")
            self.links = gr.HTML("", elem_id="pages", visible=linked, min_width=0)
            self.switch = gr.Radio(
                _languages("en"),
                value="auto",
                show_label=False,
                container=False,
                elem_id="language",
                min_width=160,
            )
            self.shade = gr.Button("◐", elem_id="shade", size="sm", min_width=40, scale=0)

    def wire(
        self, blocks: gr.Blocks, words: Callable[[Language], Updates], worded: list[Any]
    ) -> list[Any]:
        """Let the page speak the browser's language, or the one that is chosen.

        Args:
            blocks: The page.
            words: Gives every other word of the page.
            worded: The components that `words` updates.

        Returns:
            The events after which the page speaks, to go on from.
        """

        def speak(wanted: str, request: gr.Request) -> Updates:
            language: Language = preferred(request.headers.get("accept-language"))
            if wanted in LANGUAGES:
                language = "zh" if wanted == "zh" else "en"
            return self._words(language, wanted) | words(language)

        parts = [self.language, self.links, self.switch, *worded]
        self.shade.click(None, js=TOGGLE_THEME, api_visibility="private")
        self.switch.input(lambda wanted: wanted, self.switch, self.wanted, **_QUIET)
        return [
            blocks.load(speak, self.wanted, parts, **_QUIET),
            self.switch.input(speak, self.switch, parts, **_QUIET),
        ]

    def _words(self, language: Language, wanted: str) -> Updates:
        return {
            self.language: language,
            self.links: self._nav(language) if self.linked else "",
            self.switch: gr.Radio(_languages(language), value=wanted),
        }

    def _nav(self, language: Language) -> str:
        links = "".join(
            f"<a href='{address}'{' aria-current=page' if page == self.page else ''}>"
            f"{escape(word(language, f'page-{page}'))}</a>"
            for page, address in ADDRESSES.items()
        )
        return f"<nav class='sw-pages'>{links}</nav>"


def _languages(language: Language) -> list[tuple[str, str]]:
    return [(word(language, "language-auto"), "auto"), ("English", "en"), ("中文", "zh")]
