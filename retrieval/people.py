# ruff: noqa: E501  # a pattern reads best on one line
"""What a person is called, where the text marks it as a name."""

import re

from retrieval.needed import Needing

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "欧阳司马上官诸葛"
)
_GIVEN = r"[\u4e00-\u9fff]"
_CHINESE_MARKED = Needing(
    re.compile(
        rf"((?:收件人|收货人|联系人|姓名|真名|本人姓名|署名)\s*(?:[:：]|是|为|叫)?\s*)([{_SURNAMES}]{_GIVEN}{{1,3}})(?![\u4e00-\u9fff]{{4}})"
    ),
    ("收件人", "收货人", "联系人", "姓名", "真名", "署名"),
)
_CHINESE_CALLED = Needing(
    re.compile(
        rf"((?:我|本人|她|他)(?:的名字|名字|本名)?(?:名叫|叫做|叫|姓名是|的名字是)(?=[{_SURNAMES}]))([{_SURNAMES}]{_GIVEN}{{1,2}})(?=$|[\s，。,.!！?？；;、\n（(）)]|先生|女士|小姐)"
    ),
    ("叫", "姓名是", "名字是"),
)
_CHINESE_IS = Needing(
    re.compile(
        rf"((?:^|[，。,.!！?？；;、\s])(?:我|本人)是)([{_SURNAMES}][^\W\da-zA-Z个皮子色级手人粉家户的用了不是在很太老新]{{2}})(?=$|[\s，。,.!！?？；;、（(])"
    ),
    ("我是", "本人是"),
)
_CHINESE_TITLED = Needing(
    re.compile(
        rf"((?:^|[^\u4e00-\u9fff]|客服|店员|师傅|导购|经理|老板|店主|店长|小哥|快递员|卖家|我是|和|与|跟|找|给|联系|请|叫|谢谢|感谢|位|的))"
        rf"([{_SURNAMES}]{_GIVEN}{{0,2}})(?=先生|女士|小姐(?!姐)|太太)"
    ),
    ("先生", "女士", "小姐", "太太"),
)
_NAME = r"[A-Z][\w'’-]*(?:\s+(?:[A-Z]\.|(?:van|de|von|der|la|al|bin)\b|[A-Z][\w'’-]+)){0,3}"
_MARKED = Needing(
    re.compile(
        rf"((?i:\bmy (?:full |real )?name(?:'s| is|:)|\bi(?:'m| am) called|\bcall me|\bname\s*[:=]|\brecipient\s*[:=]|\baddressed to|\battn\.?:?|\bc/o|\bsincerely,|\bregards,|\bsigned,?|\byours,)\s+)({_NAME})"
    ),
    (
        "name",
        "called",
        "call me",
        "recipient",
        "addressed to",
        "attn",
        "c/o",
        "sincerely,",
        "regards,",
        "signed",
        "yours,",
    ),
)
_LOWER = Needing(
    re.compile(
        r"((?:\bmy (?:full |real )?name(?:'s| is|:))\s+)([a-z]{2,}(?:\s+[a-z]{2,})?)(?=\s*(?:[.,;!?\n]|$|and\b|from\b))",
        re.IGNORECASE,
    ),
    ("name",),
)
_BRANDS = r"(?:Martens?|Scholl'?s?|Bronner'?s?|Pepper|Coffee|Clean|Meyer'?s?|Dior|Potato|Beats|Right|Darcy|Perfect|Rogers|Bean|Universe|World|America|Jart|Marvel|Strange|Who|Seuss|Jekyll|Hyde|Doolittle)\b"
_TITLED = Needing(
    re.compile(rf"(\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s+)(?!{_BRANDS})({_NAME})"),
    shape=re.compile("[MDP][rsix]"),
)


def without_names(text: str) -> str:
    """`text` with the names masked that something marks as names.

    >>> without_names("My name is Ann van Dyk and Mr. Lee was kind. Love my Dr. Martens!")
    'My name is [name] and Mr. [name] was kind. Love my Dr. Martens!'
    >>> without_names("收件人：张伟，客服王女士很耐心，我叫了外卖")
    '收件人：[name]，客服[name]女士很耐心，我叫了外卖'
    """
    for pattern in (
        _MARKED,
        _TITLED,
        _LOWER,
        _CHINESE_MARKED,
        _CHINESE_CALLED,
        _CHINESE_IS,
        _CHINESE_TITLED,
    ):
        text = pattern.sub(r"\1[name]", text)
    return text
