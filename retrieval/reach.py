# ruff: noqa: E501  # a pattern reads best on one line
"""How a person is reached or known by numbers: e-mail, phone, account, card, identity papers."""

import re
from datetime import date

import phonenumbers
from stdnum import iban, isbn, luhn
from stdnum.cn import ric

from retrieval.needed import Needing

EMAIL = re.compile(r"[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+", re.ASCII)
_EMAIL = Needing(EMAIL, ("@", "＠"))
_SPELT_EMAIL = Needing(
    re.compile(
        r"[\w.+-]{2,}\s*(?:\(at\)|\[at\]|\{at\}|\s+at\s+|#at#|艾特)\s*[\w-]+(?:\s*(?:\.|\(dot\)|\[dot\]|\{dot\}|\s+dot\s+|点)\s*(?:[a-z]{2,4}))?"
        r"\s*(?:\.|\(dot\)|\[dot\]|\{dot\}|\s+dot\s+|点)\s*(?:com|net|org|cn|edu|io|uk|de|fr|jp|eu|info)\b",
        re.IGNORECASE | re.ASCII,
    ),
    ("at", "艾特"),
    re.compile(
        r"[.)\]}\s点]\s*(?:com|net|org|cn|edu|io|uk|de|fr|jp|eu|info)\b", re.IGNORECASE | re.ASCII
    ),
)
_TOLD = r"(?:账?号|帐号| id| handle| name| number)?\s*(?:(?:是|为|is|[:：=@])\s*)+)([A-Za-z0-9][\w.-]{3,30})"
_HANDLES = (
    Needing(
        re.compile(
            r"((?:微信|薇信|wechat|weixin|\bvx|\bwx|v信|qq|扣扣|旺旺|支付宝|抖音|小红书|whatsapp|telegram|instagram|\bline id|skype|snapchat)"
            + _TOLD,
            re.IGNORECASE,
        ),
        ("微信", "薇信", "wechat", "weixin", "vx", "wx", "v信", "qq", "扣扣", "旺旺", "支付宝", "抖音",
         "小红书", "whatsapp", "telegram", "instagram", "line id", "skype", "snapchat"),
    ),
    Needing(re.compile(r"(\big" + _TOLD, re.IGNORECASE), ("ig",)),
)  # fmt: skip
_ADDED = Needing(
    re.compile(
        r"((?:加|添加)(?:我|他|她|个|下|店家|客服)?的?(?:微信|薇信|vx|wx|qq)\s*)((?=\w*[\d_-])[A-Za-z][\w-]{4,30})",
        re.IGNORECASE | re.ASCII,
    ),
    ("加",),
)
_PAPERS = Needing(
    re.compile(
        r"((?:passport|护照|driver'?s? licen[cs]e|驾驶?证|\bssn|social security|national id|id card|身份证|通行证|社保|医保卡?|nino|national insurance|tax id|customer id card)"
        r"(?:\s*(?:number|no\.?|#|号码?|卡号))*\s*(?:is|was|是|为|[:：#])?\s*)([A-Z]{0,3}[ -]?(?=(?:[ -]?[A-Z]{0,2}\d){5})\d[\dA-Z]*(?:[ -](?=[A-Z]*\d)[\dA-Z]+){0,6}(?: (?-i:[A-D])\b)?)",
        re.IGNORECASE,
    ),
    ("passport", "护照", "driver", "驾", "ssn", "social security", "national i", "id card", "身份证",
     "通行证", "社保", "医保", "nino", "tax id"),
)  # fmt: skip
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_SSN = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_NINO = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.'\"′″])(?:[+＋]\d{1,3}[ -]?)?[(（]?\d(?:(?:[ .\-–—]{0,2}|[)）] ?)\d){5,}(?:[Xx](?![A-Za-z]))?"
)
_SPOKEN = Needing(
    re.compile(r"(?!一二三)[零〇一二三四五六七八九幺]{7,}"),
    shape=re.compile(r"[零〇一二三四五六七八九幺]{7}"),
)
_DIGIT = re.compile(r"\d")

_LEAST = 7  # digits of what may be a phone number
_MARK = 24  # letters before a number that may say what it is
_CALLED = re.compile(
    r"(?:phone|tel|call|text|mobile|cell|ring|whatsapp|wechat|contact|fax|reach|电话|手机|联系|微信|致电|拨打|号码|vx|wx|qq)[^\d\n]{0,14}$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:order|ord|订单|单号|编号|货号|款号|型号|条码|条形码|批号|批次|快递|运单|sku|item|model|article|art|serial|s/n|asin|ean|upc|isbn|ref|invoice|tracking|batch|lot|part|version|版本|商品|产品|发票)"
    r"(?:\s*(?:number|no|nr|id|code|号码?|编号|#))*[\s.:：#为是]*$",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥￥]|rmb|usd|eur|cny|价格?|花了?|共计?)\s*$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"^(?:\.\d+)?\s*(?:[\u4e00-\u9fff]?元|卢比|盾|块|万|円|毫安|人|次|步|公里|克|毫升|米|秒|小时|像素|mah|km|kg|ml|mm|cm|gb|mb|px|pixels?|steps?|people|times|dollars?|yuan|rmb|usd|eur|euros?|pounds?|rupiah|rupees?|yen|won|pesos?|idr|krw|jpy|inr|%)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d{2}$|^(?:19|20)\d{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])$"
)
_RANGE = re.compile(r"^\d{1,3}(?:\.\d+)?(?:\s*[-–—]\s*\d{1,3}(?:\.\d+)?){1,2}$|^\d{4}[-–—]\d{3}$")


def without_contacts(text: str) -> str:
    """`text` with e-mail addresses and names of accounts masked.

    >>> without_contacts("微信号：lily_1988，或 ann(at)mail.com")
    '微信号：[contact]，或 [email]'
    """
    text = _SPELT_EMAIL.sub("[email]", _EMAIL.sub("[email]", text))
    for handle in _HANDLES:
        text = handle.sub(_contact, text)
    return _ADDED.sub(r"\1[contact]", text)


def without_numbers(text: str) -> str:
    """`text` with phone, card, account and identity numbers masked.

    A number of seven digits and more is one of these unless something says it is not: a word such
    as "order" before it, a currency or unit beside it, a valid ISBN, a date.

    >>> without_numbers("身份证11010519491231002X 卡号6222 0212 3456 7890 订单号202603150012")
    '身份证[number] 卡号[number] 订单号202603150012'
    """
    if len(_DIGIT.findall(text)) < _LEAST - 1:
        return _SPOKEN.sub("[number]", text)
    text = _PAPERS.sub(r"\1[number]", text)
    text = _IBAN.sub(lambda found: "[number]" if iban.is_valid(found[0]) else found[0], text)
    text = _NINO.sub("[number]", _SSN.sub("[number]", text))
    text = _NUMBER.sub(lambda found: _number(found, text), text)
    return _SPOKEN.sub("[number]", text)


def _contact(found: re.Match[str]) -> str:
    if found[2].isdigit():
        return found[1] + ("[number]" if len(found[2]) >= 5 else found[2])
    return found[1] + "[contact]"


def _number(found: re.Match[str], text: str) -> str:
    """What stands in the place of a number: itself where it is no one's."""
    said = found[0]
    digits = re.sub(r"\D", "", said)
    before, after = text[max(0, found.start() - _MARK) : found.start()], text[found.end() :]
    if len(digits) < _LEAST or _is_thing(said, digits, before, after):
        return said
    return "[number]"


def _is_thing(said: str, digits: str, before: str, after: str) -> bool:
    international = said.startswith(("+", "＋"))  # no ISBN is written so
    if international or _CALLED.search(before) or ric.is_valid(digits) or _is_mobile(digits):
        return bool(_THING.search(before)) and not ric.is_valid(digits)
    return bool(
        _THING.search(before)
        or _MONEY_BEFORE.search(before)
        or _UNIT_AFTER.match(after)
        or _is_date(said)
        or len(set(digits)) == 1  # 66666666 is a cheer
        or _RANGE.match(said.strip())
        or (isbn.is_valid(digits) and not luhn.is_valid(digits))
        or (isbn.is_valid(digits) and digits.startswith(("978", "979")))
    )


def _is_mobile(digits: str) -> bool:
    """Whether it is a Chinese mobile number, which is known by itself."""
    if len(digits) != 11 or not digits.startswith("1"):
        return False
    return phonenumbers.is_valid_number(phonenumbers.parse(digits, "CN"))


def _is_date(said: str) -> bool:
    digits = re.sub(r"\D", "", said)
    if not _DATE.match(said.strip()) or len(digits) != 8:  # with both noughts
        return bool(_DATE.match(said.strip()))
    try:
        date.fromisoformat(
            digits if digits[:2] in ("19", "20") else digits[4:] + digits[2:4] + "01"
        )
    except ValueError:
        return False
    return True
