from assistant import composing
from tests.scripted_model import accepts
from tools.wording.statements import Fact, Figure


def fact(message: str, role: str = "highlight", needs: tuple[str, ...] = ()) -> Fact:
    return Fact(message=message, role=role, text=f"Sentence {message}.", needs=needs)


TOTAL = fact("total", "answer")
BEST = fact("best", needs=("few",))
FEW = fact("few", "caveat")
WORST = fact("worst")


def test_the_direct_answer_leads_wherever_it_stands() -> None:
    assert composing.lead([BEST, TOTAL, FEW]) == TOTAL
    assert composing.lead([BEST, WORST]) == BEST


def test_a_claim_brings_its_caveat_once() -> None:
    said = composing.with_needs([TOTAL, BEST, BEST], [TOTAL, BEST, FEW, WORST])
    assert said == [TOTAL, BEST, FEW]


def test_the_grammar_lets_through_offered_sentences_and_nothing_else() -> None:
    grammar = composing.grammar([BEST, WORST])
    assert accepts(grammar, "Sentence worst.\nSentence best.")
    assert not accepts(grammar, "Sentence worst. Revenue doubled.")
    assert not accepts(grammar, "Sentence total.")
    assert not accepts(grammar, "")


def test_quotes_and_chinese_in_a_sentence_survive_the_grammar() -> None:
    quoted = Fact(message="q", role="highlight", text='“好用” says "Ann" \\ 5 stars\nagain')
    line = '“好用” says "Ann" \\ 5 stars again'
    assert accepts(composing.grammar([quoted]), line)
    assert read(line, [quoted]) == [quoted]


def read(text: str, options: list[Fact]) -> list[Fact]:
    lines = composing.Lines(options)
    return [fact for piece in text for fact in lines.add(piece)] + list(lines.rest())


def test_sentences_are_read_off_as_they_are_written() -> None:
    assert read("Sentence worst.\nSentence best.", [BEST, WORST]) == [WORST, BEST]


def test_a_sentence_cut_off_in_the_middle_is_not_said() -> None:
    assert read("Sentence worst.\nSentence be", [BEST, WORST]) == [WORST]


def test_the_lead_and_what_it_needs_are_not_offered_again() -> None:
    lead = fact("total", "answer", needs=("few",))
    assert composing.offered([lead, FEW, BEST, WORST]) == [BEST, WORST]


def test_a_sentence_without_a_new_figure_is_not_offered() -> None:
    seven, eight = (Figure(text=text, value=float(text)) for text in ("7", "8"))
    lead = Fact(message="a", role="answer", text="7 of 8.", figures=(seven, eight))
    again = Fact(message="b", role="highlight", text="It was 7.", figures=(seven,))
    assert composing.offered([lead, again, BEST]) == [BEST]
