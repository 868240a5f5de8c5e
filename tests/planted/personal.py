# Chinese punctuation as people write it
"""Personal items in sentences as people write them; no rule was written with them in sight."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

N = 500
COUNTRIES = ("US", "GB", "DE", "FR", "CN", "HK", "JP", "IN", "BR", "AU", "SG", "ES")
EN_NAMES = ("Mrs. Halloway", "Mr. Okonkwo", "Dr Petra Lindqvist", "Ms. Tanaka", "Miss Everdeen")
ZH_NAMES = ("赵国栋先生", "孙丽华女士", "周小姐", "欧阳明先生", "钱太太")
STREETS = ("Maple Avenue", "Harbour Road", "Kingsway Drive", "West 4th Street", "Mill Lane")
ZH_STREETS = (
    "杭州市西湖区文三路",
    "深圳市南山区科技园路",
    "成都市锦江区春熙路",
    "武汉市洪山区珞喻路",
)
CARDS = ("4111111111111111", "5500005555555559", "378282246310005", "6011000990139424")
SAID = {
    "name with a title": ("{} at the counter was rude to me.", "客服{}态度很差。"),
    "name after a mark": ("The lid broke. Regards, {}", "收件人：{}，一直没收到。"),
    "phone, international": ("Ring me on {} about the refund.", "请打{}联系我退款。"),
    "phone, national": ("My phone number is {}, call any time.", "我的电话{}，随时打。"),
    "e-mail": ("Nobody answered {} for a week.", "发邮件到{}没人回。"),
    "street address": ("They left it at {} instead.", "应该送到{}的，送错了。"),
    "identity number": ("They had my SSN {} on the form.", "身份证号{}被要求填写。"),
    "card number": ("Card {} was charged twice.", "银行卡{}被扣了两次。"),
}


def secrets(kind: str, chinese: bool) -> Iterator[str]:  # one branch a kind
    """Endless items of one kind."""
    for n in itertools.count():
        country = COUNTRIES[n % len(COUNTRIES)]
        phone = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
        assert phone is not None
        style = phonenumbers.PhoneNumberFormat
        match kind:
            case "name with a title":
                yield (ZH_NAMES if chinese else EN_NAMES)[n % 5]
            case "name after a mark":
                yield (
                    ("李雪梅", "郑浩", "王大伟")[n % 3]
                    if chinese
                    else ("Ingrid Falk", "Li Wei")[n % 2]
                )
            case "phone, international":
                yield phonenumbers.format_number(phone, style.INTERNATIONAL)
            case "phone, national":
                yield f"13{n % 10}{10000000 + n * 37}" if chinese else f"(212) 555-{1000 + n}"
            case "e-mail":
                host = ("163.com", "example.co.uk")[n % 2]
                yield f"{('qq', 'mei.lin', 'j_doe')[n % 3]}{n}@{host}"
            case "street address":
                road = (ZH_STREETS if chinese else STREETS)[n % 4]
                yield f"{road}{n + 3}号{n % 9 + 1}栋{n + 101}室" if chinese else f"{n + 12} {road}"
            case "identity number":
                yield _identity(n) if chinese else f"{100 + n}-{10 + n % 80}-{1000 + n}"
            case _:
                digits = CARDS[n % 4]
                yield (
                    digits if n % 2 else f"{digits[:4]} {digits[4:8]} {digits[8:12]} {digits[12:]}"
                )


def _identity(n: int) -> str:
    """A Chinese identity number with its check digit (GB 11643-1999)."""
    body = f"1101011985{n % 12 + 1:02}{n % 28 + 1:02}{n % 1000:03}"
    left = sum(int(d) * pow(2, 17 - i, 11) for i, d in enumerate(body)) % 11
    return body + "10X98765432"[left]


@dataclass(frozen=True)
class Item:
    """One personal item.

    Attributes:
        kind: One of `SAID`.
        text: The sentence it stands in.
        told: The item.
        chinese: Whether the sentence is Chinese.
    """

    kind: str
    text: str
    told: str
    chinese: bool


def planted() -> list[Item]:
    """Items of all kinds in both languages, `N` in all."""
    makers = {(k, zh): secrets(k, zh) for k in SAID for zh in (False, True)}
    turns = list(itertools.islice(itertools.cycle(makers), N))
    found = [(kind, zh, next(makers[kind, zh])) for kind, zh in turns]
    return [Item(kind, SAID[kind][zh].format(told), told, zh) for kind, zh, told in found]


def left(item: Item, text: str) -> bool:
    """Whether what tells the person apart is still in `text`; a title alone is not."""
    told = item.told
    bare = told.split(" ", 1)[-1] if told.startswith(("M", "Dr")) else told
    for title in ("先生", "女士", "小姐", "太太"):
        bare = bare.removesuffix(title)
    return bare.casefold() in text.casefold()
