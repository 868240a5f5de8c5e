import logging

import pytest

from assistant.composing import compose
from assistant.composing.ledger import Ledger
from assistant.composing.woven import grammar, refused
from tests.assistant.composing.calls import call, fact
from tests.scripted_model import ScriptedChatModel, accepts

ROWS = [{"category": "Headphones"}, {"category": "Mats"}]
TOP = fact("top", "answer", text="Headphones had the highest revenue.")
FELL = fact("fell", text="Revenue fell by 3.4%.")
FEW = fact("few", "caveat", text="Few orders: 7.")
LOW = fact("low", text="Mats came to 5.", needs=("few",))
CALL = call([TOP, FELL, LOW, FEW], ROWS, {"category": None})
LEDGER = Ledger((CALL,), "en")
FACTS = [TOP.text, FELL.text]


class Unheld(ScriptedChatModel):
    takes_grammar = False


def woven(script: str, *, held: bool = True) -> str:
    model = (ScriptedChatModel if held else Unheld)(script=[script])
    parts = compose("woven", "How?", [CALL], "en", model, lambda: False)
    return "".join(part for part in parts if isinstance(part, str))


def test_facts_stand_verbatim_between_the_models_own_sentences() -> None:
    said = woven("That is worth a closer look.\n2\nConsider a campaign next.")
    assert said == (
        "Headphones had the highest revenue. That is worth a closer look. "
        "Mats came to 5. Few orders: 7. Consider a campaign next."
    )


def test_the_grammar_holds_prose_to_sentences_without_numbers() -> None:
    held = grammar(2)
    assert accepts(held, "Have a look at the headphones.\n1")
    assert accepts(held, "可以再看看耳机的表现。\n2")
    for line in (
        "3",
        "12",
        "It was 5 in all.",
        "It was ５ in all.",
        "二十个耳机。",
        "Up a % or so.",
    ):
        assert not accepts(held, line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Headphones lead the way.",
        "Revenue dropped.",
        "Consider promoting the shop.",
        "耳机表现最好。",
    ],
)
def test_prose_may_claim_what_a_fact_claims(sentence: str) -> None:
    assert refused(sentence, FACTS, LEDGER) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Mats lead the way.",  # of another thing
        "Headphones fell.",
        "Revenue grew.",  # another trend
        "That is because of the weather.",
        "这是因为天气。",
        "销量上升了。",
        "Sales doubled.",
        "大约一半来自老客户。",
        "It was 3.4 percent.",
    ],
)
def test_prose_may_claim_no_more(sentence: str) -> None:
    assert refused(sentence, FACTS, LEDGER)


def test_what_claims_too_much_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "assistant.composing"):
        said = woven("Sales grew because of the weather.\n1")
    assert said == "Headphones had the highest revenue. Revenue fell by 3.4%."
    assert "because" in caplog.text


def test_a_model_without_grammars_says_no_digit_of_its_own() -> None:
    said = woven("Revenue was 900.\n[1]\nLook again. It made 12.", held=False)
    assert said == "Headphones had the highest revenue. Revenue fell by 3.4%. Look again."
