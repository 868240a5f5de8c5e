"""Campaign drafts: from a goal in plain words to a plan that carries its evidence."""

from tools.drafts.drafts import Drafts, Made
from tools.drafts.exporting import export
from tools.drafts.models import Brief, Draft
from tools.drafts.replaying import Replay, replay
from tools.drafts.writers import Choice, FirstWriter, Task, Writer

__all__ = [
    "Brief", "Choice", "Draft", "Drafts", "FirstWriter", "Made", "Replay", "Task", "Writer",
    "export", "replay",
]  # fmt: skip
