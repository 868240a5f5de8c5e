"""What customer service may do in a store: the figures and lists of its policy, held to by code.

The policy itself is text that customers are quoted; these rules are its checkable part. A store
writes its own in `policies/rules.yaml` of the workspace, read anew each time.
"""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Field, ValidationError

from tools.errors import DataError

FOLDER = "policies"
RULES = "rules.yaml"

CancelReason = Literal["no longer needed", "ordered by mistake"]


class Rules(BaseModel, frozen=True, extra="forbid"):
    """The rules of one store; each has the value of a plain retail policy.

    Attributes:
        cancel_reasons: Reasons for which an order may be cancelled.
        return_days: Days after delivery within which items may be returned or exchanged; `None`
            for no limit. An order whose day of delivery is not known is not held to it.
        return_days_abroad: The same for customers abroad; `None` for the same number of days.
        home_country: Country that is not abroad, as it stands in addresses.
        return_fee: What is taken off the refund of a return that is not the store's fault.
        refund_days: Fewest and most working days a refund takes that is not to a gift card.
        proposal_minutes: How long a proposed change waits for the customer's yes.
        attempts: How often a customer may fail to be recognised before a person takes over.
        stuck_limit: How often in a row the customer may be left without help before that.
    """

    cancel_reasons: tuple[CancelReason, ...] = ("no longer needed", "ordered by mistake")
    return_days: int | None = Field(None, ge=1)
    return_days_abroad: int | None = Field(None, ge=1)
    home_country: str = ""
    return_fee: float = Field(0.0, ge=0)
    refund_days: tuple[int, int] = (5, 7)
    proposal_minutes: float = Field(15.0, gt=0)
    attempts: int = Field(5, ge=1)
    stuck_limit: int = Field(2, ge=1)

    @classmethod
    def read(cls, folder: Path | None) -> "Rules":
        """The rules of the workspace `folder`; those of a plain policy where it has none.

        Raises:
            DataError: If its `rules.yaml` cannot be read.
        """
        path = folder / FOLDER / RULES if folder else None
        if path is None or not path.exists():
            return cls()
        try:
            return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
        except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
            first = str(error).splitlines()[0]
            raise DataError(
                f"{str(path)!r} holds no rules ({first}); mend or remove it."
            ) from error

    def days_to_return(self, country: str) -> int | None:
        """Days within which items may come back from `country`; `None` for no limit."""
        abroad = bool(self.home_country) and country != self.home_country
        return (self.return_days_abroad if abroad else None) or self.return_days
