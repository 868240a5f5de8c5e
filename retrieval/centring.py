"""Sentence vectors centred on the mean of their language and of their kind.

E5's raw cosines crowd between 0.7 and 0.9 and order reviews by language before subject. Taking the
mean away is the cure of Mu & Viswanath 2018 ("All-but-the-Top"). Measured on 4,000 English and
4,000 Chinese reviews with 30 short questions: the ten nearest hold the question's own words in
85 % and 81 % of cases, against 80 % and 78 % without, and the other language is found as well.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.embedding import Embedder, Vectors

ANCHORS = {
    "en": (
        "what do customers say",
        "how is the quality",
        "price",
        "does it fit",
        "delivery was slow",
        "colour",
        "complaints",
        "size runs small",
        "gift",
        "material feels cheap",
    ),
    "zh": (
        "顾客怎么说",
        "质量怎么样",
        "价格",
        "合身吗",
        "物流太慢",
        "颜色",
        "投诉",
        "尺码偏小",
        "送礼",
        "材质廉价",
    ),
}
"""Ordinary questions; their mean is what all questions of a language share."""

PROBES = {
    "en": (
        "mortgage interest rate",
        "airport transfer",
        "football league results",
        "parliament election",
        "engine oil change",
        "dentist appointment",
        "piano lessons",
        "visa application",
        "hotel breakfast",
        "weather forecast",
        "chess opening",
    ),
    "zh": (
        "房贷利率",
        "机场接送",
        "足球联赛比分",
        "议会选举",
        "更换发动机机油",
        "预约牙医",
        "钢琴课",
        "签证申请",
        "酒店早餐",
        "天气预报",
        "象棋开局",
    ),
}
"""Questions no shop's reviews answer; even a store that answers some leaves their median alone."""

_SAMPLE = 400  # reviews of a language its mean is taken from
_CJK = re.compile(r"[\u4e00-\u9fff]")


def language_of(text: str) -> str:
    """`zh` for text with a Chinese character, else `en`.

    >>> language_of("USB 线太短"), language_of("cable too short")
    ('zh', 'en')
    """
    return "zh" if _CJK.search(text) else "en"


@dataclass(frozen=True)
class Centring:
    """Mean vectors of a collection, frozen when it is made so that its vectors stay comparable.

    Attributes:
        query_means: Language to the mean of its questions.
        passage_means: Language to the mean of its reviews.
    """

    query_means: Mapping[str, Vectors]
    passage_means: Mapping[str, Vectors]

    @classmethod
    def fit(cls, embedder: Embedder, samples: Mapping[str, Sequence[str]]) -> "Centring":
        """Means from the anchors and up to 400 reviews of each language in `samples`.

        The anchors count as reviews too, so that a handful of reviews does not become its own mean.
        """
        passage_means = {}
        for language in sorted({*ANCHORS, *samples}):
            texts = samples.get(language, ())
            sample = list(texts[:: max(1, len(texts) // _SAMPLE)][:_SAMPLE])
            anchors = list(ANCHORS.get(language, ANCHORS["en"]))
            passage_means[language] = embedder.passages(anchors + sample).mean(axis=0)
        query_means = {
            name: embedder.queries(texts).mean(axis=0) for name, texts in ANCHORS.items()
        }
        return cls(query_means, passage_means)

    @classmethod
    def from_json(cls, text: str) -> "Centring":
        """What `to_json` wrote."""
        return cls(
            *(
                {language: np.asarray(mean, np.float32) for language, mean in means.items()}
                for means in json.loads(text)
            )
        )

    def to_json(self) -> str:
        """The means as JSON, six decimals each."""
        return json.dumps(
            [
                {language: mean.astype(float).round(6).tolist() for language, mean in means.items()}
                for means in (self.query_means, self.passage_means)
            ]
        )

    def queries(self, vectors: Vectors, languages: Sequence[str]) -> Vectors:
        """`vectors` of questions, centred, at length 1."""
        return _centred(vectors, languages, self.query_means)

    def passages(self, vectors: Vectors, languages: Sequence[str]) -> Vectors:
        """`vectors` of reviews, centred, at length 1."""
        return _centred(vectors, languages, self.passage_means)


def _centred(vectors: Vectors, languages: Sequence[str], means: Mapping[str, Vectors]) -> Vectors:
    if not len(vectors):
        return vectors
    centred = vectors - np.stack([means.get(name, means["en"]) for name in languages])
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(lengths, 1e-6), np.float32)
