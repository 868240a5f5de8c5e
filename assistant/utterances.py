# ruff: noqa: E501  # a pattern reads best on one line
"""What of a message asks: without what it says to the answer before, and why it asks."""

import re

OPENERS = re.compile(
    r"^(?:\W*(?:\b(?:h+m+|huh|um+|uh|oh|ah|k|ta|cheers|brilliant|lovely|super|awesome|thank you|many thanks|so|actually|wait|hang on|hold on|sorry|ok(?:ay)?|alright|right|great|cool|yeah|yep|yes|phew|wow|ouch|nice|fine|sure|ha(?:ha)*|lol|aw+|oo+h|yay|thanks?|thx|good|perfect|interesting|got it|fair enough|i see|makes sense)\b|嗯+|好[的吧嘞]?(?=[，,。！!\s]|谢)|行[吧了]?(?=[，,。！!\s])|哦+|噢|啊|对了|唉|哎呀?|哇|天[啊呐]|多?谢谢?[您你]?[啦了哈]?(?![^，,。！!？?\s])|唔该晒?|辛苦[您你]?[啦了]?(?=[，,。！!\s])|明白|知道了|收到|懂了|原来如此|这样啊|有意思)[\s,.!…，。！~]*)+",
    re.IGNORECASE,
)
"""What is said to the answer before, in front of a question."""
REACTION = re.compile(
    r"^\W*(?:(?:wow|ouch|hm+|oh|so|really|only)\W+)*(?:that|so|this|as) (?:low|high|much|little|few|many|bad|good|big|small)(?: (?:only|really))?\s*[?!.,]"
    r"|^\W*(?:哇|啊|才|就|居然)?(?:这么|那么|这样|咁|恁个?|楞个)[低高少多差好惨弱强大小贵](?:[啊呀嘛哦喔噻]|一?点)?\s*[?？!！,，。]",
    re.IGNORECASE,
)
"""What is said of a figure just told ("that low?"), before a question about the same."""
SENTENCE = re.compile(r"(?<=[a-z]{2}\.)\s+|(?<=[!?;！？；。…])\s*")
"""Where one sentence ends and the next begins."""
REASONS = re.compile(
    r"(?<=[\w,] )(?:since (?:that|it|th|we|i|he|she|our|my|w)|because|cause|cuz|as (?:we|i|they|he|she|it|my|our)\b|so that)|因为|毕竟|省得|免得|好让",
    re.IGNORECASE,
)
"""Words after which a question tells why it is asked."""
BARE = 3
"""Most words of a question that asks only whether something moved ("涨了吗")."""
SHORT = 10
"""Most words of a question that leans on the one before without saying so."""


def after_openers(text: str) -> str:
    """`text` without what it says to the answer before, unless it says nothing else."""
    return OPENERS.sub("", text).strip() or text


def before_reasons(text: str) -> str:
    """`text` up to where it tells why it is asked.

    >>> before_reasons("only the women, since that is who it is for")
    'only the women, '
    """
    return REASONS.split(text, maxsplit=1)[0] or text


def words(text: str) -> int:
    """Words of `text`, two Chinese characters counting as one."""
    return len(re.findall(r"[^\W_\u4e00-\u9fff]+|[\u4e00-\u9fff]{1,2}", text))


def sentences(text: str) -> list[str]:
    """The sentences of `text`.

    >>> sentences("Thanks! And by brand? I need it today.")
    ['Thanks!', 'And by brand?', 'I need it today.']
    """
    return [one.strip() for one in SENTENCE.split(text) if one.strip()]
