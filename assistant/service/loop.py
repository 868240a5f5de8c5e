"""A chat model at the service desk by plain tool calling: any model, any number of calls a turn.

The desk, not the model, recognises the customer, asks for her yes and makes the change; what the
model can do wrong is ask for the wrong thing, or say too little.
"""

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import StructuredTool

from assistant.service.helping import noted
from assistant.service.turns import Citation
from assistant.turn import ToolCall
from retrieval.reach import without_contacts, without_numbers
from tools.service.desk import Reply, ServiceDesk
from tools.service.reading import LONGEST
from tools.service.tools import TOOLS

PROMPT = Path(__file__).parents[1] / "prompts" / "service_loop.md"
MOST_CALLS = 12
"""Calls of tools in one turn; then the customer is told that she was not understood."""
ROWS = 60
"""Rows of a result that the model reads."""
ASKS = "service-ask-yes"


class ServiceLoop:
    """One conversation of a model with one customer.

    Args:
        model: A LangChain chat model that can call tools.
        desk: The conversation's desk.
        earlier: Her messages so far with their answers, oldest first.

    Attributes:
        calls: The calls made for the last message.
    """

    def __init__(
        self, model: BaseChatModel, desk: ServiceDesk, earlier: Sequence[tuple[str, str]] = ()
    ) -> None:
        tools = [
            StructuredTool.from_function(getattr(desk.tools, name), name=name, parse_docstring=True)
            for name in TOOLS
        ]
        self.desk = desk
        self.calls: list[ToolCall] = []
        self._model = model.bind_tools(tools)
        policies = "\n\n".join(desk.service.policies.texts.values())
        told = PROMPT.read_text(encoding="utf-8").replace("{policy}", policies)
        self._messages: list[AnyMessage] = [SystemMessage(told)]
        for asked, answered in earlier:
            self._messages += [HumanMessage(_without_contacts(asked)), AIMessage(answered)]

    def reply(self, message: str) -> str:
        """Answer the customer's next message."""
        self._messages.append(HumanMessage(_without_contacts(message[:LONGEST])))
        self.calls.clear()
        heard = self.desk.hear(message)
        if heard.heard == "recognised":
            self._note(heard)
        elif heard.heard != "open":
            return self._say(heard.text(self.desk.speaker))
        for _ in range(MOST_CALLS):
            answer = self._model.invoke(self._messages)
            if not answer.tool_calls:
                return self._say(answer.text)
            if said := self._call(answer):
                return said
        return self._say(self.desk.puzzled().text(self.desk.speaker))

    def _call(self, answer: AIMessage) -> str | None:
        """Make the calls of `answer`; what the customer is told now, where that ends the turn."""
        self._messages.append(answer)
        ending: Reply | None = None
        for call in answer.tool_calls:
            if ending is not None:  # one change at a time
                self._result(call, "Not called: the customer has to answer first.")
                continue
            reply = self._used(call)
            self._result(call, self._read(reply))
            if reply.heard == "handed over" or reply.statements[-1].message == ASKS:
                ending = reply
        return self._say(ending.text(self.desk.speaker)) if ending else None

    def _used(self, call: Any) -> Reply:  # noqa: ANN401  # LangChain's ToolCall
        started = time.perf_counter()
        try:
            reply = self.desk.use(call["name"], call["args"])
        except TypeError:  # arguments the tool does not have
            return self.desk.puzzled()
        seconds = time.perf_counter() - started
        self.calls.append(noted(self.desk, call["name"], call["args"], reply, seconds))
        return reply

    def _note(self, heard: Reply) -> None:
        text = heard.text(self.desk.speaker)
        self._messages.append(SystemMessage(f"The desk has recognised the customer: {text}"))

    def _read(self, reply: Reply) -> str:
        """A reply as the model reads it: its sentences, and the rows with their ids."""
        text = reply.text(self.desk.speaker)
        rows = reply.result.json_rows()[:ROWS] if reply.result else []
        return f"{text}\n{json.dumps(rows, ensure_ascii=False)}" if rows else text

    def _result(self, call: Any, text: str) -> None:  # noqa: ANN401  # LangChain's ToolCall
        self._messages.append(ToolMessage(text, tool_call_id=call["id"]))

    def _say(self, text: str) -> str:
        if over := self.desk.close_turn():
            text = f"{text} {over.text(self.desk.speaker)}"
        self._messages.append(AIMessage(text))
        return text


def _without_contacts(text: str) -> str:
    """`text` without e-mail addresses, phone, card and id numbers: the desk reads those itself."""
    return without_numbers(without_contacts(text))


def sources(calls: Sequence[ToolCall]) -> Iterator[Citation]:
    """What the results of `calls` rest on: orders and the policies and reviews they quote."""
    for call in calls:
        number = call.arguments.get("order_id")
        if call.result is None:
            continue
        if number:
            yield Citation("order", str(number), str(number))
        for row in call.result.rows:
            if "policy" in row:
                yield Citation("policy", str(row["policy"]), str(row["policy"]), str(row["text"]))
            elif "review" in row:
                yield Citation("review", str(row["review"]), str(row["name"]), str(row["text"]))
