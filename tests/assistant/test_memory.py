from langchain_core.messages import AIMessage

from assistant.memory import remember
from assistant.turn import ToolCall, Turn
from tools.result import Provenance, ToolResult


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
    memory = remember(turns)
    assert calls(memory) == ["w1"]


def test_only_the_last_few_calls_go_along_when_nobody_reads_the_conversation() -> None:
    memory = remember([turn(n) for n in range(1, 9)])
    assert calls(memory) == ["w6", "w7", "w8"]


def test_a_follow_up_knows_the_draft_that_was_made() -> None:
    result = ToolResult(
        tool="draft_campaign",
        columns=(),
        rows=(),
        statements=(),
        provenance=Provenance(tables=()),
        draft="win-back-1",
    )
    call = ToolCall(name="draft_campaign", arguments={"goal": "x"}, status="ok", result=result)
    said = Turn(question="Draft it", answer="Done.", language="en", tool_calls=(call,))
    asked = [m for m in remember([said]) if isinstance(m, AIMessage) and m.tool_calls]
    assert asked[0].tool_calls[0]["args"] == {"goal": "x", "draft": "win-back-1"}
    assert {"kind": "draft", "tool_call": 0, "id": "win-back-1"} in said.to_json()["artifacts"]
