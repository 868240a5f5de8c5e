"""Why a user got her probability, in words: contributions summed by theme."""

from dataclasses import dataclass

import numpy as np

from tools.prediction.features import Features, Floats
from tools.wording.speaker import Speaker
from tools.wording.values import Count, Money, Name, Number, Value

THEMES: dict[str, tuple[str, ...]] = {
    "category": ("category_",),
    "recency": ("days_since_purchase", "last_purchase_age"),
    "rhythm": ("gap_", "overdue", "first_purchase_age"),
    "cart": ("days_since_cart", "carts_", "wishlists_"),
    "views": ("views_", "searches_"),
    "frequency": ("orders_", "purchase_days", "lines_"),
    "value": ("value_", "units_", "order_value"),
    "activity": ("days_since_active", "active_days_", "activity_", "sessions_", "trend"),
    "returns": ("returns_", "return_share"),
    "tenure": ("tenure_days",),
    "habit": ("weekend_share",),
}
"""Themes and the beginnings of the names of their features."""


def theme_of(feature: str) -> str:
    """The theme `feature` belongs to.

    >>> theme_of("carts_7d")
    'cart'
    """
    return next(theme for theme, starts in THEMES.items() if feature.startswith(starts))


def by_theme(contributions: Floats, names: tuple[str, ...]) -> dict[str, Floats]:
    """Contributions [n, n_features + 1] summed per theme: theme to [n]; the constant left out."""
    themes = [theme_of(name) for name in names]
    return {
        theme: contributions[:, [i for i, own in enumerate(themes) if own == theme]].sum(axis=1)
        for theme in dict.fromkeys(themes)
    }


LOWER_IS_BETTER = {"recency", "rhythm", "returns"}
UNTOLD = {"habit", "tenure"}  # they move the model, but mean little to a person


@dataclass(frozen=True)
class Reasons:
    """Words for the themes of users at a cut.

    Attributes:
        features: Everyone's features.
        windows: Lengths in days of the feature windows.
        currency: ISO 4217 code.
        category: The category asked about, if any.
    """

    features: Features
    windows: tuple[int, ...]
    currency: str
    category: Name | None = None

    @property
    def window(self) -> int:
        """Days that the phrases look back: the longest window of at most 30 days."""
        return max(w for w in self.windows if w <= 30)

    def agrees(self, theme: str, row: int, sign: int) -> bool:
        """Whether what the user in `row` did says the same to a person as to the model.

        Weights of features that move together can point the wrong way; such a reason is not told.
        """
        if theme in UNTOLD or (theme == "returns" and sign > 0):
            return False
        better = -1 if theme in LOWER_IS_BETTER else 1
        column = self.features.column(self._shown(theme))
        own, known = column[row], column[~np.isnan(column)]
        if np.isnan(own):  # no purchase yet, or no second one
            return sign < 0
        return bool(sign * better * (own - known.mean()) > 0)

    def _shown(self, theme: str) -> str:
        w = self.window
        return {
            "category": f"category_views_{w}d",
            "recency": "last_purchase_age",
            "rhythm": "gap_days",
            "cart": f"carts_{w}d",
            "views": f"views_{w}d",
            "frequency": "orders_total",
            "value": "value_total",
            "activity": f"active_days_{w}d",
            "returns": "returns_total",
        }[theme]

    def say(self, theme: str, row: int) -> Name:
        """What the user in `row` did that falls under `theme`, as a phrase in both languages."""
        values = self._values(theme, row)
        known = {name: value for name, value in values.items() if value is not None}
        message = f"purchase-reason-{theme}"
        if theme in ("recency", "rhythm") and ("gap" not in known or "days" not in known):
            message = "purchase-reason-once" if "days" in known else "purchase-reason-never"
            if self.features.column("purchase_days")[row] > 1:
                message = "purchase-reason-recency"
        return Name(en=self._phrase("en", message, known), zh=self._phrase("zh", message, known))

    def joined(self, themes: list[str], row: int) -> Name:
        """Several themes in one cell."""
        told = [
            t for t in themes if not (t == "recency" and "rhythm" in themes)
        ]  # rhythm says both
        phrases = list(dict.fromkeys(self.say(theme, row) for theme in told))
        if not phrases:
            none = "purchase-reason-none"
            return Name(en=self._phrase("en", none, {}), zh=self._phrase("zh", none, {}))
        return Name(
            en="; ".join(p.en for p in phrases), zh="；".join(p.zh or p.en for p in phrases)
        )

    def _phrase(self, language: str, message: str, known: dict[str, Value]) -> str:
        speaker = Speaker("zh" if language == "zh" else "en", self.currency)
        said: dict[str, str | float] = {name: speaker.say(v) for name, v in known.items()}
        numbers = {f"{k}_value": float(v.n) for k, v in known.items() if isinstance(v, Count)}
        return speaker.message(message, **said, **numbers)

    def _values(self, theme: str, row: int) -> dict[str, Value | None]:
        window = self.window
        values: dict[str, Value | None] = {"window": Count(n=window)}
        if theme == "category" and self.category is not None:
            seen, added = f"category_views_{window}d", f"category_carts_{window}d"
            return values | {
                "category": self.category,
                "seen": self._count(seen, row),
                "added": self._count(added, row),
            }
        return values | {
            "days": self._count("last_purchase_age", row),
            "gap": self._gap(row),
            "carts": self._count(f"carts_{window}d", row),
            "views": self._count(f"views_{window}d", row),
            "active": self._count(f"active_days_{window}d", row),
            "orders": self._count("orders_total", row),
            "returns": self._count("returns_total", row),
            "value": Money(amount=float(self.features.column("value_total")[row])),
        }

    def _count(self, name: str, row: int) -> Count | None:
        value = self.features.column(name)[row]
        return None if np.isnan(value) else Count(n=int(value))

    def _gap(self, row: int) -> Number | None:
        value = self.features.column("gap_days")[row]
        return None if np.isnan(value) else Number(value=float(value), digits=0)
