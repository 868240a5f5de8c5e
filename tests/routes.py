"""Routes as a router gives them that cannot tell several tools apart."""

from collections.abc import Sequence

from assistant.routing import Route


def among(tools: Sequence[str]) -> Route:
    """A route where each of `tools` is as likely as the others."""
    return Route(list(tools), dict.fromkeys(tools, 1 / len(tools)))
