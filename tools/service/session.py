"""One conversation of a customer with the service: who she is and what waits for her yes."""

import secrets
from dataclasses import dataclass, field
from typing import Literal

from tools.errors import ToolError
from tools.service.proposals import Asker, Proposal
from tools.wording.values import Language

Mood = Literal["calm", "upset"]
HandOverReason = Literal["asked", "stuck", "upset", "out of scope", "not recognised"]


@dataclass
class Session:
    """The state of one conversation.

    Attributes:
        session_id: Its key in the log.
        language: Language the customer writes.
        user_id: The customer recognised; `None` before.
        attempts: Times she could not be recognised.
        pending: The change that waits for her yes, if one does.
        stuck: Turns in a row that did not help her.
        helped: Whether the turn under way has helped; `None` while nothing was tried in it.
        mood: How she sounds.
        handed_over: Why a person has taken over, if one has.
        asked: What she wrote, in order.
        done: What has been changed for her, in sentences.
    """

    session_id: str = field(default_factory=lambda: secrets.token_hex(8))
    language: Language = "en"
    user_id: str | None = None
    attempts: int = 0
    pending: Proposal | None = None
    stuck: int = 0
    helped: bool | None = None
    mood: Mood = "calm"
    handed_over: HandOverReason | None = None
    asked: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    @property
    def asker(self) -> Asker:
        """The customer of this conversation.

        Raises:
            ToolError: If she has not been recognised yet.
        """
        if self.user_id is None:
            raise ToolError("service-not-recognised")
        return Asker(self.session_id, self.user_id)
