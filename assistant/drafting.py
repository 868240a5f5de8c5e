"""The chat model as the writer of campaign drafts: it chooses phrases, or writes its own.

The bundled model is small: it picks one of the brand's phrases by number, held to a grammar, so
that nothing can be said that the brand did not write and code did not check. A larger model
(`composition` is `woven` or `free`) writes the message in its own words; `tools.drafts` checks it,
asks twice for repairs, and takes the phrases where it still does not pass.
"""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.composing import Composition
from assistant.composing.asking import takes_grammar
from assistant.llm.grammar import json_grammar
from tools.drafts import Choice, Task

logger = logging.getLogger(__name__)

PROMPTS = Path(__file__).parent / "prompts"
MAX_TOKENS = 900
"""Longest message a model writes, as JSON."""


@dataclass(frozen=True)
class ModelWriter:
    """A chat model that words campaign drafts (`tools.drafts.Writer`).

    Attributes:
        model: The model.
        name: What it is called in the reason file.
        composition: `facts` for models that only choose; others also write.
    """

    model: BaseChatModel
    name: str
    composition: Composition

    def choose(self, choice: Choice) -> int:
        """Place of the option the model picks; the first where it names none."""
        numbers = [str(n) for n in range(1, len(choice.options) + 1)]
        grammar = "start: " + " | ".join(f'"{n}"' for n in numbers) + "\n"
        found = re.search(r"\d", self._asked(_shown(choice), grammar, 4))
        place = int(found[0]) - 1 if found else 0
        return place if place < len(choice.options) else 0

    def write(self, task: Task) -> Mapping[str, str] | None:
        """The message in the model's words; `None` if it only chooses or writes no such thing."""
        if self.composition == "facts":
            return None
        parts = {part: {"type": "string", "maxLength": n} for part, n in task.limits.items()}
        schema = {"type": "object", "properties": parts, "required": list(parts)}
        text = self._asked(_ordered(task), json_grammar(schema), MAX_TOKENS)
        match = re.search(r"\{.*\}", text, re.DOTALL)
        try:
            written = json.loads(match[0]) if match else None
        except json.JSONDecodeError:
            written = None
        if not isinstance(written, dict):
            logger.warning("%s wrote no message that could be read", self.name)
            return None
        return {part: str(written.get(part, "")) for part in parts}

    def _asked(self, messages: list[BaseMessage], grammar: str, most: int) -> str:
        held = {"grammar": grammar} if takes_grammar(self.model) else {}
        return str(self.model.bind(max_tokens=most, **held).invoke(messages).text)


def _shown(choice: Choice) -> list[BaseMessage]:
    rules = " ".join(choice.voice)
    numbered = "\n".join(f"{n} {text}" for n, text in enumerate(choice.options, start=1))
    before = f"\n\n{choice.so_far}" if choice.so_far else ""
    return [
        SystemMessage((PROMPTS / "copy_choose.md").read_text(encoding="utf-8").strip()),
        HumanMessage(f"{rules}\n{choice.about}{before}\n\n{choice.part}:\n{numbered}"),
    ]


def _ordered(task: Task) -> list[BaseMessage]:
    order = {
        "campaign": task.about,
        "voice": task.voice,
        "do": task.do,
        "dont": task.dont,
        "facts": task.facts,
        "most_characters": task.limits,
        "example": task.example,
    }
    if task.faults:
        order["mend"] = task.faults
    prompt = (PROMPTS / "copy_write.md").read_text(encoding="utf-8").strip()
    language = "English" if task.language == "en" else "Chinese"
    return [
        SystemMessage(prompt.format(language=language)),
        HumanMessage(json.dumps(order, ensure_ascii=False, indent=1)),
    ]
