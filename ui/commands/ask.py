"""`ask --as service`: the messages of a customer from the terminal, each answered in turn."""

import sys
from collections.abc import Sequence
from dataclasses import asdict

from assistant.conversations import Conversations
from assistant.service.threads import ServiceThreads
from assistant.service.turns import ServiceTurn
from assistant.workbench import Workbench
from ui.commands.common import print_json, say


def ask_service(
    bench: Workbench,
    messages: Sequence[str],
    user: str | None,
    thread: str | None,
    *,
    as_json: bool,
) -> None:
    """Answer a customer's messages one after another.

    Args:
        bench: The workspace.
        messages: What she writes.
        user: The customer, where the shop has signed her in; whoever runs this vouches for it.
        thread: Conversation to continue; a new one begins without.
        as_json: Print one JSON object a message.
    """
    thread_id = thread or Conversations.new_id()
    for message in messages:
        for piece in bench.service_assistant.reply(thread_id, message, user):
            if not isinstance(piece, ServiceTurn):
                if not as_json:
                    sys.stdout.write(piece)
                    sys.stdout.flush()
            elif as_json:
                print_json(piece.to_json())
            else:
                _print_rest(piece)


def list_threads(bench: Workbench, user: str | None, *, as_json: bool) -> None:
    """Print the conversations kept, of one customer or all, the latest first.

    Args:
        bench: The workspace.
        user: The customer; `None` for everybody's.
        as_json: Print one JSON object a conversation.
    """
    kept = ServiceThreads(bench.service.book).kept(user)
    for one in kept:
        if as_json:
            print_json({**asdict(one), "updated_at": one.updated_at.isoformat()})
        else:
            when = f"{one.updated_at:%Y-%m-%d %H:%M}"
            say(f"{one.thread_id}  {when}  {one.user_id or '-'}  {one.title}")
    if not kept and not as_json:
        say("No conversation is kept yet.")


def _print_rest(turn: ServiceTurn) -> None:
    """What an answer rests on, and who has the conversation now."""
    say("")
    for source in turn.citations:
        say(f"  [{source.kind}: {source.title}]")
    if turn.summary is not None:
        say(f"  [handed over: {turn.summary}]")
    say("")
