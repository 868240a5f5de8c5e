"""How well the chat model calls tools: BFCL's single-turn questions, with and without the grammar.

    pip install --no-deps --target FOLDER bfcl-eval
    python -m tests.benchmarks.bfcl ANSWERS.jsonl --bfcl FOLDER [--items 400] [--chats 1]

Asks a random sample of the official non-live and live single-turn categories, each with at least
its share of the questions and no fewer than twelve. Every question is asked twice with the same
prompt: held to the grammar of its tools, and decoded freely, where calls are read as leniently as
possible (`<tool_call>` blocks, code fences, JSON anywhere in the text). BFCL's own checker judges
the calls. Answers are appended as they come; run it again to go on where it stopped.
"""

import argparse
import json
import random
import re
import sys
import types
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import fmean
from threading import Lock
from typing import Any

import jsonschema
from langchain_core.messages import AIMessage

from assistant.llm.chat_model import ChatTransformers

Record = dict[str, Any]
CATEGORIES = [
    "simple_python",
    "simple_java",
    "simple_javascript",
    "multiple",
    "parallel",
    "parallel_multiple",
    "irrelevance",
    "live_simple",
    "live_multiple",
    "live_parallel",
    "live_parallel_multiple",
    "live_irrelevance",
    "live_relevance",
]
FEWEST = 12  # questions of a category in the sample


class Bfcl:
    """The questions, tools and checker of the package `bfcl-eval`, unpacked in `folder`."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(folder))
        # The checker asks this module one thing of a model, and it imports every vendor's client.
        configs = types.ModuleType("bfcl_eval.constants.model_config")
        asis = types.SimpleNamespace(underscore_to_dot=False)
        configs.MODEL_CONFIG_MAPPING = defaultdict(lambda: asis)  # type: ignore[attr-defined]
        sys.modules[configs.__name__] = configs
        from bfcl_eval import utils
        from bfcl_eval.constants.enums import Language
        from bfcl_eval.constants.type_mappings import GORILLA_TO_OPENAPI
        from bfcl_eval.eval_checker.ast_eval.ast_checker import ast_checker

        self._utils, self._languages, self._check = utils, Language, ast_checker
        self._types = GORILLA_TO_OPENAPI
        self._answers: dict[str, Any] = {}
        self._functions: dict[str, Any] = {}

    def questions(self, category: str) -> list[Record]:
        """Each with its `id`, `question` (turns of messages) and `function` (descriptions)."""
        if "relevance" not in category:
            for entry in self._utils.load_ground_truth_entry(category):
                self._answers[entry["id"]] = entry["ground_truth"]
        load = self._utils.load_dataset_entry
        for entry in load(category, include_language_specific_hint=False):
            self._functions[entry["id"]] = entry["function"]
        return [{**entry, "category": category} for entry in load(category)]

    def tools(self, entry: Record) -> list[Record]:
        """The tools of a question in OpenAI's form."""
        return [
            {"type": "function", "function": {**function, "parameters": self._schema(parameters)}}
            for function in entry["function"]
            for parameters in [function["parameters"]]
        ]

    def is_right(self, entry: Record, calls: Sequence[Mapping[str, Any]]) -> bool:
        """Whether `calls` (name, args) are what the question wants."""
        category = entry["category"]
        if "irrelevance" in category:
            return not calls
        if "relevance" in category:
            return bool(calls)
        language = "java" if category.endswith("java") else "javascript"
        language = language if category.endswith(("java", "javascript")) else "python"
        try:
            verdict = self._check(
                self._functions[entry["id"]],
                [{call["name"]: call["args"]} for call in calls],
                self._answers[entry["id"]],
                self._languages(language),
                category,
                "any",
            )
        except (AttributeError, KeyError, TypeError):  # it expects the types it is about to check
            return False
        return bool(verdict["valid"])

    def _schema(self, schema: Any) -> Any:
        """A description with JSON schema's names of types, at every depth."""
        if not isinstance(schema, dict):
            return schema
        changed = dict(schema)
        if isinstance(schema.get("type"), str):
            changed["type"] = self._types.get(schema["type"], "string")
        if isinstance(schema.get("properties"), dict):
            changed["properties"] = {k: self._schema(v) for k, v in schema["properties"].items()}
        if isinstance(schema.get("items"), dict):
            changed["items"] = self._schema(schema["items"])
        if "enum" in changed and changed.get("type") == "array":
            changed["items"] = {"enum": changed.pop("enum")}  # of its members, meant so
        if changed.get("type") == "integer" and "enum" in changed:
            changed["enum"] = [  # one writes them as text, another has "dontcare" among them
                int(value) if str(value).lstrip("-").isdecimal() else value
                for value in changed["enum"]
            ]
            if not all(isinstance(value, int) for value in changed["enum"]):
                del changed["type"]
        for key in {"format", "optional", "default"} & changed.keys():
            del changed[key]  # Python types and values; the descriptions say them too
        return changed


def sample(bfcl: Bfcl, n_items: int, seed: int) -> list[Record]:
    """Questions of every category by its size, at least `FEWEST`, in random order."""
    every = {category: bfcl.questions(category) for category in CATEGORIES}
    total = sum(map(len, every.values()))
    chosen = []
    for category, questions in every.items():
        n = max(FEWEST, round(n_items * len(questions) / total))
        dice = random.Random(f"{seed} {category}")  # noqa: S311 - a sample, no secret
        chosen += dice.sample(questions, min(n, len(questions)))
    random.Random(seed).shuffle(chosen)  # noqa: S311
    return chosen


def calls_in(text: str) -> list[Record]:
    """Every JSON object in `text` that has a name and arguments."""
    calls, at = [], 0
    while (at := text.find("{", at)) >= 0:
        try:
            found, end = json.JSONDecoder().raw_decode(text, at)
        except json.JSONDecodeError:
            at += 1
            continue
        arguments = found.get("arguments", found.get("parameters"))
        is_call = isinstance(found.get("name"), str) and isinstance(arguments, dict)
        if is_call:
            calls.append({"name": found["name"], "args": arguments})
        at = end if is_call else at + 1
    return calls


def ask(model: ChatTransformers, bfcl: Bfcl, entry: Record, *, held: bool) -> Record:
    """One question, `held` to the grammar or free."""
    tools = bfcl.tools(entry)
    bound = model.bind(tools=tools, tool_choice="auto" if held else "none")
    answer = bound.invoke(entry["question"][0])
    calls: list[Any] = answer.tool_calls if held else calls_in(answer.text)
    known = {tool["function"]["name"]: tool["function"]["parameters"] for tool in tools}
    return {
        "id": entry["id"],
        "category": entry["category"],
        "held": held,
        "calls": [{"name": call["name"], "args": call["args"]} for call in calls],
        "text": answer.text,
        "right": bfcl.is_right(entry, calls),
        "broken": _is_broken(answer, calls, known),
        "seconds": answer.response_metadata["total_s"],
        "passes": answer.response_metadata["forward_passes"],
        "finish": answer.response_metadata["finish_reason"],
    }


def _is_broken(answer: AIMessage, calls: Sequence[Any], known: Mapping[str, Any]) -> bool:
    """Whether something of a call was said that cannot be called as it stands."""
    if not calls:
        begun = re.search(r'<tool_call>|"(arguments|parameters)"', answer.text) is not None
        return begun or (not answer.text and answer.response_metadata["finish_reason"] == "length")
    return not all(
        call["name"] in known
        and jsonschema.Draft202012Validator(known[call["name"]]).is_valid(call["args"])
        for call in calls
    )


def run(model: ChatTransformers, bfcl: Bfcl, todo: list[Record], path: Path, n_chats: int) -> None:
    """Ask all of `todo`, both ways in turn first; append the answers to `path`."""
    lock = Lock()

    def both(numbered: tuple[int, Record]) -> None:
        n, entry = numbered
        for held in (True, False) if n % 2 else (False, True):
            record = ask(model, bfcl, entry, held=held)
            with lock, path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")

    with ThreadPoolExecutor(n_chats) as pool:
        list(pool.map(both, enumerate(todo)))


def read(path: Path) -> list[Record]:
    """The answers so far, of questions that were asked both ways."""
    records: dict[tuple[str, bool], Record] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            records[record["id"], record["held"]] = record
    return [record for key, record in records.items() if (key[0], not key[1]) in records]


def table(records: Sequence[Record]) -> Iterator[str]:
    """The answers by category, as lines of Markdown."""
    yield (
        "| category | n | right, grammar | right, free | broken calls, grammar "
        "| broken calls, free | s, grammar | s, free |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    groups = {category: [category] for category in CATEGORIES} | {"all": list(CATEGORIES)}
    for name, members in groups.items():
        ways = [
            [r for r in records if r["category"] in members and r["held"] is held]
            for held in (True, False)
        ]
        if not ways[0]:
            continue
        cells = [f"{fmean(r[key] for r in way):.1%}" for key in ("right", "broken") for way in ways]
        seconds = [f"{fmean(r['seconds'] for r in way):.2f}" for way in ways]
        yield f"| {name} | {len(ways[0])} | {' | '.join([*cells, *seconds])} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("answers", type=Path)
    parser.add_argument("--bfcl", type=Path, required=True)
    parser.add_argument("--items", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--chats", type=int, default=1, help="questions asked at a time")
    parser.add_argument("--max-tokens", type=int, default=400)
    parser.add_argument("--at-most", type=int, help="questions to ask in this run")
    given = parser.parse_args()
    bfcl = Bfcl(given.bfcl)
    done = {record["id"] for record in read(given.answers)}
    todo = [entry for entry in sample(bfcl, given.items, given.seed) if entry["id"] not in done]
    todo = todo[: given.at_most]
    if todo:
        options = {} if given.model == "bundled" else {"model": given.model}
        model = ChatTransformers.load(**options, device=given.device, max_tokens=given.max_tokens)
        run(model, bfcl, todo, given.answers, given.chats)
    print("\n".join(table(read(given.answers))))


if __name__ == "__main__":
    main()
