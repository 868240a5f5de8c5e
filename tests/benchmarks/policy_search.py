"""Which point of the demo store's policies answers a question: by words, by meaning, by both.

    python -m tests.benchmarks.policy_search

Forty questions as customers ask them; the target is the point that holds the words beside it.
"""
# ruff: noqa: E501 - questions read best whole; a benchmark prints

from pathlib import Path

import numpy as np

from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder
from tools.service.policies import Policies
from tools.store.demo.labels import policy_texts
from tools.store.store import Store
from tools.wording.values import Language

QUESTIONS: dict[Language, dict[str, str]] = {
    "en": {
        "how long can I return an item": "within 15 days",
        "can I send it back if I just do not like it": "within 15 days",
        "who pays for return shipping": "Return shipping is free",
        "how long does delivery to the US take": "United States 8",
        "when will my parcel leave": "before 16:00",
        "is shipping free": "free from 99",
        "my parcel arrived broken": "parcel is damaged",
        "when do I get my money back": "the way it came",
        "headphones warranty": "1 year",
        "my device is faulty after two weeks": "first 30 days",
        "I need an invoice for my company": "Companies need",
        "the coupon does not work": "If a code does not work",
        "can I use two coupons": "One coupon code",
        "do you sell my data": "do not sell",
        "delete my account data": "copy of your data",
        "how do I exchange for another size": "Exchanges for another",
        "I opened the earbuds, can I return them": "seal unbroken",
        "change my address": "address can be changed",
        "the price dropped after I bought it": "Price protection",
        "tracking number has not moved": "not moved for 3 days",
    },
    "zh": {
        "买了不喜欢能退吗": "15天内可无理由",
        "几天内可以退货": "15天内可无理由",
        "退货运费谁出": "退货运费由我们",
        "什么时候发货": "16:00",
        "包邮吗": "满99元",
        "收到的包裹破损了怎么办": "破损",
        "退款多久到账": "原路",
        "耳机保修多久": "保修1年",
        "公司要开发票": "企业需提供",
        "优惠码用不了": "优惠码无法",
        "可以叠加两张券吗": "每单限用",
        "你们会泄露我的个人信息吗": "不会出售",
        "想改收货地址": "修改收货地址",
        "刚买就降价了": "价格保护",
        "快递好几天没动了": "3天没有更新",
        "换尺码": "换尺码",
        "拆封的面膜能退吗": "护肤品",
        "质量有问题怎么处理": "直接换新",
        "没发货能取消吗": "未发货的订单",
        "寄到新加坡要几天": "新加坡和马来西亚5至8天",
    },
}  # fmt: skip
OTHER = (
    "weather on mars",
    "write me a python script",
    "tell me a joke",
    "recommend a movie",
    "火星天气怎么样",
    "帮我写首诗",
    "讲个笑话",
    "今天股市怎么样",
)


def place(policies: Policies, question: str, language: Language, words: str) -> int:
    """Where the target stands among the points found, from 1; 99 where it is not found."""
    found = policies.search(question, language, k=60)
    return next((n for n, clause in enumerate(found, 1) if words in clause.text), 99)


def main() -> None:
    """Print the table."""
    embedder = TorchEmbedder.bundled(Settings(workspace=Path("demo")).cache)
    print(
        "| search | right first | among three | asked off the subject, none found |\n|---|---|---|---|"
    )
    for name, made in (("words", None), ("words and meaning", lambda: embedder)):
        policies = DemoPolicies(_no_store(), made)
        places = np.array(
            [
                place(policies, question, language, words)
                for language, asked in QUESTIONS.items()
                for question, words in asked.items()
            ]
        )
        silent = sum(not policies.search(q, "zh" if q > "一" else "en") for q in OTHER)
        print(
            f"| {name} | {(places == 1).sum()} of {len(places)} | {(places <= 3).sum()} | {silent} of {len(OTHER)} |"
        )


class DemoPolicies(Policies):
    """The demo store's policies without the store."""

    @property
    def texts(self) -> dict[str, str]:
        """The policies that every demo store has."""
        return policy_texts()


def _no_store() -> Store:
    from tests.small_store import small_store

    return small_store()


if __name__ == "__main__":
    main()
