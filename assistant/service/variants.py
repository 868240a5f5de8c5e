"""Which variant of a product a customer wants instead, by the options her words name."""

import re
from collections.abc import Mapping

from retrieval.terms import terms
from tools.service.records import OrderItem, Product, Variant

_NOT_WANTED = re.compile(
    r"\b(?:instead of|rather than|not)\s+(?:the |a |my )?[^,.;!?]{1,40}"
    r"|(?:而不是|不要)[^，。；！？]{1,12}",
    re.IGNORECASE,
)
_LARGER = re.compile(
    r"\b(?:larger|bigger|size up)\b|too (?:small|tight|short)|大一号|大一码|换大|太?小了|偏小|太紧",
    re.I,
)
_SMALLER = re.compile(
    r"\b(?:smaller|size down)\b|too (?:big|large|loose|long)|小一号|小一码|换小|太?大了|偏大|太松",
    re.I,
)
_SIZES = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")


def wanted(words: str, item: OrderItem, product: Product) -> tuple[Variant, ...]:
    """Variants that can be had and fit `words`, those most like `item` first; none if none fits.

    An option that her words do not name stays as it is where it can.

    Args:
        words: Her own.
        item: What she has.
        product: Of which it is.
    """
    named = _named(_NOT_WANTED.sub(" ", words), item, product) | _sized(words, item, product)
    if not named:
        return ()
    fitting = [
        variant
        for variant in product.variants
        if variant.available
        and variant.item_id != item.item_id
        and all(variant.options.get(key) == value for key, value in named.items())
    ]
    alike = {
        v.item_id: sum(item.options.get(k) == o for k, o in v.options.items()) for v in fitting
    }
    best = max(alike.values(), default=0)
    return tuple(variant for variant in fitting if alike[variant.item_id] == best)


def _named(words: str, item: OrderItem, product: Product) -> dict[str, str]:
    """The option values that `words` name and the item does not have."""
    said = set(terms(words))
    values = {(key, value) for v in product.variants for key, value in v.options.items()}
    hits = [
        (len(told), key, value)
        for key, value in values
        if (told := set(terms(value))) and told <= said and item.options.get(key) != value
    ]
    return {key: value for _, key, value in sorted(hits)}  # the longest name of an option counts


def _sized(words: str, item: OrderItem, product: Product) -> dict[str, str]:
    """The next size up or down, where she asks for it."""
    step = 1 if _LARGER.search(words) else -1 if _SMALLER.search(words) else 0
    key = next((k for k in item.options if k.casefold() in {"size", "尺码", "尺寸"}), None)
    if not step or key is None:
        return {}
    ranks = _ranks({v.options[key] for v in product.variants if key in v.options})
    now = ranks.get(item.options[key])
    following = [value for value, rank in ranks.items() if now is not None and rank == now + step]
    return {key: following[0]} if following else {}


def _ranks(sizes: set[str]) -> Mapping[str, int]:
    """Sizes by their order, from 0."""
    letters = {size: _SIZES.index(size.casefold()) for size in sizes if size.casefold() in _SIZES}
    numbers = {size: float(size) for size in sizes if re.fullmatch(r"\d+(\.\d+)?", size)}
    known: Mapping[str, float] = letters if len(letters) == len(sizes) else numbers
    return {size: rank for rank, size in enumerate(sorted(known, key=lambda s: known[s]))}
