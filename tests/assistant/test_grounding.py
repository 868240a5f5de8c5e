from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.composing.figures import numbers_in, renderings, spellings
from assistant.grounding import figures_in, is_grounded
from tests.assistant.composing.calls import call, fact, figure

TOP = fact(
    "top",
    "answer",
    text="Headphones made CN¥61,531 in October 2026, 12.0% of the total.",
    figures=[figure("CN¥61,531", 61531.2), figure("12.0%", 0.12)],
)
OTHER = fact("other", text="Orders came to 412.", figures=[figure("412", 412)])
CALLS = [
    call([TOP], [{"what": "Headphones", "revenue": 61531.2}], {"what": None, "revenue": "money"}),
    call([OTHER]),
]


def test_a_sentence_said_word_for_word_is_grounded_and_names_its_call() -> None:
    answer = f"{TOP.text} {OTHER.text}"
    assert is_grounded(answer, CALLS)
    assert [(f.text, f.tool_call) for f in figures_in(answer, CALLS, "en")] == [
        ("CN¥61,531", 0),
        ("12.0%", 0),
        ("412", 1),
    ]


def test_a_figure_in_another_rendering_names_its_call_and_value() -> None:
    answer = "Headphones made 6.2万, with 412 orders."
    assert is_grounded(answer, CALLS)
    assert [(f.text, f.tool_call, f.value) for f in figures_in(answer, CALLS, "en")] == [
        ("6.2万", 0, 61531.2),
        ("412", 1, 412.0),
    ]


def test_the_questions_numbers_list_numbers_and_days_are_grounded() -> None:
    answer = "The top 5 in October 2026:\n1. Headphones"
    assert is_grounded(answer, CALLS, "the top 5?")
    assert not is_grounded(answer, CALLS)
    assert not is_grounded("It was so in 2025.", CALLS)


def test_numbers_in_words_are_not_grounded() -> None:
    assert not is_grounded("Sales doubled.", CALLS)
    assert not is_grounded("大约三成。", CALLS)


def test_an_error_is_grounded() -> None:
    assert is_grounded("No data before 2020.", [call(error="No data before 2020.")])


@given(st.integers(1, 99_999_999), st.data())
def test_a_figure_altered_by_one_digit_is_caught(hundredths: int, data: st.DataObject) -> None:
    value = hundredths / 100
    text = f"{value:,.2f}"
    calls = [call([fact("a", text=f"It was {text}.", figures=[figure(text, value)])])]
    place = data.draw(st.sampled_from([n for n, c in enumerate(text) if c.isdigit()]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
    altered = text[:place] + digit + text[place + 1 :]
    assert is_grounded(f"So: {text} it is.", calls)
    assume(float(altered.replace(",", "")) != value)
    assert not is_grounded(f"So: {altered} it is.", calls)


@given(st.floats(0.01, 9e9), st.sampled_from(["money", "share", "plain"]))
def test_every_rendering_is_read_back_as_itself(value: float, kind: str) -> None:
    for number in renderings(value, kind, "¥"):
        for text in spellings(number):
            (shown,) = numbers_in("¥" + text if number.mark == "¥" else text)
            assert shown.number == number
