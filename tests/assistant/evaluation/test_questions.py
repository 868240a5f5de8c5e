from pathlib import Path

import pytest

from assistant.evaluation.questions import OneOfMappings, OneOfThese, load_questions
from tools.errors import SettingsError

ONE = "{id: a, kind: talk, language: en, question: hi, tools: [about_store]}"


def written(folder: Path, text: str) -> Path:
    file = folder / "set.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults_stand_under_each_question(tmp_path):
    text = """
    defaults: {kind: talk, language: zh, tools: [about_store]}
    questions:
      - {id: a, question: 你好, arguments: {topic: greeting}}
      - {id: b, language: en, thread: [hi, thanks], tools: [{any_of: [x, y]}]}
    """
    one, two = load_questions([written(tmp_path, text)])
    assert (one.language, one.arguments) == ("zh", ({"topic": "greeting"},))
    assert (two.language, two.asked, two.tools) == (
        "en",
        "thanks",
        (OneOfThese(any_of=("x", "y")),),
    )


def test_arguments_may_be_one_of_several_mappings(tmp_path):
    entry = ONE.replace("talk, ", "figures, arguments: {any_of: [{a: {any_of: [1]}}, {}]}, ")
    (question,) = load_questions([written(tmp_path, f"questions: [{entry}]")])
    one = OneOfMappings(any_of=({"a": OneOfThese(any_of=(1,))}, {}))
    assert question.arguments == (one,)


def test_a_set_is_called_what_its_file_says_or_is_called(tmp_path):
    (named,) = load_questions([written(tmp_path, f"set: first\nquestions: [{ONE}]")])
    (unnamed,) = load_questions([written(tmp_path, f"questions: [{ONE}]")])
    assert (named.set, unnamed.set) == ("first", "set")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- just a list", "cannot be read as a question set"),
        ("questions: [}", "cannot be read as a question set"),
        (f"questions: [{ONE}, {ONE}]", "Two questions are called 'a'"),
        (f"questions: [{ONE.replace('talk', 'chat')}]", "Question 'a' in .*kind"),
        (f"questions: [{ONE.replace('question: hi, ', '')}]", "either `question` or `thread`"),
        (f"questions: [{ONE.replace('hi', 'hi, tool: x')}]", "Question 'a' in .*tool"),
    ],
)
def test_a_set_that_is_not_right_is_told_by_name(tmp_path, text, message):
    with pytest.raises(SettingsError, match=message):
        load_questions([written(tmp_path, text)])


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match=r"none\.yaml"):
        load_questions([tmp_path / "none.yaml"])
