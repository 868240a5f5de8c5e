# ruff: noqa: E501  # a pattern reads best on one line
"""When a word for a woman or a man is one person spoken of, or both, and no gender of customers."""

import re
from collections.abc import Iterator

_ONE = frozenset({"guy", "woman", "girl", "lady", "man", "boy", "gal", "lass", "lad", "bloke", "chap", "dude", "gent", "fella", "mother", "father", "mum", "dad",
                  "姑娘", "妹子", "女孩", "女孩子", "女生", "女士", "女的", "女人", "阿姨", "大妈", "大叔", "男生", "男孩", "男孩子", "男的", "男人", "小伙子", "汉子", "大姐", "大嫂", "小姐姐", "小哥哥", "大哥", "小妹", "小妹妹"})  # fmt: skip
"""Words that may mean one person."""
_POINTED = re.compile(
    r"\b(?:a|an|this|that|the|my|our|your|his|her|their|one|some|poor|old|dear)(?: (?:young|old|elderly|nice|lovely|new|little|poor|tall|dear|delivery|sales))* $"
    r"|(?:我|俺|他|她|我家|我们家|咱家|俺家|一个|一位|有个|有位|那个?|那位|这个?|这位|位|隔壁|楼下|楼上|对门|家里?|小区里?|邻居|保洁|前台|仓库|打包|办公室|财务|客服|快递)的?$",
    re.IGNORECASE,
)
"""What stands before one person."""
_OF_TRADE = re.compile(
    r"\b(?:the|our|my|that|this|a|some) (?!(?:average|typical|normal|usual|young|older|old|same|other|whole)\b)[a-z]+(?: [a-z]+)? $",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?: (?:in|from|over|at|down|next) [a-z' ]{1,20}?)?,? (?:(?:who|that) )?(?:is|was|says|said|say|swears|thinks|claims|reckons|keeps|wants|asked|asks|told|tells|came|calls|called|shouts|has been|will|shouted|moans|insists|wonders|insisted|promised|sent|wrote)\b|['’]s (?:asking|shouting|saying|been|on|at|got|a|already|moaning|sure|claim)",
    re.IGNORECASE,
)
"""Words around one person told by what they do ("the ads guy is shouting")."""
_SURNAME = re.compile(r"(?:^|[^\u4e00-\u9fff]|[我咱俺跟和找问听被让替给是])[王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]$")  # fmt: skip
_SPOKEN_TO = re.compile(
    r"(?:\b(?:you|hey|hi|hello|thanks|thank you|ok|okay|morning|evening|afternoon|sorry|cheers|come on|listen)[ ,]*)$",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\s+(?:in|at|from|over (?:in|at)) (?:the |our )?(?:warehouse|office|finance|marketing|packing|stock ?room|depot|front desk|factory|accounts|accounting|head office|customer service)\b",
    re.IGNORECASE,
)
"""Words around people who are spoken to, or who work here."""
_EMPLOYED = re.compile(
    r"(?:\b(?:we|i)(?:['’]ve)? (?:only |just )?(?:had|have|hired|got|employ|employed|took on) (?:only |just )?|\b(?:my|our) |(?:请|雇|招|找|派|叫)(?:了|咗)?)(?:\d+|two|three|four|five|six|[一二两三四五六七八九十]+)\s*(?:new |个|名|位)?$",
    re.IGNORECASE,
)
"""What stands before a number of people who work here."""
_ASKING = re.compile(
    r"(?:['’]s)?\s*(?:(?:all |both )?(?:want|wants|wanted|need|needs|would like|['’]d like|wanna) to (?:know|see|hear)|(?:are |keeps? |is |was |were )?(?:ask|wonder|nagg?|pester|badger)(?:s|ed|ing)? (?:me|us|for|about|if|whether|how|what|who|which)|told (?:me|us)|(?:想|要|问)(?:我|知道|晓得|看看))",
    re.IGNORECASE,
)
"""What those do whom somebody asks for, not customers."""
_ALONE = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<a>[男女])(?=\s*(?:[，,、；;：:。/|)）]|$|vs)|\s+\d)|(?:只[看要算]|仅[看限]?|光看|净系[要睇]|限|单看)(?P<b>[男女])(?=\s*(?:[，,、；;：:。/)）！!]|$)|的?(?:就|呢|吧|哈|啊))|(?P<c>[男女])(?:嘅|嗰啲|客们|娃儿些|娃些)",
    re.IGNORECASE,
)
"""One character for the men or the women ("男，18到24岁")."""
_GENDERS = {"男": "male", "女": "female"}
_THEN = re.compile(r"\W*那$")
_ASKED_TOO = re.compile(r"[的些]?(?:呢|喃|嘞|咧|哩|呐|嘛|怎|如何|多少|几|有|[?？])")
"""What makes "那男的" be men asked about next ("那男的呢？"), not that man."""
_ANY = re.compile(
    r"\b(?:does|do|did|would|can|will|per|each|every|than|average|typical|normal) (?:(?:a|an|the|our) )?(?:average |typical |normal |single )?$",
    re.IGNORECASE,
)
"""What makes one person stand for all of a gender ("what does a woman spend")."""
_SEVERAL = re.compile(r"们|和|或|还是|[跟与]男|[跟与]女")
_BOTH = re.compile(r"叔叔阿姨|老[哥弟]老[姐妹]|大[哥叔]大[姐妹婶嫂]|兄弟姐妹|姐妹兄弟|哥们儿?姐们|帅哥美女|美女帅哥|先生小姐|男女老[少幼]|老头老太|小哥哥小姐姐|小姐姐小哥哥|(?:大叔|大爷|大伯|爷爷)(?:大妈|阿姨|大娘|奶奶)|哥哥姐姐|(?:先生|男士|老少)(?:女士|太太)|爷们姐们|(?:ladies and gent\w+|guys and gals|boys and girls|lads and lasses)(?=[,!.:])", re.IGNORECASE)  # fmt: skip
"""Words for people of any gender."""
_ADDRESSED = r"老妹儿?|大?妹子|妹儿|老[哥姐弟铁]|大[哥姐]|[小大]?姐姐?|[小大]?哥哥?|小[姐哥]姐?哥?|哥们儿?|姐们儿?|兄弟|姐妹|帅哥|美女|靓[女仔]|姑娘|小妹妹?|小伙子?|阿[姐哥妹]|亲爱的|宝子?们?"
"""Words that somebody who is asked may be addressed by."""
_CALLED = re.compile(
    rf"(?:^|[。！!？?])\s*(?:各位|诸位|亲爱的|我的|好|喂|诶|欸|哎|嘿|嗨|您好|你好|早|麻烦|谢谢|唔该)*[，,]?(?:小?姐妹们?|小?姐姐们|小?哥哥们|兄弟们|大?哥们儿?|宝妈们|妈妈们|{_ADDRESSED})(?=\s*[，,！!～~：:]|\s+|(?:再|快|先|你)?(?:给|帮|替)(?:我|咱|俺|忙|瞅|看|查|算|捋|拉|瞧|列|盘|整|报)|麻烦|劳驾|劳烦|辛苦|快[看查算]|瞅|你)"
    rf"|[，,！!。.～~？?\s]\s*(?:{_ADDRESSED})(?=\s*[。.！!～~？?]*\s*$)"
    r"|(?:^|[.!?]\s+)(?:(?:hey|hi|hello|ok|okay|oh|morning|thanks),? )?(?:my )?(?:man|girl|dude|boy|lady|lad|lass|mate|bro|sis)(?=\s*[,!]\s*\w)|[,!?]\s*(?:my )?(?:man|girl|dude|boy|lad|lass|mate|bro|sis)(?=\s*[.!?]*\s*$)",
    re.IGNORECASE,
)
"""Words that speak to those who read them ("姐妹们，上月退货率多少", "how many orders, man")."""


def no_gender(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end`, which name a gender, tell of nobody's.

    >>> no_gender("that young man took pictures", 11, 14), no_gender("what does a man buy", 12, 15)
    (True, False)
    >>> (
    ...     no_gender("叔叔阿姨几点下单", 2, 4),
    ...     no_gender("我姑娘说", 1, 3),
    ...     no_gender("姑娘们买", 0, 2),
    ...     no_gender("姐妹们，退货率呢", 0, 3),
    ... )
    (True, True, False, True)
    """
    if any(both.start() < end and start < both.end() for both in _BOTH.finditer(text)):
        return True
    if any(start < one.end() and one.start() < end for one in _CALLED.finditer(text)):
        return True
    word, before = re.sub(r"['’]s$", "", text[start:end].casefold()), text[:start]
    if _ASKING.match(text, end) or _AT_WORK.match(text, end) or _EMPLOYED.search(before):
        return True
    if word == "mom":  # month on month
        return True
    if word == "guys" and (_SPOKEN_TO.search(before) or text[end : end + 1] == "!"):
        return True
    if _THEN.fullmatch(before) and _ASKED_TOO.match(text[end:]):
        return False
    if word not in _ONE or _SEVERAL.match(text[end:]) or _ANY.search(before):
        return False
    if word.isascii() and _OF_TRADE.search(before) and _DOING.match(text, end):
        return True
    return bool(_POINTED.search(before) or _SURNAME.search(before))


def genders_alone(text: str) -> Iterator[tuple[str, int, int]]:
    """Where `text` names women or men by one character, and which.

    >>> list(genders_alone("男，18到24岁"))
    [('male', 0, 1)]
    """
    for found in _ALONE.finditer(text):
        name = next(group for group in "abc" if found[group])
        yield _GENDERS[found[name]], *found.span(name)
