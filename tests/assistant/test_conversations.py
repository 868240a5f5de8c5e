from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.conversations import Conversations
from assistant.turn import ToolCall, Turn
from tests.ui.scripted import categories_result, months_result
from tools.errors import DataError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "conversations.sqlite"


@pytest.fixture
def conversations(path: Path) -> Conversations:
    return Conversations(path)


def turn(question: str, **kept: object) -> Turn:
    return Turn(question=question, answer="Well.", language="en", **kept)


def test_a_turn_is_the_same_after_a_restart(path: Path) -> None:
    result = categories_result("en")
    call = ToolCall(
        name="query_metrics", arguments={"top": 3}, status="ok", seconds=1, result=result
    )
    Conversations(path).add("t", turn("How much?", tool_calls=(call,)))
    (kept,) = Conversations(path).turns("t")
    assert kept.question == "How much?"
    assert kept.tool_calls[0].result is not None
    assert kept.tool_calls[0].result.chart == result.chart
    assert [float(row["revenue"]) for row in kept.tool_calls[0].result.rows] == [
        float(row["revenue"]) for row in result.rows if isinstance(row["revenue"], Decimal)
    ]


def test_days_come_back_as_days_or_their_iso_text(conversations: Conversations) -> None:
    call = ToolCall(
        name="query_metrics", arguments={}, status="ok", seconds=1, result=months_result()
    )
    conversations.add("t", turn("By month?", tool_calls=(call,)))
    kept = conversations.turns("t")[0].tool_calls[0].result
    assert kept is not None
    assert str(kept.rows[0]["month"]) == str(date(2026, 1, 1))


def test_threads_are_listed_latest_first_under_their_first_question(
    conversations: Conversations,
) -> None:
    conversations.add("a", turn("First  question\nhere"))
    conversations.add("b", turn("Second"))
    conversations.add("a", turn("Third"))
    assert [(t.thread_id, t.title) for t in conversations.threads()] == [
        ("a", "First question here"),
        ("b", "Second"),
    ]
    assert [t.question for t in conversations.turns("a")] == ["First  question\nhere", "Third"]


def test_a_long_question_gives_a_short_title(conversations: Conversations) -> None:
    conversations.add("a", turn("word " * 50))
    title = conversations.threads()[0].title
    assert len(title) <= 60
    assert title.endswith("…")


def test_renaming_needs_a_name(conversations: Conversations) -> None:
    conversations.add("a", turn("Old"))
    conversations.rename("a", "   ")
    assert conversations.threads()[0].title == "Old"
    conversations.rename("a", "New")
    assert conversations.threads()[0].title == "New"


def test_deleting_forgets_the_turns_too(conversations: Conversations) -> None:
    conversations.add("a", turn("One"))
    conversations.delete("a")
    assert conversations.threads() == []
    assert conversations.turns("a") == []


def test_feedback_is_kept_for_each_turn_and_can_be_taken_back(conversations: Conversations) -> None:
    conversations.add("a", turn("One"))
    conversations.add("a", turn("Two"))
    conversations.judge("a", 1, "down")
    assert conversations.feedback("a") == [None, "down"]
    conversations.judge("a", 1, None)
    assert conversations.feedback("a") == [None, None]


def test_another_kind_of_file_is_a_sentence_for_the_operator(tmp_path: Path) -> None:
    path = tmp_path / "conversations.sqlite"
    path.write_text("not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(DataError, match=r"conversations\.sqlite"):
        Conversations(path)
