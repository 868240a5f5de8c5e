import pytest

from assistant.composing import compose
from assistant.composing.free import grammar, refused
from assistant.composing.ledger import Ledger
from tests.assistant.composing.calls import call, fact, figure
from tests.scripted_model import ScriptedChatModel, accepts

ROWS = [
    {"category": "Headphones", "revenue": 61531.2, "share": 0.12},
    {"category": "Mats", "revenue": 4535.0, "share": 0.009},
]
TOP = fact(
    "top",
    "answer",
    text="Headphones had the highest revenue in October 2026: CN¥61,531, 12.0% of the total.",
    figures=[figure("CN¥61,531", 61531.2), figure("12.0%", 0.12)],
)
TOTAL = fact(
    "total",
    text="Revenue came to CN¥512,705 in October 2026.",
    figures=[figure("CN¥512,705", 512705.3)],
)
UNITS = {"category": None, "revenue": "money", "share": "share"}
CALL = call([TOP, TOTAL], ROWS, UNITS, currency="CNY")
LEDGER = Ledger((CALL,), "en", "the top 5?")


class Unheld(ScriptedChatModel):
    takes_grammar = False


def free(script: list[str], *, held: bool = True) -> str:
    model = (ScriptedChatModel if held else Unheld)(script=script)
    parts = compose("free", "the top 5?", [CALL], "en", model, lambda: False)
    said = "".join(part for part in parts if isinstance(part, str))
    assert not model.script
    return said


@pytest.mark.parametrize(
    "text",
    [
        "Headphones made ¥61.5k, 12% of all.",
        "Headphones: 61,531; mats: 4535",
        "整体为51.27万元。",
        "In October 2026 it was fine.",
        "1. Headphones",
        "The top 5 are these.",
        "No figure here.",
    ],
)
def test_figures_of_the_results_may_be_written(text: str) -> None:
    assert accepts(grammar(LEDGER), text)
    assert refused(text, LEDGER) is None


@pytest.mark.parametrize("text", ["61,532", "Total 512,7055", "12.5", "6 1,531", "４５３５", "½"])
def test_no_other_digits_can_be_written(text: str) -> None:
    assert not accepts(grammar(LEDGER), text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales doubled.",
        "It was a third of it.",
        "Headphones made twelve sales.",
        "占三成。",
        "几乎翻倍。",
        "共十二件。",
        "Mats made CN¥61,531.",
        "Headphones made 12.0%, Mats 12.0%.",
        "Mats made CN¥512,705.",
        "Headphones made $61,531.",
        "Headphones made 61,531%.",
        "Headphones made ¥12.",
        "It was so in 2025.",
        "It was so on 3 November 2026.",
    ],
)
def test_a_wrong_number_in_words_label_unit_or_day_is_refused(sentence: str) -> None:
    assert refused(sentence, LEDGER)


@pytest.mark.parametrize(
    "sentence",
    [
        "Headphones made CN¥61,531 and Mats 4,535.",
        "Headphones hold 12% of the total of CN¥512,705.",
    ],
)
def test_a_figure_of_the_thing_it_belongs_to_passes(sentence: str) -> None:
    assert refused(sentence, LEDGER) is None


def test_a_sentence_that_fails_is_left_out() -> None:
    said = free(["Headphones made CN¥61,531. Mats made 61,531. That is all."])
    assert said == "Headphones made CN¥61,531. That is all."


def test_the_answer_falls_back_to_facts_when_nothing_passes() -> None:
    assert free(["It was 999."], held=False) == TOP.text
