# ruff: noqa: E501  # a pattern reads best on one line
"""Names that a question gives to the columns and groups of a test's table, as it writes them.

They are read off the words alone, so that they are known before the table is, or where there is
none.
"""

import re
from collections.abc import Iterator, Mapping

from assistant.cues import cue
from assistant.trial_columns import declared

Span = tuple[int, int]
_COLUMN = r"(?:columns?|cols?\b\.?|fields?|variables?|headers?)"
_COLUMN_ZH = r"(?:(?:这|那)?一?(?:列|字段|栏|变量)|列|字段|栏)"
_QUOTED = r"[\"'`“‘「『][^\"'`“”‘’「」『』]{1,40}[\"'`”’」』]"
_WORD = r"(?<![A-Za-z0-9_.])[A-Za-z]\w*(?:-[A-Za-z0-9]\w*)*(?!\w)"
_NAME = rf"(?P<name>{_QUOTED}|(?a:{_WORD}))"
_MARKED = rf"(?P<name>{_QUOTED}|(?a:(?<![A-Za-z0-9_.])[A-Za-z]\w*(?:_|\d)\w*))"
"""A name that no word of a sentence is: in quotes, or with an underscore or a digit."""
_IS = rf"(?:\s*(?:is|are|was|were|should be|must be|=|:|called|named|labell?ed|marked|stored|held|kept|written|as|sits?|lives?|stands?|found|recorded|in|under|by|on|the|our|a|{_COLUMN})(?![A-Za-z_]))+\s*"
_IS_ZH = rf"\s*(?:(?:名字?|的)?(?:应该|应当|应|该|要|得|改成|换成|改为|换为|是|叫做?|为|看|就?在|用|取|按|以|写在|放在|存在|记在|标在|选|填|：|:|=|那|这|{_COLUMN_ZH})\s*)+"
_OUTCOMES = r"(?:outcomes?|results?|metrics?|kpis?|success|response|target|end ?points?|measure|(?:dependent|outcome|response|target) (?:variable|column|col))"
_OUTCOMES_ZH = r"(?:结果|指标|效果|成效|目标|因变量|被解释变量|产出|(?<![A-Za-z0-9_])[yY](?![A-Za-z0-9_])(?:变量|值)?)"
_GROUPS = r"(?:groups?|grouping|assignment|arms?|buckets?|variants?|versions?|split|assignments?|cells?|cohorts?)"
_GROUPS_ZH = r"(?:分组|组别|分的组|分桶|哪一?组|(?<![验照试理预制白])组)"

_FILE = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:csv|tsv|txt|parquet|jsonl|ndjson|json|xlsx)(?!\w)", re.I
)

_BEFORE_FILE = re.compile(r"^.*[了的叫是把看下张份个传](?=[^.])")
"""What of a Chinese sentence runs into a file's name."""


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_NO_VALUE = r"(?![A-Za-z0-9](?![A-Za-z0-9_]))"
"""Not one letter, which names a group and no column."""
_BY_VERB = rf"\s*(?:就|应该)?(?:改成|换成|用|看|选|取|按|是|为|叫|：|:|=)\s*{_NO_VALUE}"
_END = r"(?=\s*(?:$|[,;.，；。、！!?？]))"
_ARM = _compiled(
    rf"{_NAME} {_COLUMN} (?:is|are|holds|has|=|for|as|gives|means) (?:the |our )?{_GROUPS}\b",
    rf"(?<![A-Za-z]){_GROUPS}{_BY_VERB}{_NAME}",
    rf"{_GROUPS_ZH}{_COLUMN_ZH}?\s*{_NO_VALUE}{_NAME}(?=\s*(?:$|[,;.，；。、]|{_COLUMN_ZH}))",
    rf"按照?\s*{_NAME}\s*{_COLUMN_ZH}?来?分开?{_END}",
    rf"\b{_COLUMN} {_NAME}\s*[:—–-]\s*(?=(?:{_QUOTED}|\w+) (?:is|was|means|saw|got|gets|had|=))",
    rf"\b{_GROUPS}(?: {_COLUMN})?{_IS}{_NAME}",
    rf"\b{_GROUPS} {_COLUMN}\s+{_NAME}",
    rf"\b{_GROUPS}\s+(?:in |column )?(?P<name>{_QUOTED})\s*(?=[,;，；]\s*(?:the |our )?{_OUTCOMES}\b)",
    rf"\b(?:split|grouped|divided|bucketed|assigned|randomi[sz]ed) (?:by|on|along|in) (?:the )?(?:{_COLUMN} )?(?:called )?{_NAME}",
    rf"{_NAME}(?: {_COLUMN})? (?:says|tells|shows|holds|marks|has|is|gives|records) (?:you |us )?(?:who|which|what|the) (?:\w+ )?(?:{_GROUPS}|got|gets|saw|sees|had|received|was|were|is)",
    rf"\bwho (?:got|was|is|saw|received) (?:what|which|it)\b[^.?!;]{{0,12}}?{_IS}{_NAME}",
    rf"{_GROUPS_ZH}的?(?:{_COLUMN_ZH}|信息|标记)?{_IS_ZH}{_NAME}",
    rf"\b(?:the|our|my|its|that) {_COLUMN} (?:is|was|goes by|['’]s) (?:called |named |labell?ed )?{_NAME}",
    rf"\b(?:the|our|my|its|that) {_COLUMN} (?:called |named ){_NAME} (?:tells|says|holds|shows|marks|has)",
    rf"{_NAME}\s*{_COLUMN_ZH}?[里中]?(?:就?是|写的?是|表示|代表|记的?是|标的?是)的?(?:实验|测试)?{_GROUPS_ZH}",
    rf"按照?\s*{_NAME}\s*{_COLUMN_ZH}?来?(?:分的?组|分的|划分)",
    rf"{_NAME}\s*{_COLUMN_ZH}[里中]?面?[，,:：]?\s*(?={_QUOTED}|[A-Za-z0-9])",
)
_GIVEN = (
    r"(?:got|gets?|saw|sees?|seen|received?|had|(?:was|were|been|is|are) (?:sent|shown|given|in))"
)
"""Words for what people of a group were given, beside those for what they then did."""
_WRONG = r"(?:['’]?s|is|was|are)? ?(?:wrong|off|mistaken|not right|another|a different one)\b[^.?!]{0,24}?\b(?:should (?:be|have been)|use|take|it.?s|i meant?|make (?:it|that)|is|try)"
_WRONG_ZH = r"(?:认|看|选|弄|搞|取|用|找|挑|拿)?[错反][了啦咗嘞喽]*[，,。！!\s]*(?:其实|明明)?"
_OUTCOME = _compiled(
    rf"(?<![A-Za-z]){_OUTCOMES}{_BY_VERB}{_NAME}",
    rf"{_OUTCOMES_ZH}{_COLUMN_ZH}?\s*{_NAME}(?=\s*(?:$|[,;.，；。、]|{_COLUMN_ZH}))",
    rf"(?:^|[,;:，；：]\s*|\b(?:and|with|but) )(?:the )?(?:outcome|metric|kpi|target|response)\s+{_NAME}{_END}",
    rf"\b{_OUTCOMES}(?: {_COLUMN})?{_IS}{_NAME}",
    rf"\b{_OUTCOMES} {_COLUMN}\s+{_NAME}",
    rf"\b{_OUTCOMES}\s+(?:in |column )?(?P<name>{_QUOTED})",
    rf"{_OUTCOMES_ZH}{_COLUMN_ZH}?\s*(?P<name>{_QUOTED})",
    rf"\b{_OUTCOMES}(?: {_COLUMN})? ?{_WRONG} (?:the |our |{_COLUMN} )*{_NAME}",
    rf"\b{_OUTCOMES}\b[^.?!,;]{{0,16}}\b(?:last|first|second|third|next|other) {_COLUMN}[,:]? {_MARKED}",
    rf"{_MARKED}(?: {_COLUMN})? (?:is|was) (?:what|how (?:much|many))\b(?! (?:\w+ ){{0,3}}?{_GIVEN})",
    rf"{_NAME}(?: {_COLUMN})? (?:holds|has|shows|tells|says|records|gives|counts) (?:us |you )?(?:what|how (?:much|many)|whether|if)\b(?! (?:\w+ ){{0,3}}?{_GIVEN})",
    rf"\bwhat (?!(?:\w+ ){{0,3}}?{_GIVEN})(?:(?:we|they|people|everyone|everybody|each|came|happened|counts?)\b)(?: [\w'’]+){{0,4}}? (?:is|was|sits|lives|stands)(?: (?:in|under|called|named|as|the|{_COLUMN}))+ {_NAME}",
    rf"\b(?:count|measur|record|kept|keep|track|logg|wr(?:o|i)t)\w* (?:(?!{_GROUPS}\b)[\w'’]+ ){{1,4}}?(?:in|under|as) (?:the |{_COLUMN} )*{_MARKED}",
    rf"(?<![\w'’.])(?:y|dv){_IS}{_NAME}",
    rf"\b(?:what|the thing)(?: that)? (?:really )?(?:counts|matters|(?:we|i) (?:care about|want|watch|look at|go by))(?: (?:for|to) (?:me|us|the \w+|my \w+|our \w+))?\b{_IS}{_NAME}",
    rf"\b(?:better|worse|well|ahead|higher|more|best|winn(?:er|ing)|won|beat\w*|differ\w*|far(?:e|es|ed))\b[^.?!;]{{0,20}}\b(?:on|in|by|for|at|under) (?:the |our )?{_COLUMN} {_NAME}",
    rf"(?:(?:go|judge|measure|score|rate|evaluate|decide|work|look|read)\w*(?: it| them| this)?|use|using|take|check|based|in terms)(?: (?:by|on|at|off|from|in|of|with|the|our))*\s+(?:{_MARKED}|{_COLUMN} {_NAME.replace('name', 'of')}|{_NAME.replace('name', 'at')} {_COLUMN})",
    rf"{_NAME}(?: {_COLUMN})? (?:is|as|for|being) (?:the |our |an? )?(?:final |main )?{_OUTCOMES}\b",
    rf"{_OUTCOMES_ZH}{_COLUMN_ZH}?{_IS_ZH}{_NAME}",
    rf"{_OUTCOMES_ZH}的?{_COLUMN_ZH}?{_WRONG_ZH}{_IS_ZH}{_NAME}",
    rf"{_OUTCOMES_ZH}的?{_COLUMN_ZH}?(?:并?不|唔)[是系看用][^，,。；;]{{1,20}}[，,]\s*(?:而|就)?{_IS_ZH}{_NAME}",
    rf"(?:[买下]没[买下]单?|花(?:了|掉)?多少(?:钱)?|买了?多少|消费(?:额|金额)?|转没转化?)的?{_IS_ZH}{_NAME}",
    r"(?:看|以|按|用|盯|取|拿|是)(?P<name>[\u4e00-\u9fff]{1,8}?)(?:[那这]一?|的)(?:列|栏|字段)(?!分)",
    rf"(?:看|以|按|用|盯|取|拿|照)着?\s*{_NAME}\s*(?:{_COLUMN_ZH}|这个指标|为准|为主|来?[看算评判衡]|当|作|做)",
    rf"(?:[,，;；。]\s*|主要|最后|重点|最终|就|只)看看?\s*(?P<name>(?!{_OUTCOMES}\b)(?a:[A-Za-z]\w{{2,}}))(?:就行|就好|吧)?{_END}",
    rf"{_NAME}\s*{_COLUMN_ZH}?才?(?:就?是)的?(?:真正的|要看的|最终的?)?{_OUTCOMES_ZH}",
)
_VALUE = rf"(?P<value>{_QUOTED}|(?a:(?<![A-Za-z0-9_.])(?:[B-HJ-Z]|A(?!/B)|\d|[A-Za-z]\w*_\w+)(?![A-Za-z0-9_.%]))|(?<=[\u4e00-\u9fff，。：；、])\s?(?a:[A-Za-z][\w-]*)|(?a:\b[A-Za-z]\w*)(?=\s*=|\s?组?(?:[就才]?是|代表|表示)))"
_TOLD = re.compile(
    rf"{_VALUE}\s*(?:(?:这|那)?一?组|那?些?(?:的)?人|的|groups?|arms?|ones?|people|customers?)?\s*"
    r"(?P<link>[就才]?是(?!不是)|为(?!什么)|代表|表示|指的?是?|=|:|：|(?=没|未|拿|收|有|发了?|不发|看|啥也|什么[也都]|乜都|咩都)"
    r"|(?:is|are|was|were|means|stands for|got|gets|get|had|has|have|received|saw|being)(?![a-z])"
    r"|(?=did\s?n.?t|never|no(?:thing|ne)\b|without|with\b|the (?:new|old|other|original|control|treat\w*|test|baseline|usual|ones?)\b))"
    r"(?=(?P<what>[^，。,.;；!?！？]{0,60}))"
)
_ROLE = re.compile(
    rf"(?:(?P<control>\b(?:controls?|baseline|hold-?out)|对照组?|空白组|控制组)|(?P<treatment>\b(?:treat(?:ment|ed)|test(?:ed)?(?= (?:group|arm|cell|one)))|实验组|测试组|处理组|干预组))"
    r"(?:\s*(?:group|arm|cell|ones?|people|customers?|组))?(?:在?(?:表|列|那列|里面?|数据)[里中]?面?)*"
    rf"(?P<link>(?:\s*(?:(?:is|are|was|were|called|marked|labell?ed|named|being|as|with|the)(?![A-Za-z])|=|:|：|就?是|为|叫|写的?是|写成|写|标的?是|标成|记的?是|记成|用|选|取))*)\s*(?P<value>{_QUOTED}|(?a:[A-Za-z0-9][\w-]*))",
    re.I,
)
_AGAINST = re.compile(
    rf"(?P<treatment>{_QUOTED}|(?a:\b[A-Za-z0-9]\w*))(?:组)?\s*(?:(?:is |being )?(?:tested |compared |measured )?(?:against|versus|vs\.?|with|compared (?:to|with))|[跟和与对同比](?!照))(?: the)?\s*(?P<control>{_QUOTED}|(?a:[A-Za-z0-9]\w*))",
    re.I,
)
_ARMS = re.compile(
    rf"(?P<treatment>{_QUOTED}|(?a:(?<![A-Za-z0-9_])[A-Za-z][\w-]*))\s*(?:[那这一]|the )*(?:组|版|arm|group|cell)\s*(?:[跟和与同对比]|vs\.?|versus|against|with|(?:compared|up) (?:to|with|against)|(?:beat|beats|better than|do better than|outdo))\s*(?:the )?(?P<control>{_QUOTED}|(?a:[A-Za-z][\w-]*))\s*(?:[那这一])*(?:组|版|arm|group|cell)",
    re.I,
)
"""Two arms called so, the first held against the second ("mint那组跟plain那组比")."""
_MARKED_AS = r"(?:(?:ones?|people|those|half|lot|group|customers?|rows?) )?(?:marked|labell?ed|tagged|called|coded|flagged|with(?: an?)?|that say) (?:as )?"
_MARKED_ZH = r"(?:标|写|记|填|贴|打)(?:着|成|为|了|的是)?\s*"
_PAIR = re.compile(
    rf"{_MARKED_AS}(?P<a>{_QUOTED}|(?a:[A-Za-z0-9][\w-]*))\s*,?\s*(?:or|and|against|versus|vs\.?|compared (?:to|with)|than)\s+(?:the )?(?:{_MARKED_AS})?(?P<b>{_QUOTED}|(?a:[A-Za-z0-9][\w-]*))"
    rf"|{_MARKED_ZH}(?P<c>{_QUOTED}|(?a:[A-Za-z0-9][\w-]*))\s*(?:的|那?[些组批拨])+(?:人|客人?)?\s*(?:和|跟|与|同|还是|对|比)\s*(?:{_MARKED_ZH})?(?P<d>{_QUOTED}|(?a:[A-Za-z0-9][\w-]*))",
    re.I,
)
"""Two groups named side by side, of which other words tell the roles."""
_UNTOUCHED = re.compile(
    r"没|未|无|不|老|旧|原[来版有样]|对照|空白|照旧|\b(?:not?(?! (?:any |much |really )?(?:better|worse|differ\w*|signific\w*|so|sure|ahead))|nothing|none|never|without|old|original|usual|current|control|baseline|untouched|left alone|did\s?n.?t|was\s?n.?t|were\s?n.?t|had\s?n.?t)\b",
    re.I,
)
_TREATED = re.compile(
    r"新|发|收|拿|有|送|看|给|改|实验|处理|测试|\b(?:new|got|get|gets|had|has|received|sent|saw|shown|with|treat\w*|test|changed|redesign\w*|the ones?|variant|those)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:before|previous\w*|existing|always|normal\w*|standard|until now|so far)\b|以前|之前|原先|原本|向来|一直|平时",
    re.I,
)
"""Words for what a group saw that was left as it was, where a column's groups are told apart."""
_MARKS = "\"'`“”‘’「」『』"


def file_in(text: str) -> str | None:
    """The name of a file that `text` holds.

    >>> file_in("I put up mug_test.csv, look at it"), file_in("did it work?")
    ('mug_test.csv', None)
    """
    found = _FILE.search(text)
    return _BEFORE_FILE.sub("", found[0]) if found else None


def told(text: str) -> dict[str, str]:
    """Arguments of `analyse_experiment` that `text` names outright, as it writes them.

    >>> told("the groups are in column 'cell', B got the voucher and A nothing")
    {'arm': 'cell', 'treatment': 'B', 'control': 'A'}
    """
    text = _FILE.sub(" ", text)
    found: dict[str, str] = {}
    taken: list[Span] = []
    for role, patterns in (("arm", _ARM), ("outcome", _OUTCOME)):
        for name, span in _names(patterns, text):
            if role not in found and name not in found.values():
                found[role] = name
                taken.append(span)
    for role, value in _values(text, taken):
        if value not in found.values():
            found.setdefault(role, value)
    return found | _other_of_pair(text, found) | declared(text, _is_control)


def _is_control(what: str) -> bool | None:
    """Whether words for a group say that it was left as it was; `None` where they do not tell."""
    if _UNTOUCHED.search(what) or _BEFORE.search(what):
        return True
    return False if _TREATED.search(what) else None


def _other_of_pair(text: str, found: Mapping[str, str]) -> dict[str, str]:
    """The role of the second of two groups named side by side, where that of one is known."""
    roles = {"treatment", "control"} & {*found}
    pair = _PAIR.search(text) if len(roles) == 1 else None
    if pair is None:
        return {}
    known = roles.pop()
    values = [value.strip(_MARKS) for value in pair.groupdict().values() if value]
    left = [value for value in values if value != found[known]]
    other = "control" if known == "treatment" else "treatment"
    return {other: left[0]} if len(left) == 1 else {}


def _names(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[tuple[str, Span]]:
    """Names that the patterns find, the first pattern's first, but for words of a sentence."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = next(g for g, said in match.groupdict().items() if said)
            if not _is_a_word(match[group]):
                yield match[group].strip(_MARKS), match.span(group)


def _values(text: str, taken: list[Span]) -> Iterator[tuple[str, str]]:
    """(role, value) for the groups that words tell of; not where a column's name stands."""
    for match in _ROLE.finditer(text):
        value = match["value"]
        named = match["link"].strip() or _is_a_value(value)
        if named and _is_free(match, "value", taken) and not _is_a_word(value):
            yield ("control" if match["control"] else "treatment"), value.strip(_MARKS)
    yield from _described([m for m in _TOLD.finditer(text) if _is_free(m, "value", taken)])
    for match in _ARMS.finditer(text):
        yield "treatment", match["treatment"].strip(_MARKS)
        yield "control", match["control"].strip(_MARKS)
    for match in _AGAINST.finditer(text):
        one, other = match["treatment"], match["control"]
        if _is_a_value(one) and not _is_a_word(other):
            yield "treatment", one.strip(_MARKS)
            yield "control", other.strip(_MARKS)


def _described(told: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """(role, value) of those that are told apart; of two the one left has the other role."""
    roles = [(_role_of(match), match["value"].strip(f"{_MARKS} ")) for match in told]
    known = {role for role, _ in roles if role}
    for role, value in roles:
        if role:
            yield role, value
        elif len(roles) == len(known) + 1 == 2:
            yield ("treatment" if known == {"control"} else "control"), value


def _role_of(match: re.Match[str]) -> str | None:
    """Whether a value stands for those who were treated, or for the others."""
    what = re.split(_VALUE.replace("?P<value>", "?:"), match["what"])[0]
    said = f"{match['link']} {what}"
    if _UNTOUCHED.search(said):
        return "control"
    return "treatment" if _TREATED.search(said) else None


def _is_a_word(name: str) -> bool:
    """Whether a name is only a word of the sentence."""
    return name[0] not in _MARKS and not _is_a_value(name) and cue("role_words", name)


def _is_a_value(name: str) -> bool:
    """Whether a name is no mere word: in quotes, one letter or digit, or joined by underscores."""
    return (
        name[0] in _MARKS or "_" in name or (len(name) == 1 and (name.isdigit() or name.isupper()))
    )


def _is_free(match: re.Match[str], group: str, taken: list[Span]) -> bool:
    start, end = match.span(group)
    return not any(start < last and first < end for first, last in taken)
