# Chinese punctuation as people write it
"""How many of 500 planted personal items stay in the review index, the log or a search's answers.

    python -m tests.benchmarks.personal_items

Each item stands in a short review, in English or Chinese; what of it is still to be read counts as
missed. The sentences are the benchmark's own: no rule was written with them in sight.
"""

import itertools
import logging
import tempfile
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import phonenumbers

from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder
from tests.retrieval.test_review_index import rows, table

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


def planted() -> list[tuple[str, str, str]]:
    """Kind, sentence and item, `N` in all."""
    makers = {(k, zh): secrets(k, zh) for k in SAID for zh in (False, True)}
    turns = itertools.islice(itertools.cycle(makers), N)
    found = [(kind, SAID[kind][zh], next(makers[kind, zh])) for kind, zh in turns]
    return [(kind, said.format(item), item) for kind, said, item in found]


def left(item: str, text: str) -> bool:
    """Whether what tells the person apart is still in `text`; a title alone is not."""
    bare = item.split(" ", 1)[-1] if item.startswith(("M", "Dr")) else item
    for title in ("先生", "女士", "小姐", "太太"):
        bare = bare.removesuffix(title)
    return bare in text


def main() -> None:
    """Print the table."""
    log = StringIO()
    logging.basicConfig(stream=log, level="DEBUG")
    items = planted()
    folder = Path(tempfile.mkdtemp())
    index = ReviewIndex.open(folder, LetterEmbedder())
    reviews = [
        {**row, "review_id": f"p{n}", "title": None, "text": text}
        for n, (row, (_, text, _)) in enumerate(zip(rows(N), items, strict=True))
    ]
    index.update(table(reviews))
    kept = {near.review_id: near.text for near in index.vectors.stored()}
    files = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("n", "index", "log", "answer")}
    for n, (kind, text, item) in enumerate(items):
        answers = " ".join(hit.text for hit in index.search(text, 5, Filters()).hits)
        counts["n"][kind] += 1
        counts["index"][kind] += left(item, kept[f"p{n}"]) or item.encode() in files
        counts["log"][kind] += left(item, log.getvalue())
        counts["answer"][kind] += left(item, answers)
        if left(item, kept[f"p{n}"]):
            print(f"missed: {text}")  # what it is run for
    print(
        "| kind | planted | in the index | in the log | in an answer |\n|---|---:|---:|---:|---:|"
    )
    for kind in SAID:
        print(f"| {kind} | " + " | ".join(str(c[kind]) for c in counts.values()) + " |")


if __name__ == "__main__":
    main()
