"""How the page looks and how it is served: own colours, system fonts, nothing from elsewhere."""

from pathlib import Path
from typing import Any

import gradio as gr
from gradio.themes.utils import colors

LARGEST_FILE = "100mb"
"""Beyond it nothing is taken in at all; what is too large for the tools they say themselves."""
STYLES = Path(__file__).parent / "page.css"

PINE = colors.Color(
    name="pine",
    c50="#f0f7f4", c100="#dcece6", c200="#bbdacf", c300="#8fc1b0", c400="#5fa48f",
    c500="#3b8873", c600="#2b6e5c", c700="#24594b", c800="#1f473d", c900="#1b3b33", c950="#0d211c",
)  # fmt: skip
STONE = colors.Color(
    name="stone",
    c50="#faf9f7", c100="#f3f2ee", c200="#e6e4de", c300="#d3d0c8", c400="#a5a39c",
    c500="#77766f", c600="#57564f", c700="#3b3c3a", c800="#24272a", c900="#1b1e21", c950="#131517",
)  # fmt: skip

_SYSTEM = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "system-ui", "sans-serif"]
_SANS = [gr.themes.LocalFont("IBM Plex Sans"), *_SYSTEM]
_MONO = [gr.themes.LocalFont("IBM Plex Mono"), "ui-monospace", "monospace"]

_FOLLOW_CHOICE = """<script>
document.addEventListener('DOMContentLoaded', () => {
  const chosen = localStorage.getItem('storewise-theme');
  if (chosen) setTimeout(() => document.body.classList.toggle('dark', chosen === 'dark'), 0);
});
</script>"""

TOGGLE_THEME = """() => {
  const dark = document.body.classList.toggle('dark');
  localStorage.setItem('storewise-theme', dark ? 'dark' : 'light');
}"""

CLOSE_SIDEBAR = """(...given) => {
  if (innerWidth < 768) document.querySelector('#sidebar.open .toggle-button')?.click();
  return given;
}"""
"""On a phone the list of conversations would cover the page."""

SHOW_QUESTION = """() => {
  const row = document.querySelector('#live .user-row');
  if (row && row.dataset.shown !== row.innerText) {
    row.dataset.shown = row.innerText;
    row.scrollIntoView({block: 'start', behavior: 'smooth'});
  }
}"""

SHOW_LAST = """() => requestAnimationFrame(() => {
  const rows = document.querySelectorAll('#chat .user-row');
  if (rows.length > 1) rows[rows.length - 1].scrollIntoView({block: 'start'});
})"""

SHOW_ANSWER = """() => setTimeout(() => {
  const rows = document.querySelectorAll('#chat .user-row');
  if (rows.length) rows[rows.length - 1].scrollIntoView({block: 'start', behavior: 'smooth'});
}, 100)"""
"""All that stands below the question is seen, or as much of it as fits."""

COPY = """(...given) => {
  const box = document.querySelector('#reply textarea');
  if (navigator.clipboard) navigator.clipboard.writeText(box.value);
  else { box.select(); document.execCommand('copy'); }
  return given;
}"""
"""The clipboard is there on this machine and over https only; elsewhere the old way works."""


def theme() -> gr.themes.Base:
    """Warm paper by day, soft near-black by night, one green accent."""
    return gr.themes.Base(
        primary_hue=PINE,
        secondary_hue=PINE,
        neutral_hue=STONE,
        radius_size="lg",
        font=_SANS,
        font_mono=_MONO,
    ).set(
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
        body_text_color="#23272a",
        body_text_color_dark="#e7e6e2",
        body_text_color_subdued="*neutral_500",
        body_text_color_subdued_dark="*neutral_400",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="*neutral_900",
        background_fill_secondary="*neutral_100",
        background_fill_secondary_dark="*neutral_900",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_shadow="none",
        block_label_background_fill="transparent",
        block_label_background_fill_dark="transparent",
        input_background_fill="#ffffff",
        input_background_fill_dark="*neutral_800",
        input_border_color="*neutral_200",
        input_border_color_dark="*neutral_700",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_600",
        button_primary_background_fill_hover_dark="*primary_500",
        button_primary_text_color="#ffffff",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_hover="*primary_50",
        button_secondary_background_fill_dark="*neutral_800",
        button_secondary_background_fill_hover_dark="*neutral_700",
        button_secondary_border_color="*neutral_200",
        button_secondary_border_color_dark="*neutral_700",
        border_color_primary="*neutral_200",
        border_color_primary_dark="*neutral_700",
        color_accent_soft="*primary_50",
        color_accent_soft_dark="*primary_950",
    )


def serve_page(
    page: gr.Blocks,
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    block: bool = True,
) -> str:
    """Serve `page` and return its address.

    Args:
        page: From `ui.page.build_page`.
        host: Address to listen on; the default is reached from this machine only.
        port: Port to listen on.
        open_browser: Open the page in the person's browser.
        block: Stay until interrupted; otherwise serve from a background thread.

    Raises:
        OSError: If the port is taken.
    """
    look: dict[str, Any] = {"theme": theme(), "css_paths": [STYLES], "head": _FOLLOW_CHOICE}
    _, url, _ = page.queue(default_concurrency_limit=4).launch(
        server_name=host,
        server_port=port,
        inbrowser=open_browser,
        prevent_thread_lock=not block,
        share=False,
        quiet=True,
        show_error=False,
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        mcp_server=False,
        max_file_size=LARGEST_FILE,
        **look,
    )
    return str(url)
