"""Customer service: the agent that answers a store's customers, and the copilot of its people."""

from assistant.service.assistant import ServiceAssistant
from assistant.service.turns import Citation, Edit, ServiceTurn, Suggestion

__all__ = ["Citation", "Edit", "ServiceAssistant", "ServiceTurn", "Suggestion"]
