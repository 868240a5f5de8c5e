from tests.ui.scripted import ScriptedTools
from ui.forms import fields_of, given

TOOLS = ScriptedTools()


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
