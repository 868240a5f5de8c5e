"""What of a question asks for several steps: its parts, and a group that must be found first."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tools.lexicon import Lexicon
from tools.mentions import Mention

JOINT = re.compile(
    r"^[\s,，;；]*(?:(?:and|also|plus|then|but|as well as|along with|together with|while)\b\s*"
    r"|[&+]\s*|以及|并且|而且|另外|此外|还有|顺[便手带]|同时|然后|接着|完了|最后|再|[和与及])*",
    re.IGNORECASE,
)
"""Words that join a part to the one before."""
COMPOUND = re.compile(
    r"组合|搭配|套餐|对子|\s*(?:pairs?|combinations?|combos?|bundles?)\b", re.IGNORECASE
)
"""What makes of a word for a group one for several together ("商品组合")."""
SENTENCE = re.compile(r"(?<=[?!？！。])\s*|(?<=[a-z]{2}\.)\s+")
"""Where a sentence ends."""
BETWEEN = re.compile(r"\bbetween\s+\S+$", re.IGNORECASE)
"""The first of two bounds, which "and" only joins to the second."""
STEPS = Path(__file__).parent / "prompts" / "steps.yaml"


@dataclass(frozen=True)
class Leading:
    """A group named by its rank ("our best-selling category"), unknown until figures are asked.

    Attributes:
        dimension: What kind of group it is.
        phrase: The words that name it.
        rest: The question with `{winner}` in their place.
    """

    dimension: str
    phrase: str
    rest: str


def asks_anew(question: str, piece: str, start: int, after: int) -> bool:
    """Whether a whole question ends before a joint and another one begins after it.

    What speaks of an earlier piece ("… and how did it change?") belongs to it.

    Args:
        question: The question.
        piece: What of it lies before the joint.
        start: Where the joint begins.
        after: Where it ends.
    """
    if (start, after) not in _spans("boundaries", question):
        return False
    rest = question[after:]
    if says("refers_back", rest) or says("adverbial", rest):
        return False
    return says("asks", piece) and says("asks", rest)


def asked(question: str) -> str:
    """`question` without the sentences that only tell something, where another one asks."""
    sentences = [sentence for sentence in SENTENCE.split(question) if sentence.strip()]
    told = [
        not says("asks", s) and (says("declaring", s.strip()) or says("stating", s))
        for s in sentences
    ]
    if not any(told) or not any(says("asks", sentence) for sentence in sentences):
        return question
    return " ".join(s for s, tells in zip(sentences, told, strict=True) if not tells)


def joints(question: str) -> list[tuple[int, int]]:
    """Where a next part may begin: start of the words between, and end of them.

    In order; of several that begin in one place the longest comes first.
    """
    spans = {*_spans("boundaries", question), *_spans("joints", question)}
    spans = {
        span
        for span in spans
        if not BETWEEN.search(question[: span[0]]) and not _is_condition(question[: span[0]])
    }
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def _is_condition(before: str) -> bool:
    """Whether the sentence that ends here only says on what condition something is asked."""
    return says("condition", SENTENCE.split(before)[-1])


def leading(question: str, lexicon: Lexicon) -> Leading | None:
    """The first group that `question` names by its rank, if it names one and only one of them."""
    for mention in lexicon.find(question):
        grouped = mention.kind == "dimension" and not mention.text.lower().endswith("s")
        if grouped and not COMPOUND.match(question, mention.end):
            start, end = _reach(question, mention, lexicon)
            if (start, end) != (mention.start, mention.end):
                rest = f"{question[:start]} {{winner}} {question[end:]}"
                return Leading(mention.name, question[start:end].strip(), rest)
    return None


def pointed(part: str, name: str = "winner", stand_in: str = "{winner}") -> str:
    """`part` with `stand_in` for the words that point to what was ranked first, else before it.

    Args:
        part: A question about it.
        name: List in prompts/steps.yaml of words that point to it.
        stand_in: What takes their place.
    """
    for pattern in _patterns(name):
        if pattern.search(part):
            return pattern.sub(f" {stand_in} ", part, count=1)
    return f"{stand_in}: {part}"


def points_back(before: str, rest: str) -> bool:
    """Whether `before` asks for one by its rank, and `rest` asks something about it.

    >>> points_back("Which brand sold most?", "What is said about it?")
    True
    """
    points = says("winner", rest) or says("customer", rest)
    return points and says("superlative", before) and says("asks", rest)


def standing_in(question: str) -> str:
    """`question` with a word that points in place of `{winner}`."""
    if re.search(r"[\u4e00-\u9fff]", question):
        text = question.replace("顾客 {winner}", "该顾客").replace("{winner}", "它")
        return re.sub(r"\s*(该顾客|它)\s*", r"\1", text).strip()
    text = question.replace("customer {winner}", "this customer").replace("{winner}", "it")
    return re.sub(r"\s+(?=[?.,:!])", "", " ".join(text.split()))


def found(name: str, text: str) -> list[re.Match[str]]:
    """The first places of `text` that hold words listed under `name` in prompts/steps.yaml."""
    places = (pattern.search(text) for pattern in _patterns(name))
    return [place for place in places if place]


def says(name: str, text: str) -> bool:
    """Whether `text` holds one of the words listed under `name` in prompts/steps.yaml."""
    return any(pattern.search(text) for pattern in _patterns(name))


def wants_file(text: str) -> bool:
    """Whether `text` asks for all that is known of a customer."""
    return says("customer", text) and says("file", text)


def leading_metric(phrase: str) -> str | None:
    """The metric that the words of a ranking stand for ("most returned"), if they name one."""
    pairs: list[tuple[str, str]] = declared()["leading_metrics"]
    return next((metric for words, metric in pairs if re.search(words, phrase, re.I)), None)


@lru_cache
def declared() -> dict[str, Any]:
    """The content of prompts/steps.yaml."""
    listed: dict[str, Any] = yaml.safe_load(STEPS.read_text(encoding="utf-8"))
    return listed


@lru_cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in declared()[name])


def _spans(name: str, question: str) -> list[tuple[int, int]]:
    """Start and end of the joints of one kind inside `question`."""
    found = (m.span() for pattern in _patterns(name) for m in pattern.finditer(question))
    return sorted(span for span in found if span[0] > 0 and span[1] < len(question))


def bare(piece: str) -> str:
    """A piece without the words that join it to the one before."""
    for name in ("boundaries", "joints"):
        for pattern in _patterns(name):
            match = pattern.match(piece)
            piece = piece[match.end() :] if match else piece
    return JOINT.sub("", piece).strip(" ,，;；、()（）-–—")


def _reach(question: str, mention: Mention, lexicon: Lexicon) -> tuple[int, int]:
    """Start and end of the words that name a group by its rank, around the word for the group."""
    start, end = mention.start, mention.end
    for pattern in _patterns("leading_before"):
        if match := pattern.search(question[:start]):
            start = match.start()
            named = [m for m in lexicon.find(question[:start]) if m.kind == "metric"]
            if named and named[-1].end == start:
                start = named[-1].start  # "退货率最高的品类"
            return start, _measured(question, end, lexicon)
    for pattern in _patterns("leading_after"):
        if match := pattern.search(question[end:]):
            end += match.end()
            named = [m for m in lexicon.find(question) if m.kind == "metric" and m.start >= end]
            if named and not question[end : named[0].start].strip():
                end = named[0].end
            the = re.search(r"\b(?:the|our)\s+$", question[:start], re.IGNORECASE)
            return (the.start() if the else start), end
    return start, end


def _measured(question: str, end: int, lexicon: Lexicon) -> int:
    """Where the words of a rank end, with the metric it goes by ("the top category by units")."""
    by = re.match(r"\s+(?:.{0,20}\s)?(?:by|in terms of)\s+", question[end:], re.IGNORECASE)
    if by is None:
        return end
    named = [m for m in lexicon.find(question) if m.kind == "metric"]
    return next((m.end for m in named if m.start == end + by.end()), end)
