"""The real page with a scripted assistant, driven in Chromium."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.tools.effects.test_uploads import mails
from tests.ui.browser import MARKS, App, ask

pytestmark = MARKS


def test_an_answer_streams_and_stands_beside_its_table_and_chart(app: App, page: Page) -> None:
    page.goto(app.url)
    ask(page, "How did revenue by category change?")
    expect(page.locator("#live .sw-dot.running")).to_be_visible()
    expect(page.get_by_text("Headphones sold best").first).to_be_visible()
    expect(page.locator("#send")).to_be_visible()
    chat = page.locator("#chat")
    expect(chat).to_contain_text("Only orders placed in the app are counted.")
    expect(chat.locator("table")).to_contain_text("CN¥128,450")
    expect(chat.locator(".js-plotly-plot .barlayer path")).to_have_count(5)
    expect(chat).to_contain_text("Based on 12,345 orders")
    chat.locator(".sw-call > summary").click()
    chat.locator(".sw-sql > summary").click()
    expect(chat.locator("pre")).to_contain_text("GROUP BY category")


def test_a_failing_tool_is_said_in_its_card(app: App, page: Page) -> None:
    page.goto(app.url)
    ask(page, "unknown figure?")
    expect(page.locator("#chat .sw-error")).to_contain_text("There is no figure called “zest”.")


def test_a_bug_is_one_polite_line(app: App, page: Page) -> None:
    page.goto(app.url)
    ask(page, "crash please")
    expect(page.locator("#chat")).to_contain_text("Something went wrong on our side")
    expect(page.locator("body")).not_to_contain_text("secret")
    expect(page.locator("#send")).to_be_visible()


def test_stop_ends_the_answer_and_keeps_what_was_said(app: App, page: Page) -> None:
    page.goto(app.url)
    ask(page, "a long story")
    expect(page.locator("#live")).to_contain_text("Line 5.")
    page.locator("#stop").click()
    expect(page.locator("#send")).to_be_visible()
    expect(page.locator("#chat")).to_contain_text("Line 5.")
    expect(page.locator("#chat")).not_to_contain_text("Line 399.")


def test_a_conversation_survives_a_restart_with_table_and_chart(
    browser: Browser, page: Page, tmp_path: Path
) -> None:
    app = App(tmp_path)
    try:
        page.goto(app.url)
        page.get_by_role("button", name="Revenue by month this year").click()
        expect(page.locator("#chat .js-plotly-plot .scatterlayer .trace")).to_have_count(2)
        page.get_by_label("Like", exact=True).or_(
            page.get_by_title("like", exact=True)
        ).first.click()
        expect(page.locator("body")).to_contain_text("noted as helpful")
        app.stop()
        app.start()
        page.goto(app.url)
        expect(page.locator("#chat")).to_contain_text("Headphones sold best")
        expect(page.locator("#chat table")).to_contain_text("Oct 2026")
        expect(page.locator("#chat .js-plotly-plot .scatterlayer .trace")).to_have_count(2)
    finally:
        app.stop()


def test_threads_can_be_renamed_and_deleted(app: App, page: Page) -> None:
    page.goto(app.url)
    ask(page, "A question to forget")
    expect(page.locator("#rename")).to_be_visible()
    page.locator("#rename").click()
    page.get_by_label("New name").fill("Another name")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#threads")).to_contain_text("Another name")
    page.locator("#delete").click()
    page.get_by_role("button", name="Really delete?").click()
    expect(page.locator("#threads")).not_to_contain_text("Another name")
    expect(page.locator("#welcome")).to_be_visible()


def test_the_page_speaks_the_browsers_language_or_the_chosen_one(
    app: App, chinese_page: Page
) -> None:
    page = chinese_page
    page.goto(app.url)
    expect(page.locator("#send")).to_have_text("提问")
    ask(page, "10月各品类的销售额")
    expect(page.locator("#chat table")).to_contain_text("销售额占比")
    expect(page.locator("#chat")).to_contain_text("基于 12,345 条订单记录")
    page.locator("#language").get_by_text("English").click()
    expect(page.locator("#send")).to_have_text(re.compile("Ask"))
    page.reload()
    expect(page.locator("#send")).to_have_text(re.compile("Ask"))


def test_forms_give_the_numbers_without_a_model(forms: App, page: Page) -> None:
    page.goto(forms.url)
    expect(page.locator("#question")).to_have_count(0)
    page.locator("#run-form").click()
    expect(page.locator("#form-facts")).to_contain_text("Willow & Reed")
    expect(page.locator(".sw-table")).to_contain_text("CN¥128,450")
    expect(page.locator(".js-plotly-plot .barlayer path")).to_have_count(5)
    page.locator("#tool-choice").get_by_text("From view to purchase").click()
    page.locator("#field-device textarea, #field-device input").fill("broken")
    page.locator("#run-form").click()
    expect(page.locator(".sw-error")).to_contain_text("a fault in Storewise")


def test_the_page_fits_a_phone(app: App, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(app.url)
    expect(page.locator("#question textarea")).to_be_visible()
    expect(page.locator("#sidebar.open")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_table_dropped_into_the_box_goes_with_the_question(
    app: App, page: Page, tmp_path: Path
) -> None:
    page.goto(app.url)
    expect(page.locator("#question textarea")).to_be_visible()
    data = page.evaluate_handle(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(
            ['arm,visit\\na,1\\nb,0\\n'], 'our test.csv', {type: 'text/csv'}
          ));
          return data;
        }"""
    )
    page.locator("#question .full-container").dispatch_event("drop", {"dataTransfer": data})
    expect(page.locator("#question .thumbnail-item")).to_be_visible()
    ask(page, "How did revenue by category change?")
    expect(page.locator("#chat .sw-file").last).to_have_text("our_test.csv")
    kept = app.folder / "uploads" / "our_test.csv"
    assert kept.read_text() == "arm,visit\na,1\nb,0\n"
    page.reload()
    expect(page.locator("#chat .sw-file").last).to_have_text("our_test.csv")


def test_a_table_without_a_question_is_asked_what_it_shows(
    app: App, chinese_page: Page, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("arm,visit\na,1\n")
    chinese_page.goto(app.url)
    chinese_page.locator("#question input[type=file]").set_input_files(table)
    expect(chinese_page.locator("#question .thumbnail-item")).to_be_visible()
    chinese_page.locator("#send").click()
    expect(chinese_page.locator("#chat .user-row").last).to_contain_text("这个实验的结果怎么样？")


def test_an_empty_table_is_refused_in_words_and_the_question_kept(
    app: App, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "empty.csv").write_text("")
    page.goto(app.url)
    page.locator("#question input[type=file]").set_input_files(tmp_path / "empty.csv")
    expect(page.locator("#question .thumbnail-item")).to_be_visible()
    ask(page, "did it work?")
    expect(page.get_by_text("is empty; export it again")).to_be_visible()
    expect(page.locator("#question textarea")).to_have_value("did it work?")


def test_a_table_put_into_a_form_is_analysed(forms: App, page: Page, tmp_path: Path) -> None:
    table = tmp_path / "our mails.csv"
    mails(600).to_csv(table, index=False)
    page.goto(forms.url)
    page.get_by_text("What a test shows").click()
    page.locator("#field-file input[type=file]").set_input_files(table)
    expect(page.locator("#field-file")).to_contain_text("our mails")
    page.locator("#field-outcome input, #field-outcome textarea").first.fill("visit")
    page.locator("#run-form").click()
    expect(page.locator("#form-facts .answer")).to_contain_text("visit")
    expect(page.locator("#form-facts")).to_contain_text("our_mails.csv")
