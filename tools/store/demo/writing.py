"""Composing a review."""

from dataclasses import dataclass

from tools.store.demo.config import Rng


@dataclass(frozen=True)
class Brief:
    """What one review is about."""

    category: str
    noun: str
    brand: str
    language: str
    rating: int
    banks: dict[str, str]
    felt: dict[str, float]


class Writer:
    """Writes."""

    def __init__(self, rng: Rng) -> None:
        self.rng = rng

    def write(self, brief: Brief) -> tuple[int, str, str]:
        """Write."""
        return (
            brief.rating,
            "",
            brief.noun
            + " "
            + ", ".join(f"{a} {'good' if f > 0 else 'bad'}" for a, f in brief.felt.items()),
        )

    def nearly(self, text: str) -> str:
        """Nearly."""
        return text + "!"
