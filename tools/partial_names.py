# ruff: noqa: E501, SIM905  # lists of words read best run together
"""Short ways to say a value's name: the head noun ("keyboards" of "Mechanical Keyboards")."""

import re
from collections.abc import Iterable, Iterator

from tools.wording.values import Name

MOST_VALUES = {"category": 8}
"""A short name that fits more values than this, else than `MOST_ELSEWHERE`, names none of them."""
MOST_ELSEWHERE = 4

SHORTENED = frozenset({"category", "brand", "channel", "region"})
"""Dimensions whose values are called by part of their names; items' titles are too many."""

# Heads that say nothing of which value is meant.
EMPTY = frozenset(
    "product products item items good goods supply supplies accessory accessories set sets kit kits"
    " thing things other others misc general new sale sales store shop market online brand company"
    " group care line series collection equipment gear wear stuff part parts service services best"
    " day days week month year time order orders customer customers home house men women man woman"
    " kids male female co inc ltd llc the ads media engine engines message program traffic search"
    " north south east west central region province state city area district top tops trend".split()
) | frozenset(
    "用品 产品 商品 配件 设备 装备 系列 其他 服务 专区 周边 礼盒 套装 公司 集团 推广 访问 渠道 广告"
    " 引擎 媒体 程序 通知 活动 节日 周末 时间 地区 区域 大区 女性 男性 女士 男士 手机 电脑 平板 品牌"
    " 新品 热销 爆款 问题 评价 价格 质量 顾客 用户 销售 订单 收入 数据".split()
)
_ANY = frozenset({"product", "products", "item", "items"})
"""Heads without which a name says the same."""
_FOR = frozenset({"supplies", "goods"})
"""Heads that two other words say enough without ("Pet Care Supplies"), and one does not."""
LEAST_CLIPPED = 3
"""Fewest letters that are left of a word cut short."""
LEAST_WHOLE = 4
"""A Chinese name of more characters is also called by its first ones ("扫地机")."""
_COORDINATED = re.compile(r"\s*(?:&|\+|/|,|、|·|与|和|及|\band\b)\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|\s+(?:province|state|city|region))$", re.IGNORECASE
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{3,}")


def short_names(
    dimension: str, value: str, name: Name, goods: frozenset[str] = frozenset()
) -> list[str]:
    """Other ways to say `value` of `dimension`, of which the store calls it `name`.

    Args:
        dimension: A dimension's name.
        value: Value of it.
        name: What the store calls it.
        goods: Words that names of categories end in (`heads`), in lower case.

    >>> short_names("category", "c1", Name(en="Water Cups", zh="机械键盘"))
    ['Cups', 'Water Cup', '械键盘', '键盘', 'Water and Cups']
    """
    if dimension not in SHORTENED:
        return []
    labels = dict.fromkeys(word for word in (value, name.en, name.zh) if word)
    found = dict.fromkeys(part for label in labels for part in _parts(dimension, label))
    if dimension == "category":
        found |= dict.fromkeys(part for label in labels for part in pieces(label, goods))
    return [part for part in found if part.casefold() not in EMPTY and part not in labels]


def heads(names: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that English names of several words end in: they are goods.

    >>> sorted(heads(["office furniture", "Garden Tools", "Toys"]))
    ['furniture', 'tools']
    """
    told = (label.casefold().split() for label in names if label.isascii())
    return frozenset(words[-1] for words in told if len(words) > 1)


def pieces(label: str, goods: frozenset[str] = frozenset()) -> list[str]:
    """The kinds of goods that one category's name lists, and the name with "and" between them.

    A list may have lost its commas: words in the plural before the last one are goods by
    themselves ("watches gifts"; a kind of gift would be "watch gifts"), and so is a first word
    that another name ends in.

    Args:
        label: A category's name.
        goods: Words that names of categories end in (`heads`), in lower case.

    >>> pieces("watches gifts"), pieces("furniture decor", frozenset({"furniture"}))
    (['watches', 'watches and gifts'], ['furniture', 'furniture and decor'])
    >>> pieces("Toys & Games"), pieces("Water Cups")
    (['Toys', 'Games'], ['Water and Cups'])
    """
    told = [piece for piece in _COORDINATED.split(label) if piece != label]
    words = label.split() if label.isascii() and not told else []
    joined = [f"{' '.join(words[:-1])} and {words[-1]}"] if len(words) > 1 else []
    alone = (word for piece in told or [label] for word in _goods_in(piece, goods))
    return list(dict.fromkeys((*told, *alone, *joined)))


def _goods_in(piece: str, goods: frozenset[str]) -> Iterator[str]:
    """Words before the last one of an English name that are goods by themselves."""
    words = piece.split() if piece.isascii() else []
    for place, word in enumerate(words[:-1]):
        plural = len(word) > LEAST_WHOLE and word.lower().endswith("s")
        if (plural and not word.lower().endswith("ss")) or (
            place == 0 and word.casefold() in goods
        ):
            yield word


def _parts(dimension: str, label: str) -> Iterator[str]:
    if " & " in label:
        yield label.replace(" & ", " and ")
    if dimension == "region":
        yield _PLACE.sub("", label)
        return
    for piece in _COORDINATED.split(label):
        if dimension not in ("brand", "category") and piece != label:
            yield piece
        yield from _heads(piece)
        if dimension == "category":
            yield from _clipped(piece)


def _heads(label: str) -> Iterable[str]:
    """The last word of an English name; endings of a Chinese one, and the beginnings of a long one."""
    if _CHINESE.fullmatch(label):
        starts = range(LEAST_CLIPPED, len(label) - 1 if len(label) > LEAST_WHOLE else 0)
        return [label[n:] for n in range(1, len(label) - 1)] + [label[:n] for n in starts]
    words = _WORD.findall(label) if label.isascii() else []
    rest, last = words[:-1], words[-1].casefold() if words else ""
    told = [" ".join(rest)] if (rest and last in _ANY) or (rest[1:] and last in _FOR) else []
    if last in _ANY:
        words = rest  # "Fluid Milk Products" are milk
    return [*told, *(words[-1:] if (told or len(words) > 1) and len(words[-1]) > 2 else [])]


def _clipped(label: str) -> Iterator[str]:
    """A name whose last word is cut short, as people say it ("robot vac")."""
    words = _WORD.findall(label)
    if len(words) < 2 or not label.isascii():
        return
    first, last = " ".join(words[:-1]), words[-1]
    yield from (f"{first} {last[:n]}" for n in range(LEAST_CLIPPED, len(last)))
