import pytest
from langchain_core.messages import AIMessage

from assistant.composing import compose
from assistant.composing.choosing_facts import TOKENS_SHOWN, pick_grammar, shown, tokens_in, told
from assistant.composing.offers import Offers
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
    assert answer(["32"], CALL) == "Sentence total. Sentence worst. Sentence best. Sentence few."


def test_picking_the_direct_answer_leaves_it_alone() -> None:
    assert answer(["1"], CALL) == "Sentence total."


def test_nothing_to_choose_asks_no_model() -> None:
    assert answer([], call([TOTAL])) == "Sentence total."
    assert answer([], call(error="No.")) == "No."


def test_chinese_sentences_stand_without_a_space() -> None:
    assert answer(["3"], CALL, language="zh") == "Sentence total.Sentence worst."


@pytest.mark.parametrize(
    "reply", ["I would say 3.", "3, 3 and 9", "[3]", "**3**", "In 2026: 3", "1 3"]
)
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

    *_, last = compose("facts", "How?", [CALL], "en", Counting(script=["1"]), lambda: False)
    assert isinstance(last, AIMessage)
    assert last.usage_metadata["input_tokens"] == 5
    assert last.content == ""


def test_the_grammar_takes_up_to_three_different_numbers() -> None:
    grammar = pick_grammar(4)
    assert all(accepts(grammar, text) for text in ("1", "13", "314"))
    assert not any(accepts(grammar, text) for text in ("", "0", "5", "11", "1234"))


def test_the_model_is_shown_the_shared_period_in_no_sentence() -> None:
    model = ScriptedChatModel(script=["1"])
    dated = call([fact("a", text="Orders came to 7 in October 2026."), WORST])
    list(compose("facts", "How?", [dated], "en", model, lambda: False))
    assert model.seen[0][-1].content == "1 Orders came to 7.\n2 Sentence worst.\n\nHow?"


def test_what_the_questions_words_call_for_is_said_without_the_model() -> None:
    top = fact("top", "answer", text="Hats had the highest revenue.")
    low = fact("low", text="Mats had the lowest revenue.")
    offers = Offers.of([call([top, FEW, low])], "en")
    assert told("Which one sells worst?", offers) == [low]
    assert told("Which one sells best?", offers) == []
    assert told("Which one sells best, and how much in all?", offers) is None
    assert told("Anything new?", offers) is None


def test_why_is_answered_with_what_moved_most() -> None:
    fell = fact("total", "answer", text="Revenue fell to 7.")
    mover = fact("mover", text="Hats lost most: down 3.")
    offers = Offers.of([call([fell, WORST, mover])], "en")
    assert told("Why did revenue fall?", offers) == [mover]


def test_two_parts_answered_by_two_leads_need_no_model() -> None:
    offers = Offers.of([call([TOTAL, BEST, FEW]), call([WORST, FEW])], "en")
    assert told("How many orders, and how many returns?", offers) == []


def test_each_metric_asked_has_its_own_answer() -> None:
    orders = fact("orders", "answer", text="Orders came to 7.")
    offers = Offers.of([call([TOTAL, orders, WORST])], "en")
    assert told("Revenue and orders?", offers) == [orders]


def test_customers_words_are_quoted() -> None:
    quotes = [fact(f"q{n}", text=f"“Nice {n}.” — Lamp [r{n}]") for n in range(3)]
    offers = Offers.of([call([TOTAL, *quotes])], "en")
    assert told("What do people say about the lamp?", offers) == quotes[:2]


@pytest.mark.parametrize(
    "text", ["Orders rose to 700 because of hats. " * 9, "订单数升至七百。" * 30]
)
def test_the_model_is_shown_little_however_much_there_is_to_say(text: str) -> None:
    numbered = {str(n): fact(f"f{n}", "answer" if n < 3 else "highlight", text=text)
                for n in range(1, 9)}  # fmt: skip
    instructions, asked = shown("Why did orders rise?", numbered, "")
    assert tokens_in(str(asked.content)) <= TOKENS_SHOWN + 20
    assert tokens_in(str(instructions.content)) < 50
    assert str(asked.content).count("…") == 8


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what did the letter cost us, and did it do anything?", "It cost 40 yuan."),
        ("how many were still buying after half a year?", "6 months after their first order, 9%."),
        ("of those with something in the basket, who bought?", "With something in the cart, 20%."),
        ("多少人加购之后溜掉了", "With something in the cart, 20%."),
        ("what did the letter bring in?", "What it did to revenue cannot be told."),
        ("how much money did the letter make us", "What it did to revenue cannot be told."),
        ("那封信带来了多少生意", "What it did to revenue cannot be told."),
        ("how did it go?", None),
    ],
)
def test_what_a_question_names_is_told_though_other_sentences_rank_higher(
    question: str, said: str | None
) -> None:
    texts = [
        "Up by 3%.",
        "3 months after their first order, 12%.",
        "It cost 40 yuan.",
        "6 months after their first order, 9%.",
        "Another.",
        "One more.",
        "With something in the cart, 20%.",
        "What it did to revenue cannot be told.",
    ]
    facts = [fact("all", "answer"), *(fact(text, text=text) for text in texts)]
    chosen = told(question, Offers.of([call(facts)], "en"))
    assert [one.text for one in chosen or []] == ([said] if said else [])


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("how many orders did July bring, and which brand most of them?", True),
        ("What were the takings in July, by region?", True),
        ("三季度卖了多少，其中哪个牌子最多？", True),
        ("各渠道订单，合计也要", True),
        ("which brand brought most orders?", False),
        ("哪个牌子的订单最多？", False),
        ("how many orders did each brand bring?", False),
    ],
)
def test_who_asks_for_the_whole_beside_its_groups_hears_it(question: str, whole: bool) -> None:
    first = fact(
        "metrics-end-share", "answer", text="Velo had the most orders, the highest figure."
    )
    total = fact("metrics-total", text="All of it.")
    offers = Offers.of([call([first, total, fact("worst")])], "en")
    assert (total in (told(question, offers) or ())) == whole
