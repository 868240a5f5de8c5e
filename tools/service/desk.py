"""The service desk: one conversation's turns, whoever words the answers.

It reads each message for what code alone may decide: the yes or no to a change that waits. A yes
counts only as the very next message after the change was told; anything else takes the proposal
back, so that no yes can be meant for something else.
"""

from dataclasses import dataclass, field

from tools.service.consent import answer_in
from tools.service.service import Service
from tools.service.session import Session
from tools.service.tools import ServiceTools
from tools.service.words import answer
from tools.wording.statements import Statement


@dataclass
class ServiceDesk:
    """One customer's conversation with a store's service."""

    service: Service
    session: Session = field(default_factory=Session)

    @property
    def tools(self) -> ServiceTools:
        """The tools of this conversation."""
        return ServiceTools(self.service, self.session)

    def settle(self, message: str) -> tuple[Statement, ...]:
        """What the customer's `message` settles by itself: the change that waits, made or dropped.

        Args:
            message: Her own words, as she wrote them.

        Returns:
            What has been done, or that nothing has; empty where nothing waited for an answer, or
            where the message was none: then the proposal is taken back and the message is to be
            answered like any other.

        Raises:
            ToolError: If the change can no longer be made as it was told.
        """
        pending, self.session.pending = self.session.pending, None
        if pending is None:
            return ()
        asker, reply = self.session.asker, answer_in(message)
        if reply == "yes":
            return self.service.proposals.confirm(asker, pending.token, message).done
        self.service.proposals.withdraw(asker)
        return (answer("service-withdrawn"),) if reply == "no" else ()
