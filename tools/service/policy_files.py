"""The policies of a workspace as files that anybody may edit."""

import re
from collections.abc import Mapping
from pathlib import Path

from tools.service.rules import FOLDER, RULES

_UNSAFE = re.compile(r"[^\w.-]+")


def write_policies(workspace: Path, texts: Mapping[str, str], rules: str | None = None) -> None:
    """Put policies in place of those of `workspace`.

    Args:
        workspace: The store's workspace.
        texts: Policy id to Markdown; none empties the folder.
        rules: Content of `rules.yaml`; `None` keeps the one there is.
    """
    folder = workspace / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    for policy_id, text in texts.items():
        name = _UNSAFE.sub("-", policy_id).strip(".-") or "policy"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    if rules is not None:
        (folder / RULES).write_text(rules, encoding="utf-8")
