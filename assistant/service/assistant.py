"""The service assistant: conversations with customers, kept from one message to the next."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage

from assistant.grounding import figures_in, is_grounded
from assistant.service.agent import ServiceAgent
from assistant.service.composing import Draft, pieces
from assistant.service.copilot import suggest
from assistant.service.listening import Listener, instructions
from assistant.service.loop import ServiceLoop, sources
from assistant.service.routing import ServiceRouter
from assistant.service.threads import KeptThread, ServiceThreads, Talk
from assistant.service.turns import ServiceTurn, Suggestion
from assistant.turn import Timing
from tools.service.desk import ServiceDesk
from tools.service.service import Service
from tools.service.words import customer_name, quoted
from tools.wording.speaker import Speaker
from tools.wording.values import Language

logger = logging.getLogger(__name__)


class ServiceAssistant:
    """Answers a store's customers in English or Chinese.

    Args:
        service: The store's service.
        router: Tells what a sentence may want.
        model: Gives the chat model, loaded when it is first needed; `None` for code alone.
        calls: Whether the model answers by itself, by plain tool calls, as a larger one can.
    """

    def __init__(
        self,
        service: Service,
        router: ServiceRouter,
        model: Callable[[], BaseChatModel] | None = None,
        *,
        calls: bool = False,
    ) -> None:
        self.service = service
        self.threads = ServiceThreads(service.book)
        self.agent = ServiceAgent(Listener(router, model))
        self._model = model
        self._calls = calls

    def warm(self) -> None:
        """Let the model read its instructions, so that the first customer need not wait for it."""
        from langchain_core.messages import SystemMessage

        model = self._model() if self._model else None
        if (remember := getattr(model, "remember", None)) is not None:
            remember([SystemMessage(instructions())])

    def greeting(self, language: Language) -> str:
        """How a conversation opens before the customer has written."""
        store = quoted(self.service.store.profile.name).text
        return Speaker(language).message("talk-welcome", store=store)

    def history(self, thread_id: str) -> list[ServiceTurn]:
        """The turns of a conversation so far, oldest first."""
        return self.threads.turns(thread_id)

    def kept(self, user_id: str | None = None) -> list[KeptThread]:
        """Conversations with the customer, or with anybody, the latest first."""
        return self.threads.kept(user_id)

    def reply(
        self,
        thread_id: str,
        message: str,
        user_id: str | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[str | ServiceTurn]:
        """Answer the customer's next message: its text piece by piece, then the whole turn.

        Args:
            thread_id: The conversation; one that is not kept yet begins.
            message: What she wrote.
            user_id: The customer, where the shop has signed her in itself.
            cancelled: Asked while the model works; true ends its work.

        Raises:
            ToolError: If `user_id` is no customer, or not the one the conversation is with.
        """
        started = time.perf_counter()
        talk = self.threads.talk(thread_id)
        desk = ServiceDesk(self.service, talk.session)
        if user_id is not None:
            desk.sign_in(user_id)
        before = talk.session.handed_over
        if self._calls and self._model:
            draft, spent, told = self._by_calls(self._model(), desk, talk, message)
        else:
            draft, spent = self.agent.answer(desk, talk, message, cancelled)
            told = list(pieces(draft, desk.speaker))
        first = time.perf_counter() - started
        yield from told
        text = "".join(told)
        timing = _timing(first, time.perf_counter() - started, spent)
        new = before is None and talk.session.handed_over is not None
        turn = self._turn(thread_id, message, desk, draft, text, timing, new=new)
        if spent and self._model:
            turn = replace(turn, model=getattr(self._model(), "model_name", ""))
        self.threads.keep(talk, turn, self.service.clock())
        called = ", ".join(call.name for call in draft.calls) or "no tool"
        logger.info("service thread %s: %s; %.1f s", thread_id, called, timing.total_s or 0)
        yield turn

    def suggest(
        self, message: str, user_id: str | None = None, history: Sequence[str] = ()
    ) -> Suggestion:
        """What a human agent could reply to `message`; nothing is proposed, changed or kept.

        Args:
            message: What the customer wrote last.
            user_id: The customer, where the agent knows her.
            history: What she wrote before, oldest first.

        Raises:
            ToolError: If `user_id` is no customer.
        """
        suggestion = suggest(self.service, self.agent, message, user_id, history)
        logger.info("service copilot: %d sources", len(suggestion.citations))
        return suggestion

    def rate(
        self, thread_id: str, stars: int | None = None, *, resolved: bool | None = None
    ) -> None:
        """Keep how the customer found the conversation.

        Args:
            thread_id: The conversation.
            stars: 1 (worst) to 5 (best).
            resolved: Whether her matter was settled.

        Raises:
            ToolError: If the stars are not 1 to 5.
        """
        ServiceDesk(self.service, self.threads.talk(thread_id).session).rate(
            stars, resolved=resolved
        )

    def _by_calls(
        self, model: BaseChatModel, desk: ServiceDesk, talk: Talk, message: str
    ) -> tuple[Draft, list[AIMessage], list[str]]:
        """The model's own answer by plain tool calls; the desk holds it to the rules."""
        earlier = [(turn.message, turn.answer) for turn in self.history(talk.session.session_id)]
        loop = ServiceLoop(model, desk, earlier)
        text = loop.reply(message)
        talk.turns += 1
        draft = Draft(calls=loop.calls, citations=list(sources(loop.calls)))
        return draft, [AIMessage(text)], [text]

    def _turn(
        self, thread_id: str, message: str, desk: ServiceDesk, draft: Draft, text: str,
        timing: Timing, *, new: bool,
    ) -> ServiceTurn:  # fmt: skip
        session = desk.session
        calls = tuple(draft.calls)
        return ServiceTurn(
            thread_id=thread_id,
            answer=text,
            language=session.language,
            tool_calls=calls,
            citations=tuple(draft.citations),
            handed_over=session.handed_over is not None,
            summary=desk.summary(session.handed_over) if new and session.handed_over else None,
            asks_yes=session.pending is not None,
            customer=self._called(desk),
            timing=timing,
            message=message,
            figures=figures_in(text, calls, session.language),
            grounded=not self._calls or is_grounded(text, calls, message),
        )

    def _called(self, desk: ServiceDesk) -> str | None:
        user_id = desk.session.user_id
        if user_id is None:
            return None
        with self.service.book.reading() as ledger:
            customer = ledger.customer(user_id)
        named = customer is not None and customer.full_name
        return desk.speaker.say(customer_name(customer)) if named and customer else user_id


def _timing(first: float, total: float, spent: Sequence[AIMessage]) -> Timing:
    usage: list[Mapping[str, Any]] = [reply.usage_metadata or {} for reply in spent]
    return Timing(
        first_token_s=round(first, 3),
        total_s=round(total, 3),
        prompt_tokens=sum(int(u.get("input_tokens", 0)) for u in usage),
        generated_tokens=sum(int(u.get("output_tokens", 0)) for u in usage),
        forward_passes=sum(int(r.response_metadata.get("forward_passes", 0)) for r in spent),
    )
