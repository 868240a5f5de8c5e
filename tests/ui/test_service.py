"""The page of customer service without a browser: what is shown, asked and kept."""

import time
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from gradio.blocks import BlockContext

from assistant.time_limit import TimeLimit
from tests.ui.scripted_service import ScriptedService
from tools.service.consent import answer_in
from ui.copilot import Copilot
from ui.customer_chat import CustomerChat
from ui.words import LANGUAGES, word

REQUEST: Any = SimpleNamespace(session_hash="browser")


@pytest.fixture
def service() -> ScriptedService:
    return ScriptedService()


@pytest.fixture
def chat(service: ScriptedService) -> CustomerChat:
    return CustomerChat(lambda: service, TimeLimit())  # no page: nothing is left open after it


@pytest.fixture
def copilot(service: ScriptedService, monkeypatch: pytest.MonkeyPatch) -> Copilot:
    monkeypatch.setattr(BlockContext, "fill_expected_parents", lambda _: None)  # needs a page
    return Copilot(lambda: service, TimeLimit())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    for kind in ("Warning", "Info"):
        monkeypatch.setattr(gr, kind, lambda text, **_: told.append(text))
    return told


def say(chat: CustomerChat, message: str, thread: str = "t1", rated: str | None = None) -> Any:
    """What the page shows after a message."""
    return list(chat._say(message, thread, rated, "en", REQUEST))[-1]


def shown(chat: CustomerChat, updates: Any) -> str:
    """The words of the chat."""
    messages = updates[chat.chat].value
    return "\n".join(part["value"] for message in messages for part in message["content"])


def test_it_opens_with_a_greeting_in_the_pages_language(chat):
    opened = chat._open(None, "zh")
    assert "您好，欢迎光临" in shown(chat, opened)
    assert opened[chat.welcome].visible
    assert opened[chat.thread] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_store_lacks_is_said(service, chat, language):
    service.lacking = ("contacts", "policies")
    told = chat._open(None, language)[chat.lacking]
    assert "storewise import contacts" in told
    assert "policies" in told


def test_an_answer_comes_piece_by_piece_and_stands_with_its_sources(chat):
    steps = list(chat._say("please cancel <i>it</i>", None, None, "en", REQUEST))
    text = shown(chat, steps[-1])
    assert "You wrote: please cancel &lt;i&gt;it&lt;/i&gt;" in text
    assert text.count("class='sw-card'") == 2  # the two points of one policy share a card
    assert "&lt;b&gt;unused&lt;/b&gt;" in text
    assert "Ann Lee" in steps[-1][chat.who]
    assert len(steps) > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_for_yes_and_no_say_what_counts_as_such(language):
    assert answer_in(word(language, "service-yes")) == "yes"
    assert answer_in(word(language, "service-no")) == "no"


def test_yes_and_no_are_offered_in_her_language_while_a_change_waits(chat):
    waiting = say(chat, "我想取消")
    assert waiting[chat.choice].visible
    assert waiting[chat.yes].value == word("zh", "service-yes")
    assert not say(chat, "no")[chat.choice].visible


def test_a_hand_over_is_shown_as_long_as_it_lasts_with_its_summary_folded(chat):
    assert "Ann wants a person." in say(chat, "a person please")[chat.banner]
    later = say(chat, "hello?")[chat.banner]
    assert later.count("<details>") == 1
    assert "colleague" in later


def test_a_bug_is_one_polite_line_and_a_refusal_its_own(chat):
    step = list(chat._say("crash", "t1", None, "en", REQUEST))[-2]
    assert "went wrong" in shown(chat, step)
    assert "secret" not in shown(chat, step)
    step = list(chat._say("nobody", "t1", None, "en", REQUEST))[-2]
    assert "u9" in shown(chat, step)


def test_stop_lets_the_assistant_end_its_work_and_keeps_the_answer(service, chat):
    steps = chat._say("slow one", "t1", None, "en", REQUEST)
    next(steps), next(steps)
    chat._stop(REQUEST)
    assert "You wrote: slow one" in shown(chat, list(steps)[-1])
    assert len(service.turns["t1"]) == 1


def test_an_answer_is_kept_even_if_its_reader_goes_away(service, chat):
    steps = chat._say("slow one", "t1", None, "en", REQUEST)
    next(steps), next(steps), next(steps)  # its first words are there
    chat._stop(REQUEST)
    steps.close()
    deadline = time.monotonic() + 20
    while "t1" not in service.turns and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(service.turns["t1"]) == 1


def test_nothing_is_asked_without_words(service, chat):
    assert say(chat, "  ") == {chat.box: ""}
    assert service.turns == {}


def test_a_rating_is_kept_and_a_new_conversation_clears_it(service, chat, said):
    first = say(chat, "hello")
    assert first[chat.rating].visible
    chat._rate("t1", 4, None, "en")
    chat._rate("t1", 4, "no", "en")
    assert service.ratings == {"t1": (4, False)}
    assert said
    assert chat.rating not in chat._new("en")  # the one before can still be rated
    assert chat.stars not in say(chat, "more", "t1", rated="t1")
    assert say(chat, "hello", "t2", rated="t1")[chat.stars].value is None


def test_a_suggestion_stands_with_its_sources_notes_and_ways_to_say_it(service, copilot):
    found = copilot._suggest("May I return it?", " u1 ", "Hi\n\nIt is broken", "en")
    assert service.asked == [("May I return it?", "u1", ["Hi", "It is broken"])]
    assert found[copilot.reply] == "You may return it."
    assert "Not recognised &lt;yet&gt;." in found[copilot.notes]
    assert "Returns" in found[copilot.sources]
    labels = [found[button].value for button in copilot.edits if found[button].visible]
    assert labels == ["As suggested", "Shorter", "Warmer"]
    assert found[copilot.replies] == ["You may return it.", "In 15 days.", "Gladly!"]


def test_what_cannot_be_suggested_is_said(copilot, said):
    assert copilot._suggest(" ", "", "", "zh") == {}
    assert copilot._suggest("hello", "u9", "", "en") == {}
    assert said == [word("zh", "copilot-empty"), "There is no customer u9 in this store."]


def test_a_browser_lists_its_own_conversations_and_nobody_elses(chat):
    for thread in ("t1", "t2", "foreign"):
        say(chat, f"hello from {thread}", thread=thread)
    listed = chat._list("t2", ["t1", "gone"], "en")
    assert listed[chat.own] == ["t2", "t1"]
    assert [title for title, _ in listed[chat.earlier].choices] == [
        "hello from t2",
        "hello from t1",
    ]
    assert listed[chat.earlier].value == "t2"
    assert "hello from t1" in shown(chat, chat._open("t1", "en"))


def test_there_is_no_list_where_there_is_nothing_to_return_to(chat):
    say(chat, "hello")
    assert not chat._list("t1", [], "en")[chat.earlier].visible
    new = chat._list(None, ["t1"], "zh")[chat.earlier]
    assert new.visible
    assert new.choices[0] == ("以前的对话", "")
