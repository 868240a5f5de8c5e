"""Which of several things a customer's words name, by the terms that tell them apart."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from retrieval.terms import terms

_COMMON = frozenset(
    terms(
        "a an the of for with and or in on to my your this that these those it its one ones i we "
        "you is are was be do does has have get got want would like need please can could order "
        "item product thing return exchange cancel send back change pair set new old size color "
        "colour money refund buy bought ordered received how much what any about some say people "
        "customers good there stock sell card credit gift paypal payment pay method prefer "
        "我 你 您 的 了 想 要 退 换 买 个 件 一 这 那 这个 那个 订单 商品 东西 "
        "收到 帮 请 把 和 是 不 有 吗 款 货 退货 换货 取消 尺码 颜色 能 可以 多少 "
        "钱 多少钱 怎么样 评价 什么 你们 呢 评论 大家 推荐"
    )
)


def telling(text: str) -> frozenset[str]:
    """Terms of `text` that can tell one thing from another."""
    found = (term for term in terms(text) if term not in _COMMON)
    return frozenset(term for term in found if len(term) > 1 or not term.isascii())


class Naming:
    """Things and what they are called.

    Args:
        names: What each thing is called, in every language and with its options.
        kinds: What kinds of thing each is, or holds; a kind in every language.
    """

    def __init__(
        self, names: Mapping[str, Sequence[str]], kinds: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._told = {key: telling(" ".join(spelt)) for key, spelt in names.items()}
        self._kinds = {key: [telling(kind) for kind in held] for key, held in (kinds or {}).items()}

    def of_kind(self, words: str) -> tuple[str, ...]:
        """The things of the kind that `words` name, where they tell nothing else of them.

        >>> shop = Naming(
        ...     {"1": ["Kumo Yoga Mat"], "2": ["Zen 6"]}, {k: ["Yoga Mats"] for k in "12"}
        ... )
        >>> shop.of_kind("both yoga mats, please"), shop.of_kind("the Kumo yoga mat")
        (('1', '2'), ())
        """
        kinds = (kind for held in self._kinds.values() for kind in held)
        known = frozenset().union(*self._told.values(), *kinds) if self._told else frozenset()
        said = telling(words) & known
        return tuple(
            key for key, held in self._kinds.items() if said and any(said <= kind for kind in held)
        )

    def groups(self, words: str) -> tuple[tuple[str, ...], ...]:
        """The things that `words` name; those of one group cannot be told apart by them.

        A term counts if it is in the names of some things, not of all; a thing whose terms in
        `words` are only part of another's is left out.

        >>> shop = Naming(
        ...     {"1": ["Velo Headphones"], "2": ["Velo Kettle blue"], "3": ["Velo Kettle"]}
        ... )
        >>> shop.groups("the headphones and the blue kettle"), shop.groups("my kettle")
        ((('1',), ('2',)), (('2', '3'),))
        """
        everywhere = (
            frozenset.intersection(*self._told.values()) if len(self._told) > 1 else frozenset()
        )
        said = telling(words)
        hits = {key: (said & found) - everywhere for key, found in self._told.items()}
        found: dict[frozenset[str], list[str]] = {}
        for key, terms_said in hits.items():
            if terms_said and not any(terms_said < other for other in hits.values()):
                found.setdefault(terms_said, []).append(key)
        return tuple(tuple(keys) for keys in found.values())

    def nearest(self, words: str) -> tuple[str, ...]:
        """The things of the kind that `words` name, else with the most telling terms of them.

        Rare terms weigh more.
        """
        if found := self.of_kind(words):
            return found
        said = telling(words)
        weights = {
            key: sum(self._weights[term] for term in said & found)
            for key, found in self._told.items()
        }
        best = max(weights.values(), default=0.0)
        return tuple(key for key, weight in weights.items() if best and weight > 0.999 * best)

    @property
    def _weights(self) -> dict[str, float]:
        holding = Counter(term for found in self._told.values() for term in found)
        return {term: math.log(1 + len(self._told) / n) for term, n in holding.items()}
