"""The scripted page, with a chat and without, and a browser to drive it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.ui.browser import CHROMIUM, QUIET, App


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = App(tmp_path_factory.mktemp("chat"))
    yield app
    app.stop()


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = App(tmp_path_factory.mktemp("forms"), "none")
    yield app
    app.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from _page(browser, "en-US")


@pytest.fixture
def chinese_page(browser: Browser) -> Iterator[Page]:
    yield from _page(browser, "zh-CN")


def _page(browser: Browser, locale: str) -> Iterator[Page]:
    """A page that fails the test if anything is asked of another host."""
    strangers: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            strangers.append(request.url)

    context = browser.new_context(locale=locale, viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.on("request", watch)
    yield page
    context.close()
    assert strangers == []
