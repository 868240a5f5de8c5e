from assistant.composing.offers import MAX_OFFERED, Offers, lead, offered, with_needs
from tests.assistant.composing.calls import call, fact, figure
from tools.wording.statements import Fact

TOTAL = fact("total", "answer")
BEST = fact("best", needs=("few",))
FEW = fact("few", "caveat")
WORST = fact("worst")


def test_the_direct_answer_leads_wherever_it_stands() -> None:
    assert lead([BEST, TOTAL, FEW]) == TOTAL
    assert lead([BEST, WORST]) == BEST


def test_a_claim_brings_its_caveat_once() -> None:
    assert with_needs(BEST, [TOTAL, BEST, FEW, FEW, WORST]) == [BEST, FEW]


def test_what_was_said_and_what_a_claim_brings_are_not_offered() -> None:
    assert offered([TOTAL, FEW, BEST, WORST], [TOTAL]) == [BEST, WORST]


def test_a_caveat_nobody_brings_is_offered_after_the_claims() -> None:
    assert offered([TOTAL, FEW, WORST], [TOTAL]) == [WORST, FEW]


def test_a_sentence_without_a_new_figure_is_not_offered() -> None:
    first = Fact(message="a", role="answer", text="7 of 8.", figures=(figure("7"), figure("8")))
    again = Fact(message="b", role="highlight", text="It was 7.", figures=(figure("7"),))
    assert offered([first, again, BEST], [first]) == [BEST]


def test_several_calls_lead_in_order_and_share_what_is_offered() -> None:
    many = [fact(f"a{n}") for n in range(9)]
    offers = Offers.of([call([TOTAL, *many]), call([WORST, BEST, FEW])], "en")
    assert [one.message for one in offers.leads] == ["total", "worst"]
    assert [one.message for one in offers.options] == ["a0", "best", "a1"]
    assert len(Offers.of([call([TOTAL, *many])], "en").options) == MAX_OFFERED


def test_the_lead_brings_what_it_needs() -> None:
    offers = Offers.of([call([BEST, WORST, FEW])], "en")
    assert offers.leads == (BEST, FEW)
    assert offers.options == (WORST,)


def test_a_call_that_failed_says_why() -> None:
    offers = Offers.of([call(error="No such month."), call([TOTAL, WORST])], "en")
    assert [one.text for one in offers.leads] == ["No such month.", TOTAL.text]
    assert offers.options == (WORST,)
