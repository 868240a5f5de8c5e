# ruff: noqa: E501  # a pattern reads best on one line
"""When all but what is named is left out, so that it alone is kept ("skip everything outside Kent")."""

import re

_DROP = r"(?:exclud(?:e|ing)|skip(?:ping)?|drop(?:ping)?|ignor(?:e|ing)|remov(?:e|ing)|omit(?:ting)?|hid(?:e|ing)|discard(?:ing)?|without|no|(?:leav|tak|filter|throw|cut|strip|weed|screen|kick|keep|count|rul)(?:e|ing|ting|ping)? out|get rid of|forget(?: about)?|(?:do not|don['’]?t) (?:want|need|count|show|include|give|list)(?: me)?)"
_ALL = r"(?:(?:everything|anything|everyone|everybody|anyone|anybody|all|whatever|whoever|those|the ones?|ones|stuff|things|people|(?:all |any |the )?(?:orders?|sales|customers?|buyers?|shoppers?|visits?|traffic|channels?|brands?|categor(?:y|ies)|regions?|provinces?|countries|devices?|goods|products?|items?|others?)) ?(?:else )?)"
_FROM = r"(?: (?:from|in|by|of|via|through|on|for|made by|sold by|bought on|the|our|an?))*"
_NOT_IT = r"(?:(?:(?:that|which|who|what) ?(?:is|are|was|were|came|come|comes)?|['’]s|is|are|was|were)? ?(?:n['’]?t|not|outside(?: of)?|other than|besides|beyond|but|except(?: for)?|(?:do|does|did)(?: not|n['’]?t) (?:come|belong|live|buy|order)))"
_BEFORE = re.compile(
    rf"\b{_DROP} (?:the )?{_ALL}{_NOT_IT}{_FROM} $|\b(?:nothing|none|nobody|no one) (?:else )?(?:but|except(?: for)?|outside(?: of)?|other than|besides){_FROM} $",
    re.IGNORECASE,
)
"""Words that drop all that something is not."""
_ALL_BUT = re.compile(
    r"\b(?:all|everything|everyone|anything|everybody)(?: else)? (?:but|except(?: for)?|other than|outside(?: of)?|besides|apart from|that is not|not)(?: (?:from|in|by|via|the|our))* $",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\s*(?:orders?|sales|customers?|traffic)?\s*(?:(?:is|are|was|were|should be|to be|can be|gets?) )?(?:ignored|excluded|left out|dropped|omitted|skipped|removed|hidden|struck out|taken out|filtered out|not (?:wanted|needed|counted|interesting|included)|out(?=\s*(?:$|[.,;!])))",
    re.IGNORECASE,
)
"""Words around what is not dropped with all the rest."""
_ZH_ALL = r"(?:就|也)?(?:都|全部?|一律|统统|通通|一概|冚唪唥|统一)"
_ZH_OUT = r"(?:给我|帮我)?(?:不要|不看|不算|不用[看算要]?|不计|不列|不管|别[看算要列管]|莫[看算要管]|甭[看算要管]|唔[要睇计使]|唔好[睇计要]|剔除|剔走|排除|去掉|去除|删掉|拿掉|过滤掉?|筛掉|略过|跳过|免了|忽略|扔掉|刨掉|撇开)"
_ZH_KIND = r"(?:省|市|牌子?|家|渠道|地区|品牌|品类|类目|那边|这边|客人|顾客)?"
_ZH_BESIDES = re.compile(
    rf"{_ZH_KIND}(?:以外|之外|外)(?:头|面)?(?:的|嘅)?[，,]?(?:[^，。？?！!都全]{{0,6}}?{_ZH_ALL}{_ZH_OUT}|(?:的|嘅)?{_ZH_OUT})"
)
_ZH_NOT_IT = re.compile(r"(?:不是|唔[系係]|非|不属于|不在|唔喺|不来自|没有?在)(?:从|在|来自)?$")
_ZH_THOSE = re.compile(
    rf"{_ZH_KIND}[^，。？?！!的嘅都全]{{0,3}}(?:的|嘅)[^，。？?！!都全]{{0,6}}?{_ZH_ALL}?{_ZH_OUT}"
)
"""Chinese words around it ("云州以外的都不要", "不是云州的剔除")."""


def kept_alone(before: str, after: str) -> bool:
    """Whether the words around what is named leave out all but it.

    Args:
        before: The text before it.
        after: The text after it.

    >>> kept_alone("orders, skip everything outside ", ""), kept_alone("everything outside ", "")
    (True, False)
    >>> kept_alone("", "以外的都不要"), kept_alone("", "以外的订单")
    (True, False)
    """
    return bool(
        _BEFORE.search(before)
        or (_ALL_BUT.search(before) and _DROPPED.match(after))
        or _ZH_BESIDES.match(after)
        or (_ZH_NOT_IT.search(before) and _ZH_THOSE.match(after))
    )
