"""The page of customer service in Chromium, with assistants that follow a script."""

import re

from playwright.sync_api import Page, expect

from tests.ui.browser import MARKS, App, ask

pytestmark = MARKS


def opened(page: Page, app: App) -> None:
    page.goto(app.url)
    page.locator("#pages a").last.click()
    expect(page.locator("#chat .bot-row")).to_have_count(1)


def test_a_change_is_confirmed_and_the_conversation_rated(app: App, page: Page) -> None:
    opened(page, app)
    expect(page.locator("#chat")).to_contain_text("Hello, and welcome")
    ask(page, "please cancel my order")
    expect(page.locator("#chat .sw-card")).to_have_count(2)
    expect(page.get_by_text("Speaking with Ann Lee")).to_be_visible()
    page.locator("#say-yes").click()
    expect(page.locator("#chat")).to_contain_text("You wrote: Yes, please")
    expect(page.locator("#say-yes")).to_be_hidden()
    page.locator("#stars label").nth(3).click()
    expect(page.locator("body")).to_contain_text("your rating is kept")
    page.reload()
    expect(page.locator("#chat")).to_contain_text("You wrote: Yes, please")
    page.locator("#new-customer").click()
    expect(page.locator("#chat")).not_to_contain_text("You wrote")


def test_a_hand_over_is_seen_and_its_summary_folded(app: App, page: Page) -> None:
    opened(page, app)
    ask(page, "a person please")
    banner = page.locator(".sw-banner")
    expect(banner).to_contain_text("A colleague takes over")
    expect(banner.get_by_text("Ann wants a person.")).to_be_hidden()
    banner.locator("summary").click()
    expect(banner.get_by_text("Ann wants a person.")).to_be_visible()


def test_stop_ends_the_waiting_and_the_answer_is_shown(app: App, page: Page) -> None:
    opened(page, app)
    ask(page, "a slow one")
    page.locator("#stop").click()
    expect(page.locator("#chat")).to_contain_text("You wrote: a slow one")
    expect(page.locator("#send")).to_be_visible()


def test_a_suggestion_is_said_another_way_with_one_click(app: App, page: Page) -> None:
    opened(page, app)
    page.get_by_role("tab", name="Copilot").click()
    page.locator("#copilot-message textarea").fill("May I return it?")
    page.locator("#suggest").click()
    reply = page.locator("#reply textarea")
    expect(reply).to_have_value("You may return it.")
    page.locator("#edits").get_by_role("button", name="Warmer").click()
    expect(reply).to_have_value("Gladly!")
    page.locator("#copy").click()
    expect(page.locator("body")).to_contain_text("Copied.")


def test_it_speaks_the_chosen_language_on_both_pages_and_fits_a_phone(
    forms: App, chinese_page: Page
) -> None:
    page = chinese_page
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page, forms)
    expect(page.locator(".sw-lacking")).to_have_count(2)
    expect(page.locator("#send")).to_have_text("发送")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#language").get_by_text("English").click()
    expect(page.locator("#send")).to_have_text(re.compile("Send"))
    page.locator("#pages a").first.click()
    expect(page.locator("#run-form")).to_have_text(re.compile("Show"))
