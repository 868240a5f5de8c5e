import pytest
from langchain_core.messages import AIMessage

from assistant.composing import compose
from assistant.composing.choosing_facts import pick_grammar
from assistant.turn import ToolCall
from tests.assistant.composing.calls import call, fact
from tests.scripted_model import ScriptedChatModel, accepts

TOTAL = fact("total", "answer")
BEST = fact("best", needs=("few",))
FEW = fact("few", "caveat")
WORST = fact("worst")
CALL = call([TOTAL, BEST, WORST, FEW])


class Unheld(ScriptedChatModel):
    takes_grammar = False


def answer(script: list[str], *calls: ToolCall, language: str = "en", unheld: bool = False) -> str:
    model = (Unheld if unheld else ScriptedChatModel)(script=script)
    parts = compose("facts", "How?", calls, language, model, lambda: False)
    said = "".join(part for part in parts if isinstance(part, str))
    assert not model.script
    return said


def test_numbers_become_their_sentences_and_bring_caveats() -> None:
    assert answer(["21"], CALL) == "Sentence total. Sentence worst. Sentence best. Sentence few."


def test_none_leaves_the_direct_answer_alone() -> None:
    assert answer(["0"], CALL) == "Sentence total."


def test_nothing_to_choose_asks_no_model() -> None:
    assert answer([], call([TOTAL])) == "Sentence total."
    assert answer([], call(error="No.")) == "No."


def test_chinese_sentences_stand_without_a_space() -> None:
    assert answer(["2"], CALL, language="zh") == "Sentence total.Sentence worst."


@pytest.mark.parametrize("reply", ["I would say 2.", "2, 2 and 9", "[2]", "**2**", "In 2026: 2"])
def test_a_model_that_cannot_be_held_is_read_leniently(reply: str) -> None:
    assert answer([reply], CALL, unheld=True) == "Sentence total. Sentence worst."


def test_a_stopped_turn_asks_no_model() -> None:
    model = ScriptedChatModel(script=[])
    assert list(compose("facts", "How?", [CALL], "en", model, lambda: True)) == ["Sentence total."]


def test_what_choosing_cost_is_told() -> None:
    class Counting(ScriptedChatModel):
        def _generate(self, *args, **kwargs):
            result = super()._generate(*args, **kwargs)
            result.generations[0].message.usage_metadata = {
                "input_tokens": 5,
                "output_tokens": 1,
                "total_tokens": 6,
            }
            return result

    *_, last = compose("facts", "How?", [CALL], "en", Counting(script=["0"]), lambda: False)
    assert isinstance(last, AIMessage)
    assert last.usage_metadata["input_tokens"] == 5
    assert last.content == ""


def test_the_grammar_takes_up_to_two_different_numbers() -> None:
    grammar = pick_grammar(3)
    assert all(accepts(grammar, text) for text in ("0", "1", "13", "31"))
    assert not any(accepts(grammar, text) for text in ("", "4", "11", "123", "01"))
