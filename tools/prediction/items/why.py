"""Why an item is shown to a user, in words: what she did with it, else with what is near it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from tools.prediction.items.candidates import Knowledge
from tools.prediction.items.interactions import PURCHASE, Interactions, Rows
from tools.prediction.items.neighbours import Content, Neighbours
from tools.prediction.items.recommenders import profile
from tools.prediction.items.together import LEAST_LIFT
from tools.wording.speaker import Speaker
from tools.wording.values import Count, Language, Name, Number, Share, Value

MIN_PEOPLE = 10  # fewer are not counted in a reason
LATELY = 60  # days in which a view or a cart is a reason
MUCH = 0.25  # share of a user's interest that is worth saying
LANGUAGES: tuple[Language, Language] = ("en", "zh")


@dataclass(frozen=True)
class Why:
    """Words for why items are shown.

    Attributes:
        knowledge: What was seen.
        names: What items are called, by id.
        categories: What categories are called, by category, of the items by id.
    """

    knowledge: Knowledge
    names: Mapping[str, Name]
    categories: Mapping[str, Name]

    def reasons(self, user: int, items: Rows, scored: Mapping[str, csr_array]) -> list[Name]:
        """One reason for each of `items` for the user at place `user`, whose scores these are."""
        rows = np.zeros(len(items), dtype=int)
        found = self.knowledge.features(np.array([user]), rows, items, scored)
        return [
            self._own({name: float(values[i]) for name, values in found.items()})
            or self._near(user, int(item))
            or self._liked({name: float(values[i]) for name, values in found.items()}, int(item))
            or popular(self.knowledge.seen, int(item), self.knowledge.horizon_days)
            for i, item in enumerate(items)
        ]

    def _own(self, values: Mapping[str, float]) -> Name | None:
        """What she did with the item herself."""
        bought, last = values.get("bought", np.nan), values.get("bought_last", np.nan)
        if bought >= 2 and values["bought_gap"] >= 1:
            gap = Number(value=values["bought_gap"], digits=0)
            return said("items-why-rebuys", times=Count(n=int(bought)), gap=gap, days=_days(last))
        unbought = not last <= min(values.get("carted_last", 1e9), values.get("viewed_last", 1e9))
        for kind, message in (("carted", "items-why-cart"), ("wished", "items-why-wished")):
            if unbought and values.get(f"{kind}_last", np.nan) <= LATELY:
                return said(message, days=_days(values[f"{kind}_last"]))
        if unbought and values.get("viewed_last", np.nan) <= LATELY and values["viewed"] >= 1:
            times = Count(n=int(values["viewed"]))
            return said("items-why-viewed", times=times, days=_days(values["viewed_last"]))
        if bought >= 1:
            return said("items-why-bought", times=Count(n=int(bought)), days=_days(last))
        return None

    def _near(self, user: int, item: int) -> Name | None:
        """The item of hers that goes with this one most tellingly, and how many want both."""
        seen, likest = self.knowledge.seen, None
        told: list[tuple[float, Name]] = []
        for each in self.knowledge.recommenders:
            if not isinstance(each, Neighbours):
                continue
            anchor = self._anchor(each, user, item)
            name = None if anchor is None else self.names.get(str(seen.item_ids[anchor]))
            if anchor is None or name is None:
                continue
            both, first, second = self._shared(anchor, item)
            lift = both * seen.shape[0] / max(first * second, 1)
            if both >= MIN_PEOPLE and lift >= LEAST_LIFT:
                words = said(
                    "items-why-near",
                    anchor=name,
                    both=Count(n=both),
                    users=Count(n=first),
                    lift=Number(value=lift),
                )
                told.append((lift, words))
            elif isinstance(each, Content):
                likest = said("items-why-like", anchor=name)
        return max(told, key=lambda each: each[0])[1] if told else likest

    def _anchor(self, each: Neighbours, user: int, item: int) -> int | None:
        wanted = profile(self.knowledge.seen, np.array([user]), each.half_life)
        towards = each.near[:, [item]].toarray().ravel()[wanted.indices]
        pushed = wanted.data * towards
        pushed[wanted.indices == item] = 0
        return int(wanted.indices[np.argmax(pushed)]) if pushed.max(initial=0) > 0 else None

    def _shared(self, anchor: int, item: int) -> tuple[int, int, int]:
        """Users who did anything with both items, with `anchor` and with `item`."""
        pairs = self.knowledge.seen.pairs
        first = pairs.rows[pairs.items == anchor]
        second = pairs.rows[pairs.items == item]
        return len(np.intersect1d(first, second)), len(first), len(second)

    def _liked(self, values: Mapping[str, float], item: int) -> Name | None:
        """The category most of her interest lies in."""
        category = self.categories.get(str(self.knowledge.seen.item_ids[item]))
        share = values.get("category_share", np.nan)
        if category is None or not share >= MUCH:
            return None
        return said("items-why-category", category=category, share=Share(ratio=share, digits=0))


def popular(seen: Interactions, item: int, days: int) -> Name:
    """How often the item was bought in the last `days`, where often enough to be said."""
    sold = int(seen.counted(PURCHASE, days)[item])
    if sold < MIN_PEOPLE:
        return said("items-why-general")
    return said("items-why-popular", sold=Count(n=sold), days=Count(n=days))


def said(message: str, **values: Value) -> Name:
    """A phrase of the catalogues in both languages."""
    texts = []
    for language in LANGUAGES:
        speaker = Speaker(language)
        known: dict[str, str | float] = {name: speaker.say(v) for name, v in values.items()}
        numbers = {f"{k}_value": float(v.n) for k, v in values.items() if isinstance(v, Count)}
        texts.append(speaker.message(message, **known, **numbers))
    return Name(en=texts[0], zh=texts[1])


def _days(age: float) -> Count:
    """Days before the day that is predicted, at least one."""
    return Count(n=max(1, int(np.ceil(age))))
