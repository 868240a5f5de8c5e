"""Why a user got her probability, in words: contributions summed by theme."""

from dataclasses import dataclass

import numpy as np

from tools.prediction.features import Features, Floats
from tools.wording.speaker import Speaker
from tools.wording.values import Count, Money, Name, Number, Value

THEMES: dict[str, tuple[str, ...]] = {
    "category": ("category_",),
    "recency": ("days_since_purchase", "last_purchase_age"),
    "rhythm": ("gap_days", "overdue", "first_purchase_age"),
    "cart": ("days_since_cart", "carts_", "wishlists_"),
    "views": ("views_", "searches_"),
    "frequency": ("orders_", "purchase_days", "lines_"),
    "value": ("value_", "units_", "order_value"),
    "activity": ("days_since_active", "active_days_", "sessions_", "trend"),
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


@dataclass(frozen=True)
class Reasons:
    """Words for the themes of users at a cut; money in `currency` (ISO 4217)."""

    features: Features
    windows: tuple[int, ...]
    currency: str

    def say(self, theme: str, row: int) -> Name:
        """What the user in `row` did that falls under `theme`, as a phrase in both languages."""
        values = self._values(row)
        known = {name: value for name, value in values.items() if value is not None}
        message = f"purchase-reason-{theme}"
        if theme in ("recency", "rhythm") and len(known) < len(values):
            bought = "days" in known
            message = "purchase-reason-once" if bought else "purchase-reason-never"
        return Name(en=self._phrase("en", message, known), zh=self._phrase("zh", message, known))

    def joined(self, themes: list[str], row: int) -> Name:
        """Several themes in one cell."""
        told = [
            t for t in themes if not (t == "recency" and "rhythm" in themes)
        ]  # rhythm says both
        phrases = list(dict.fromkeys(self.say(theme, row) for theme in told))
        return Name(
            en="; ".join(p.en for p in phrases), zh="；".join(p.zh or p.en for p in phrases)
        )

    def _phrase(self, language: str, message: str, known: dict[str, Value]) -> str:
        speaker = Speaker("zh" if language == "zh" else "en", self.currency)
        said: dict[str, str | float] = {name: speaker.say(v) for name, v in known.items()}
        numbers = {f"{k}_value": float(v.n) for k, v in known.items() if isinstance(v, Count)}
        return speaker.message(message, **said, **numbers)

    def _values(self, row: int) -> dict[str, Value | None]:
        window = max(w for w in self.windows if w <= 30)
        return {
            "days": self._count("last_purchase_age", row),
            "gap": self._gap(row),
            "window": Count(n=window),
            "carts": self._count(f"carts_{window}d", row),
            "views": self._count(f"views_{window}d", row),
            "active": self._count(f"active_days_{window}d", row),
            "orders": self._count("orders_total", row),
            "returns": self._count("returns_total", row),
            "tenure": self._count("tenure_days", row),
            "value": Money(amount=float(self.features.column("value_total")[row])),
        }

    def _count(self, name: str, row: int) -> Count | None:
        value = self.features.column(name)[row]
        return None if np.isnan(value) else Count(n=int(value))

    def _gap(self, row: int) -> Number | None:
        value = self.features.column("gap_days")[row]
        return None if np.isnan(value) else Number(value=float(value), digits=0)
