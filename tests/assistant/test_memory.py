from langchain_core.messages import AIMessage, ToolMessage

from assistant.memory import remember
from assistant.turn import ToolCall, Turn


def turn(n: int, tool: str = "query_metrics", answer: str = "") -> Turn:
    fact = f"Revenue in week {n} was CN¥{n}00."
    call = ToolCall(name=tool, arguments={"period": f"w{n}"}, status="ok", facts=(fact, "And so."))
    said = answer or f"{fact} And so."
    return Turn(question=f"Week {n}?", answer=said, language="en", tool_calls=(call,))


def calls(messages: list) -> list[str]:
    asked = [m.tool_calls for m in messages if isinstance(m, AIMessage)]
    return [call["args"]["period"] for calls in asked for call in calls]


def test_a_follow_up_reaches_back_over_any_number_of_thanks() -> None:
    turns = [turn(1), *(turn(n, "about_store") for n in range(2, 9))]
    memory = remember(turns, read_whole=False)
    assert calls(memory.messages) == ["w1"]
    assert memory.n_summarised == 0


def test_only_the_last_few_calls_go_along_when_nobody_reads_the_conversation() -> None:
    memory = remember([turn(n) for n in range(1, 9)], read_whole=False)
    assert calls(memory.messages) == ["w6", "w7", "w8"]


def test_a_conversation_that_fits_goes_along_whole() -> None:
    memory = remember([turn(n) for n in range(1, 9)], read_whole=True)
    assert calls(memory.messages) == [f"w{n}" for n in range(1, 9)]
    assert memory.n_summarised == 0
    found = [m.content for m in memory.messages if isinstance(m, ToolMessage)]
    assert found[0] == "Revenue in week 1 was CN¥100.\nAnd so."


def test_turns_that_do_not_fit_are_summarised_by_their_first_sentence() -> None:
    long = [
        turn(n, answer=f"Revenue in week {n} was CN¥{n}00. " + "And so. " * 200)
        for n in range(1, 9)
    ]
    memory = remember(long, read_whole=True)
    assert 0 < memory.n_summarised < 8
    summary = str(memory.messages[0].content)
    assert "Week 1? → Revenue in week 1 was CN¥100." in summary
    assert "And so" not in summary
    assert calls(memory.messages) == [f"w{n}" for n in range(memory.n_summarised + 1, 9)]


def test_a_very_long_conversation_says_how_much_of_it_is_left_out() -> None:
    memory = remember([turn(n, answer=f"{n} " * 3000) for n in range(1, 200)], read_whole=True)
    assert "older turns left out" in str(memory.messages[0].content)
