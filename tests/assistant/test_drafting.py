"""The chat model words drafts: by number under a grammar, or in its own words as JSON."""

import json

from assistant.drafting import ModelWriter
from tests.scripted_model import ScriptedChatModel
from tools.drafts import Choice, Task

CHOICE = Choice(
    channel="push",
    language="en",
    part="title",
    about="push notification: win back customers",
    voice=("Calm.",),
    so_far="",
    options=("It's been a while", "Good to see you again"),
)
TASK = Task(
    channel="push",
    language="en",
    about="push notification: win back customers",
    voice=("Calm.",),
    do=("Say you.",),
    dont=("No pressure.",),
    facts={"offer": "10% off", "code": "BACK10"},
    limits={"title": 40, "body": 120},
    example={"title": "It's been a while", "body": "10% off with code BACK10."},
)


def writer(*script: str, composition: str = "facts", free: bool = False) -> ModelWriter:
    return ModelWriter(ScriptedChatModel(script=list(script), free=free), "scripted", composition)


def test_a_phrase_is_chosen_by_its_number() -> None:
    own = writer("2")
    assert own.choose(CHOICE) == 1
    shown = own.model.seen[0][-1].text
    assert "2 Good to see you again" in shown


def test_a_model_that_names_no_number_gets_the_first_phrase() -> None:
    assert writer("neither", free=True).choose(CHOICE) == 0
    assert writer("7", free=True).choose(CHOICE) == 0


def test_the_bundled_model_writes_nothing_of_its_own() -> None:
    assert writer().write(TASK) is None


def test_a_larger_model_writes_every_part_and_reads_what_to_mend() -> None:
    parts = {"title": "Hello again", "body": "Take 10% off with BACK10."}
    own = writer(json.dumps(parts), composition="woven")
    task = TASK.model_copy(update={"faults": ("title: too long by 3 characters",)})
    assert own.write(task) == parts
    assert "too long by 3" in own.model.seen[0][-1].text


def test_what_is_no_message_is_no_message() -> None:
    assert writer("I would rather not.", composition="free", free=True).write(TASK) is None
    assert writer('{"title": ', composition="free", free=True).write(TASK) is None
