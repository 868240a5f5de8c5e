# ruff: noqa: S608  # words of the store are quoted
"""A question as the plain shapes see it."""

from dataclasses import dataclass

SOLD = "status <> 'cancelled'"


@dataclass(frozen=True)
class Asked:
    """A question as a shape sees it.

    Attributes:
        text: The question.
        when: Condition on the days of orders, empty for all time.
        values: Conditions on items and on customers, by their table.
        zh: Whether it is in Chinese.
        codes: Codes of coupons that it names, quoted.
    """

    text: str
    when: str
    values: dict[str, list[str]]
    zh: bool
    codes: tuple[str, ...] = ()

    def only(self, *homes: str) -> bool:
        """Whether nothing is named but what belongs to these tables."""
        return set(self.values) <= set(homes)

    def placed(self) -> str:
        """Conditions of orders, kept or not, as the end of a WHERE; empty for none."""
        parts = [self.when] if self.when else []
        if users := self.values.get("users"):
            parts.append(f"user_id IN (SELECT user_id FROM users WHERE {' AND '.join(users)})")
        if self.codes:
            parts.append(f"coupon IN ({', '.join(self.codes)})")
        return " AND ".join(parts)

    def sold(self, *, items: bool = False) -> str:
        """Conditions of orders kept, as the end of a WHERE."""
        of_items = self.values.get("items", []) if items else []
        return " AND ".join([SOLD, *filter(None, [self.placed()]), *of_items])
