# ruff: noqa: E501  # a pattern reads best on one line
"""Groups that a question asks for without their name ("of the others, who …?", "哪三类")."""

import re
from collections.abc import Sequence

from assistant.cues import cue
from tools.mentions import Mention

_REST = re.compile(
    r"\b(?:the|all|any|of) (?:\w+ )?(?:others?|other ones|rest|remaining(?: ones)?|remainder)\b|\bother than\b|\beverybody else\b|\beveryone else\b|其[他它余]|[别旁]的|剩下|余下|另外的|第二[个啲]",
    re.IGNORECASE,
)
"""Words for what is left once something is left out."""
_WHO = re.compile(
    r"\b(?:who|whose|which(?: ones?)?(?= (?:is|are|was|were|has|have|had|do|does|did|sell|sold|come|came|got|get|gets|bring|brings|brought|makes?|made|return\w*|\d|two|three|four|five|six)\b))\b|谁|[哪边](?:个|些|家|几|啲|[一二两三四五六七八九十\d])(?:个|家|位)?(?![月天日周号年季点款件样])",
    re.IGNORECASE,
)
"""Words that ask who of them, without a name for their kind."""
_WHERE = re.compile(
    r"\bwhere\b(?=[^.?!;]{0,60}\b(?:most|least|fewest|best|worst|highest|lowest)\b)|边度|哪里|哪儿|哪边|哪块|啥地方|何处|哪(?:[几个些]|[一二两三四五六七八九十\d]+个)?地方",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\bwhere\b[^.?!;]{0,40}\b(?:lose|losing|drop\w*|leak\w*|quit|stuck|leave|fall\w*|bail\w*|give up)\b|(?:边度|哪里|哪儿|哪边|哪块)[^，。？?]{0,8}(?:卡|流失|跑|丢|漏|掉|断|走)",
    re.IGNORECASE,
)
"""Words that ask for a step on the way, not for a place."""
_LIVING = re.compile(
    r"\bwhere (?:in the country|on the map)\b|\bwhere (?:do|does|did) (?:they|these|those|our|the|most|all)[^.?!;]{0,30}\blive\b|(?:住|来自)(?:在)?(?:边度|哪里|哪儿|啥地方|什么地方)",
    re.IGNORECASE,
)
_SPOTS = re.compile(
    r"(?<!third )(?<!second )(?<!first )\b(?:places|spots|locations|localities)\b(?! (?:to|for|go|goes|went|on the (?:list|podium)|in the (?:ranking|list))\b)",
    re.IGNORECASE,
)
"""Places where people are, where nothing else is ranked ("the top three places by orders")."""
_WHOSE = re.compile(
    r"(?:^|[.,;:?!–—-]\s*|\b(?:and|but|so|or|me|us|out|know|see|of (?:them|these|those|the others|the rest)) )whose (?!(?:orders?|purchases?|account|name|birthday|first|last|turn|job|fault|idea)\b)",
    re.IGNORECASE,
)
"""A question of whose figure it is, no clause about customers."""
_CLASSES = re.compile(
    r"(?:[哪边][一二两三四五六七八九十几\d]*|(?<![同这那各分第一])[二两三四五六七八九十几\d])大?类(?![似型别目客人用会顾]|[^，。？?]{0,4}(?:毛病|问题|抱怨|缺点|缺陷|吐槽|槽点|不满|意见|主题|话题|差评|原因|理由|投诉|麻烦|人群|反馈|评价))"
)
_EACH_ONE = re.compile(
    r"\b(?:one by one|item by item|each (?:one )?of (?:them|these|those)|each one|every one of them|individually|piece by piece)\b|逐[款件]|一[款件样]一[款件样]|一[款件]{2}|每[款件样]",
    re.IGNORECASE,
)
"""Words by which each thing of a kind is shown by itself."""
_NOUN_BY_NOUN = re.compile(
    r"\b(?P<one>(?!(?:one|day|week|month|quarter|year|hour|step|side|stage|point|case|bit|line|night)\b)[a-z]{3,}(?: [a-z]{3,})?) by (?P=one)\b",
    re.IGNORECASE,
)
"""A thing told by its own word, one after another ("kettle by kettle")."""
OF_GOODS = ("category", "brand")
REGION, BRAND, CATEGORY, ITEM = "region", "brand", "category", "item"


def unnamed_group(text: str, mentions: Sequence[Mention], filters: Sequence[str]) -> str | None:
    """The dimension whose groups `text` asks for by other words than its name, if it does.

    Args:
        text: A question that names no dimension.
        mentions: What it names.
        filters: The values it keeps or leaves out.
    """
    out = [f.split("!=")[0] for f in filters if "!=" in f]
    kept = {f.split("=")[0] for f in filters if "!=" not in f}
    if (dimension := _of_the_rest(text, out)) is not None:
        return dimension
    if _CLASSES.search(text) and CATEGORY not in kept:
        return CATEGORY
    if (
        REGION not in kept
        and not _LEAVES.search(text)
        and (_LIVING.search(text) or _SPOTS.search(text))
    ):
        return REGION
    if BRAND not in kept and _WHOSE.search(text) and any(m.kind == "metric" for m in mentions):
        return BRAND
    each = _EACH_ONE.search(text) or _thing_by_thing(text, mentions)
    return ITEM if {*OF_GOODS} & kept and each else None


def _thing_by_thing(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether the goods are told one by one by their own word ("lamp by lamp")."""
    found = _NOUN_BY_NOUN.search(text)
    return found is not None and not any(
        m.kind == "dimension" and m.start < found.end() and found.start() < m.end for m in mentions
    )


def _of_the_rest(text: str, out: Sequence[str]) -> str | None:
    """The dimension of what is left out, where the rest of its groups are asked for."""
    if len({*out}) != 1:
        return None
    (dimension,) = {*out}
    if dimension == REGION and _WHERE.search(text) and not _LEAVES.search(text):
        return dimension
    if cue("items", text) and dimension not in (BRAND, CATEGORY):
        return None
    return dimension if _REST.search(text) and _WHO.search(text) else None
