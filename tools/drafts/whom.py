"""Whom a campaign is for, where its goal describes them: "customers not ordering for 90 days"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.drafts.meaning import leaves
from tools.errors import ToolError
from tools.segments import Segments
from tools.segments.rules import Attribute, Consent, InSegment, Rule

_I = re.IGNORECASE
# ruff: noqa: E501  # a list of words reads best on one line
_NOUN = r"(?:customers?|people|shoppers|clients|buyers|users|members|those|everyone|everybody|anyone|women|men|subscribers)"
_DOING = r"(?:have|has|had|did|do|does|are|were|not|never|bought|buy|ordered|order|purchased|viewed|looked|added|put|spent|spend|registered|signed|returned|visited|searched|placed|used|saved|left|abandoned|haven|hasn|didn|don|without|whose|with)"
_EN = re.compile(
    rf"\b{_NOUN} (?:(?:who|that|which)(?:['’]ve|['’]re)? )?{_DOING}\b"
    r"|\b(?:buyers|purchasers|owners) of\b"
    r"|\b(?:not|never) (?:ordered|ordering|bought|buying|purchased|purchasing)\b",
    _I,
)
_DOERS = re.compile(r"\b(?P<what>(?:[\w-]+ ){1,3})(?:buyers|purchasers|owners)\b(?! of)", _I)
_AWAY = re.compile(
    r"\b(?:(?:who|that) (?:have|has) been |(?:who|that) (?:are|were) |been )?"
    r"(?:inactive|dormant|lapsed|away|silent|gone|asleep)(?: for)? (?P<n>(?:over |more than |at least )?[\w-]+ (?:days?|weeks?|months?|years?))\b",
    _I,
)
_AWAY_ZH = re.compile(
    r"(?:沉睡|流失|静默|休眠|不活跃)了?(?P<n>(?:超过|至少)?(?:\d+|[一二两三四五六七八九十百]+)(?:天|周|个?月|年))(?P<m>以上)?"
)
_END = re.compile(
    r"[.;:!?\n]|,(?! ?(?:but|and|or|who)\b)| \d+(?:\.\d+)? ?(?:%|percent\b)| (?:about|via|offering|offer|using|saying|featuring|[-–—])(?: |$)"
    r"| for (?!(?:\w+ ){0,3}(?:days?|weeks?|months?|years?)\b)| on (?!the app\b|mobile\b|app\b|ios\b|android\b)"
    r"| with (?=an? |\d+ ?%|\d+ percent|budget|free|no |our |coupon)| by (?=e-?mail|sms|text|push)"
    r"| (?:and )?(?:give|send|sell|get|show|write|mail|text|push|invite|offer)(?: |$)"
    r"| to (?=come|buy|order|try|return|promote|sell)",
    _I,
)
_LIKING = re.compile(
    r"\b(?:love|like|enjoy|want|need|(?:are )?(?:into|keen|interested|fans?))\b|喜欢|喜爱|感兴趣|想要",
    _I,
)
"""Words of interest in something, which is no deed: the category tells it."""
_ONWARD = re.compile(
    r"\s*(?:after|before|because|when|while|since|if|until|than|whose|except)\b", _I
)
"""Words that go on with a description, so that what stands before them is not all of it."""
_SMALL = {
    "to",
    "for",
    "the",
    "our",
    "all",
    "from",
    "of",
    "and",
    "with",
    "at",
    "on",
    "email",
    "text",
}
_DOERS_ZH = re.compile(r"(?P<what>[^，。；！？,.;!?\s]{1,8}?)的?(?:买家|购买者)")
_NOUN_ZH = re.compile(
    r"的?(?:顾客|客户|用户|人群|买家|会员|老客户?|新客户?|女性|男性|女生|男生|人(?![民气]))"
)
_BREAK_ZH = re.compile(r"[。；！？;!?\n]|[，,](?!但|而且|且|并)")
_LEAD_ZH = re.compile(
    r"(?:^|[，。；、,;:：\s]|给|向|对|针对|召回|唤回|挽回|激活|唤醒|面向|为|请|让|邀请|把|找|触达|回馈|感谢|答谢|做|送|发|写|圈选|定向|让那些|那些)$"
)
_TOLD_ZH = re.compile(
    r"(?:没|未|不再)[^，。]{0,4}(?:下单|购|买|消费|来)|(?:买|购|下单|加购|浏览|看|收藏)过|超过\d|[一两三四五六七八九十\d]+次"
)
_TRIM = re.compile(r"^(?:给|向|对|把)|(?:\s+(?:an?|the|our|and|or|but|with|for|to))+$", _I)
"""What may hang on to a description without saying anything."""
LEFT = 3
"""Most words before "customers" that may belong to the description: "lapsed women who …"."""
SHORT = 3
"""Fewest characters of a description."""


@dataclass(frozen=True)
class Whom:
    """A stretch of a goal that describes people.

    Attributes:
        words: The description, as `Segments.read` understands it.
        start: Where the stretch begins.
        end: Where it ends.
        rules: What it means.
    """

    words: str
    start: int
    end: int
    rules: Rule


def described(goal: str, segments: Segments) -> Whom | None:
    """The people that `goal` describes by what they did or did not do; `None` where it does not.

    Raises:
        ToolError: If it describes people in words that are not understood; names them.
    """
    for starts, ends, rewritten in _stretches(goal, segments):
        whom = _longest(goal, starts, ends, rewritten, segments)
        if whom is not None and not _ONWARD.match(goal, whom.end):
            return whom
    told = _untold(goal)
    if told:
        segments.read(told)  # says what is not understood
    return None


def _stretches(goal: str, segments: Segments) -> Iterator[tuple[list[int], list[int], str]]:
    """(starts, ends, rewritten) of what may describe people, likeliest first.

    `rewritten` is the whole goal, of the same length up to the stretch's end, in words that
    descriptions are told in; starts and ends are tried from the longest stretch to the shortest.
    """
    for match in _EN.finditer(goal):
        yield _starts(goal, match.start(), segments), _ends(goal, match.end()), ""
    for match in _AWAY.finditer(goal):
        yield [match.start()], [match.end()], f"customers who have not ordered for {match['n']}"
    for match in _AWAY_ZH.finditer(goal):
        yield [match.start()], [match.end()], f"{match['n']}{match['m'] or ''}没下单的顾客"
    for match in _DOERS.finditer(goal):
        words = match["what"].split()
        small = [n for n, word in enumerate(words) if word.lower() in _SMALL]
        for n in range(small[-1] + 1 if small else 0, len(words)):
            what = " ".join(words[n:])
            begin = match.start() + match["what"].find(words[n])
            yield [begin], [match.end()], f"buyers of {what}"
    for match in _DOERS_ZH.finditer(goal):
        for n in (n for n, letter in enumerate(match["what"]) if letter not in "给向对把为"):
            begin = match.start() + n
            yield [begin], [match.end()], f"买过{match['what'][n:]}的顾客"
    for match in _NOUN_ZH.finditer(goal):
        breaks = [found.end() for found in _BREAK_ZH.finditer(goal, 0, match.start())]
        first = breaks[-1] if breaks else 0
        starts = [n for n in range(first, match.start()) if n == first or _LEAD_ZH.search(goal[:n])]
        yield starts, [match.end()], ""


def _starts(goal: str, start: int, segments: Segments) -> list[int]:
    """Where a description may begin: before a word or two that say who someone is, or `start`."""
    before = [match.start() for match in re.finditer(r"[\w-]+ ", goal[:start])]
    return [*(n for n in before[-LEFT:] if _says_who(goal[n:start].split(), segments)), start]


def _says_who(words: list[str], segments: Segments) -> bool:
    """Whether words before "customers" name a group of them: "lapsed", "women"."""
    if words[0].lower() in _SMALL:
        return False
    try:
        rules = segments.read(f"{' '.join(words)} customers").rules
    except ToolError:
        return False
    return all(isinstance(leaf, Attribute | InSegment) for leaf in leaves(rules))


def _ends(goal: str, least: int) -> list[int]:
    """Places where a description that reaches to `least` may end, the last first."""
    stop = _END.search(goal, least)
    last = stop.start() if stop else len(goal)
    return [m.end() for m in re.finditer(r"[\w’'%-]+", goal[:last]) if m.end() >= least][::-1]


def _longest(
    goal: str, starts: list[int], ends: list[int], rewritten: str, segments: Segments
) -> Whom | None:
    """The longest stretch that is understood and says what people did."""
    for end in ends:
        for start in starts:
            words = rewritten or goal[start:end].strip()
            if len(words) < SHORT:
                continue
            try:
                rules = segments.read(words).rules
            except ToolError:
                continue
            if any(not isinstance(leaf, Attribute | Consent) for leaf in leaves(rules)):
                return Whom(_TRIM.sub("", words), start, end, rules)
    return None


def _untold(goal: str) -> str | None:
    """A stretch that plainly describes people, though not understood; `None` where there is none."""
    if match := re.search(rf"\b{_NOUN} (?:who|that)(?:['’](?:ve|re))? \w+", goal, _I):
        told = goal[match.start() : _ends(goal, match.end())[0]]
        return None if _LIKING.search(told) else told
    deed = _TOLD_ZH.search(goal)
    if deed and (noun := _NOUN_ZH.search(goal, deed.end())):
        breaks = [found.end() for found in _BREAK_ZH.finditer(goal, 0, deed.start())]
        return goal[breaks[-1] if breaks else 0 : noun.end()]
    return None
