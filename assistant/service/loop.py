"""A chat model at the service desk by plain tool calling: any model, any number of calls a turn.

The desk, not the model, recognises the customer, asks for her yes and makes the change; what the
model can do wrong is ask for the wrong thing, or say too little.
"""

import json
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import StructuredTool

from tools.service.desk import Reply, ServiceDesk
from tools.service.tools import TOOLS

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
        instructions: What the model is told: the store's policy and how to behave.
    """

    def __init__(self, model: BaseChatModel, desk: ServiceDesk, instructions: str) -> None:
        tools = [
            StructuredTool.from_function(getattr(desk.tools, name), name=name, parse_docstring=True)
            for name in TOOLS
        ]
        self.desk = desk
        self._model = model.bind_tools(tools)
        self._messages: list[AnyMessage] = [SystemMessage(instructions)]

    def reply(self, message: str) -> str:
        """Answer the customer's next message."""
        self._messages.append(HumanMessage(message))
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
        try:
            return self.desk.use(call["name"], call["args"])
        except TypeError:  # arguments the tool does not have
            return self.desk.puzzled()

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
