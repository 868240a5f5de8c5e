"""Seconds from question to answer: Storewise beside an agent built from stock parts.

    python -m tests.benchmarks.stock_agent [WORKSPACE]

The stock agent is LangChain's `create_agent` over transformers' `model.generate` with the same
bfloat16 weights and the same tools, in the same process: the tools in the chat template, calls
read from the text as leniently as possible, facts handed back as text. Needs a demo workspace
(`storewise demo`). Each is asked once to warm up, then each question once, in turns.
"""

import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import torch
from langchain.agents import create_agent
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool
from langgraph.errors import GraphRecursionError
from transformers import AutoModelForCausalLM, AutoTokenizer

from assistant.llm.loading import prepare_bundled
from assistant.llm.messages import to_template
from assistant.settings import Settings
from assistant.turn import TurnFinished
from assistant.workbench import Workbench
from tests.benchmarks.bfcl import calls_in

QUESTIONS = {  # and the tool that answers it
    "How much money did the shop make in September?": "query_metrics",
    "At which step between looking and paying do people drop out?": "funnel",
    "List the people with the best chance to purchase next": "predict_purchase",
    "Do reviewers mention slow delivery?": "search_reviews",
    "From when to when do we have data?": "about_store",
}
INSTRUCTIONS = (
    "You answer questions about an online store for its marketing team. Call a tool to get "
    "figures, then answer in one to three sentences with figures from its result only. "
    "Today is {today}."
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


class StockChat(BaseChatModel):
    """`model.generate` behind LangChain's interface, as one writes it in an afternoon."""

    model: Any
    tokenizer: Any
    max_new_tokens: int = 256

    @property
    def _llm_type(self) -> str:
        return "stock"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, AIMessage]:
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        inputs = self.tokenizer.apply_chat_template(
            to_template(messages),
            tools=kwargs.get("tools"),
            add_generation_prompt=True,
            return_dict=True,
            return_tensors="pt",
        ).to(self.model.device)
        with torch.inference_mode():
            output = self.model.generate(
                **inputs, do_sample=False, max_new_tokens=self.max_new_tokens
            )
        n_prompt = inputs["input_ids"].shape[1]
        text = self.tokenizer.decode(output[0, n_prompt:], skip_special_tokens=True)
        calls = [{**call, "id": f"call{n:05}"} for n, call in enumerate(calls_in(text))]
        message = AIMessage("" if calls else text, tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=message)])


@dataclass(frozen=True)
class Answer:
    """What one of the two said, how long it took, and what its tools had told it."""

    seconds: float
    tools: tuple[str, ...]
    text: str
    known: str

    @property
    def grounded(self) -> bool:
        """Whether something was said and each number of it stands in the question or a result."""
        known = set(_NUMBER.findall(self.known))
        return bool(self.text) and set(_NUMBER.findall(self.text)) <= known


def ask_storewise(bench: Workbench, question: str) -> Answer:
    started = time.perf_counter()
    *_, last = bench.assistant.ask(question, thread_id=None)
    seconds = time.perf_counter() - started
    assert isinstance(last, TurnFinished)
    calls = last.turn.tool_calls
    known = " ".join([question, *(fact for call in calls for fact in call.facts)])
    return Answer(seconds, tuple(call.name for call in calls), last.turn.answer, known)


def ask_stock(agent: Any, question: str) -> Answer:
    started = time.perf_counter()
    messages: list[BaseMessage] = []
    try:
        for state in agent.stream(
            {"messages": [HumanMessage(question)]}, {"recursion_limit": 10}, stream_mode="values"
        ):
            messages = state["messages"]
        text = messages[-1].text
    except GraphRecursionError:
        text = ""
    seconds = time.perf_counter() - started
    results = [message for message in messages if isinstance(message, ToolMessage)]
    known = " ".join([question, *(str(message.text) for message in results)])
    return Answer(seconds, tuple(str(message.name) for message in results), str(text), known)


def stock_agent(bench: Workbench) -> Any:
    folder = prepare_bundled(bench.settings.cache)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16)
    if torch.cuda.is_available():
        model = model.cuda()
    chat = StockChat(model=model.eval(), tokenizer=AutoTokenizer.from_pretrained(folder))
    instructions = INSTRUCTIONS.format(today=bench.store.today)
    return create_agent(chat, bench.toolbox.as_langchain("en"), system_prompt=instructions)


def main() -> None:
    workspace = Path(sys.argv[1] if len(sys.argv) > 1 else "workspace")
    bench = Workbench(Settings(workspace=workspace))
    agent = stock_agent(bench)
    ask_storewise(bench, "What sells best?")
    ask_stock(agent, "What sells best?")
    print(
        "| question | Storewise s | stock s | ratio | Storewise: tool, figures "
        "| stock: tool, figures |"
    )
    print("|---|---|---|---|---|---|")
    pairs = []
    for question, tool in QUESTIONS.items():
        ours, stock = ask_storewise(bench, question), ask_stock(agent, question)
        pairs.append((ours, stock))
        verdicts = [
            f"{'right' if tool in each.tools else 'wrong'} ({', '.join(each.tools) or 'none'}), "
            f"{'from tools' if each.grounded else 'invented or no answer'}"
            for each in (ours, stock)
        ]
        print(
            f"| {question} | {ours.seconds:.1f} | {stock.seconds:.1f} "
            f"| {stock.seconds / ours.seconds:.1f} | {' | '.join(verdicts)} |",
            flush=True,
        )
    ours_s, stock_s = (median(pair[n].seconds for pair in pairs) for n in (0, 1))
    print(f"\np50 {ours_s:.1f} s and {stock_s:.1f} s: {stock_s / ours_s:.1f} times as fast")
    for ours, stock in pairs:
        print(f"\nStorewise: {ours.text}\n\nstock: {stock.text}")


if __name__ == "__main__":
    main()
