from assistant.toolbox import Toolbox
from tests.ui.scripted import ScriptedTools
from ui.forms import fields_of, given, run_form

TOOLS = ScriptedTools()
BOX = Toolbox({"query_metrics": TOOLS.query_metrics, "funnel": TOOLS.funnel})


def test_fields_follow_the_signature_and_the_docstring() -> None:
    fields = {f.name: f for f in fields_of(TOOLS.query_metrics, {"metrics": ["revenue"]})}
    assert list(fields) == ["metrics", "by", "category", "period", "top"]
    assert (fields["metrics"].kind, fields["metrics"].choices) == (list, ("revenue",))
    assert fields["metrics"].required
    assert fields["by"].choices == ("day", "week", "month")
    assert fields["by"].closed
    assert fields["top"].default == 10
    assert fields["top"].help == "How many groups to show, best first."


def test_blank_fields_keep_the_defaults() -> None:
    fields = fields_of(TOOLS.query_metrics, {})
    filled = given(fields, (["revenue"], "", None, " 2026-10 ", 5.0))
    assert filled == {"metrics": ["revenue"], "period": "2026-10", "top": 5}


def test_a_form_gives_a_call_with_a_result_or_a_sentence() -> None:
    call = run_form(BOX, "query_metrics", {"metrics": ["revenue"]}, "en")
    assert not isinstance(call, str)
    assert call.result is not None
    refused = run_form(BOX, "query_metrics", {"metrics": ["revenue"], "category": "toys"}, "zh")
    assert not isinstance(refused, str)
    assert "toys" in (refused.error or "")


def test_a_bug_in_a_tool_is_one_polite_line() -> None:
    said = run_form(BOX, "funnel", {"device": "broken"}, "en")
    assert isinstance(said, str)
    assert "secret" not in said
