# ruff: noqa: E501  # a pattern reads best on one line
"""What a question takes back as it goes on ("by channel, no wait, by device")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TAKES_BACK = re.compile(
    r"\b(?:no,? wait|wait,? no|wait,? sorry|no,? sorry|sorry,? (?:no|i mean(?:t)?|make that)|oops|scratch that|strike that|cancel that|correction|my (?:mistake|bad)|make that|i mean(?:t)? to say|i mean(?:t)?|i should (?:say|have said)|(?:should|ought to) (?:be|read)|rather(?! than)|or actually|no,? actually|actually,? no|nope|on second thoughts?|never ?mind|nvm)\b"
    r"|(?<=[\w)] )[-–—] (?:no|sorry|wait|actually)\b|(?<=\w)(?:[,.;:…]+|\s*[(–—])\s*(?:no+|sorry|wait|hang on|hold on|er+m?|actually)\b(?=[,.!;:…–— ]+(?!(?:one|longer|more|less|fewer|matter|need|idea|problem)\b)\w)"
    r"|[哦噢喔嗷啊呃额诶欸唉哎呀]\s*(?:不对?|错了)|不不不?|不对(?!劲|称|头|吗|吧)|(?<=[，,。.…、—])[啊哎诶欸唉呃额哦喔]?(?:不是|不|唔系|唔係|算了|且慢)(?=[，,。.…、—])|(?<=[，,。.…、—])[啊哎诶欸呃额哦喔嗯]{1,2}(?=[，,。.…、—])|算了"
    r"|(?:我?[说說写打讲講记記搞弄看][错錯岔]了?)|口误|口誤|更正(?:一下)?|等等|等一下|应该是说?|我(?:是说|的意思是)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"[\s,.;:!，。；：！、]*(?:(?:and |but )?not\b|rather than\b|instead of\b|不是|不要|而不是|唔系|唔要)",
    re.IGNORECASE,
)
"""Words after those that take back, which tell what was not meant ("by brand I mean, not by item")."""
_NOT_MEANT = re.compile(
    r"(?:(?<![是还并既也都])(?:并?不是|唔系|唔係)|(?:^|[.!?…,;–—]\s*|\b(?:i (?:said|meant)|it.?s|that.?s|is|was|meant) )(?:not|isn.t|wasn.t))\s*(?:the |in |on |for |from |by |说|讲|按|看|在)*$",
    re.IGNORECASE,
)
"""Words before a name that was not meant, where another of its kind is told for it."""
_ANOTHER_NO = re.compile(r"(?<![a-z])no$", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|without|minus|not|excluding)\s+$", re.IGNORECASE)
"""Words for none of something, twice in a row."""
_INSTEAD = re.compile(
    r"[^，。,.?？!！；;]{0,6}(?:[，,。….;:–—-]|\bbut\b|而是|是|系|係)[^.?？!！]{0,24}",
    re.IGNORECASE,
)
"""What stands between such a name and the one told for it."""
_SAID = re.compile(
    r"\b(?:i|we)(?:['’]ve| have| had)? (?:just |only )?(?:said|say|wrote|written|typed|put(?: down)?|asked (?:for|about)|told you|mentioned|called it)(?: (?:in|for|the|by|about))*\s*$"
    r"|(?:[说說讲講写寫打问問](?:的是|成|了|咗|嘅係|嘅系))(?:了|咗)?\s*$",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\W*(?:(?:but|and|when|while|though|instead|where|here|there) )*(?:(?:i|we|it)(?:['’]d| had| have|['’]ve)? )?(?:actually |really |of course |obviously )?(?:meant?|(?:should|ought to|was supposed to|were supposed to|was to) (?:have )?(?:be(?:en)?|say|said|written|put|read|wrote)|wanted|want|intended|was (?:after|thinking of|looking for)|had in mind)(?: (?:to )?(?:say|write|type|put|ask (?:for|about)))?(?: (?:in|for|the|by|about))*\s*"
    r"|(?:了|啦|嘅|的)?[，,。\s]*(?:但|但是|可是?|不过|结果)?(?:我)?(?:其实|实际上?|本来|原本|应该|应当|想|要)+(?:我)?(?:是|系|係|想|要|该)*(?:说|讲|问|写|打|指)?(?:的是|嘅系|的)?(?:是|系)?\s*",
    re.IGNORECASE,
)
"""Words before a name that was only said, and those between it and the one that was meant."""
_DENIES = re.compile(
    r"不是|唔[系係]|\b(?:not|isn.t|wasn.t)\b|\b(?:said|wrote|typed|put|asked|told|mentioned)\b|[说說讲講写寫打问問](?:的|成|了|咗|嘅)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,，。.;；?？!！]")
_NEAR = 30
"""Most characters between what is taken back and the words that do so, and from these on."""
Kind = tuple[str, str]
"""What sort of thing a stretch names: two of one sort may stand for one another."""


@dataclass(frozen=True)
class Told:
    """A stretch of a question that names something.

    Attributes:
        kind: What sort of thing.
        start: Where it begins.
        end: Where it ends.
    """

    kind: Kind
    start: int
    end: int


_GIVES_UP = re.compile(
    r"\b(?:forget|never ?mind|scratch|strike|skip|leave|ignore|drop|scrap|actually|nah|no)\b|算了|罢了|[不别唔]比了|[不别甭莫唔](?:问|说|管|讲|提|查)|当我",
    re.IGNORECASE,
)
"""Words that may give up all that was asked before them."""


def corrects(text: str) -> bool:
    """Whether `text` may take something back."""
    return _TAKES_BACK.search(text) is not None


_INTENDED = re.compile(
    r"\b(?:meant|intended|should (?:have|read|be|say)|supposed to)\b|(?:其实|实际上?|本来|原本|应该|应当)(?:是|系|係|想|要)*(?:问|说|讲|指|写|打|查|看)?",
    re.IGNORECASE,
)


def tells_instead(text: str) -> bool:
    """Whether `text` may tell what somebody meant in place of what was said."""
    return corrects(text) or _INTENDED.search(text) is not None


def taken_back_at(text: str) -> Iterator[int]:
    """Where words end that may take something back."""
    return (match.end() for match in _TAKES_BACK.finditer(text))


def corrected(text: str, told: Sequence[Told]) -> str:
    """`text`, of the same length, with what it takes back blanked.

    Something is taken back only where another of its kind follows the words that do so.

    Args:
        text: A question.
        told: What it names.

    >>> corrected("user u1? no wait, u2", [Told(("user", ""), 5, 7), Told(("user", ""), 18, 20)])
    'user   ? no wait, u2'
    """
    letters = list(text)
    for start, end in _taken_back(text, told):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def may_take_back(text: str) -> bool:
    """Whether `text` may take something back, or deny what another is told for."""
    return any(words.search(text) for words in (_TAKES_BACK, _DENIES, _GIVES_UP))


def _taken_back(text: str, told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    for match in _TAKES_BACK.finditer(text):
        if _DENIED.match(text, match.end()):
            continue
        before = [one for one in told if match.start() - _NEAR <= one.end <= match.start() + 1]
        if before and _ANOTHER_NO.search(match[0]) and _NO.search(text[: before[-1].start]):
            continue  # "no kettles, no pots"
        after = [one for one in told if match.end() <= one.start <= match.end() + _NEAR]
        for kind in {one.kind for one in _of_one_clause(text, after)}:
            yield from ((one.start, one.end) for one in _last(before, kind))
    for one in told:
        if any(_stands_for(text, one, other, told) for other in told):
            same = [old for old in told if old.kind == one.kind and old.end <= one.end]
            words = text[one.start : one.end]
            yield from ((old.start, old.end) for old in same if text[old.start : old.end] == words)


def _last(told: Sequence[Told], kind: Kind) -> list[Told]:
    """The last of `told` of a kind, and what else the same words may name."""
    alike = [one for one in told if one.kind == kind]
    return [one for one in alike if one.start == alike[-1].start]


def _of_one_clause(text: str, told: Sequence[Told]) -> list[Told]:
    """Those of `told` that stand in one clause with the first of them."""
    if not told:
        return []
    end = _CLAUSE_END.search(text, told[0].end)
    return [one for one in told if end is None or one.start < end.start()]


def _stands_for(text: str, denied: Told, other: Told, told: Sequence[Told]) -> bool:
    """Whether `other` is told for a name that is denied ("not May but June", "不是五月，是六月")."""
    if other.kind != denied.kind or not denied.end <= other.start <= denied.end + _NEAR:
        return False
    between = text[denied.end : other.start]
    if _SAID.search(text[: denied.start]) and _MEANT.fullmatch(between):
        return True
    if not _NOT_MEANT.search(text[: denied.start]):
        return False
    if text[denied.start : denied.end].casefold() == text[other.start : other.end].casefold():
        return False  # "not kettles, I know all about kettles"
    alike = {one.start for one in told if one.kind == denied.kind and one.start >= denied.end}
    return len(alike) == 1 and _INSTEAD.fullmatch(between) is not None
