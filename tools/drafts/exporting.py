"""Takes a draft out: Markdown, Word, and the list of who gets it; nothing is sent."""

import io
from pathlib import Path
from typing import Literal

from tools.drafts.document import blocks, markdown
from tools.drafts.drafts import Drafts
from tools.drafts.files import list_of
from tools.drafts.models import Draft
from tools.errors import ToolError
from tools.wording.values import Quote

Format = Literal["md", "docx", "csv", "all"]
KINDS: tuple[Literal["md", "docx", "csv"], ...] = ("md", "docx", "csv")


def export(
    drafts: Drafts, draft_id: str, kind: Format = "all", out: Path | None = None
) -> list[Path]:
    """Write the draft's files to `out` (its own folder if not given); returns them.

    The list has columns user_id and arm (treatment: write to; control: hold out). It marks an
    approved draft as exported.

    Raises:
        ToolError: If there is no such draft, or its list is asked for before it is approved or
            was changed.
    """
    draft = drafts.files.read(draft_id)
    folder = out or drafts.files.of(draft_id)
    kinds = KINDS if kind == "all" else (kind,)
    if "csv" in kinds and draft.status == "draft":
        raise ToolError("drafts-not-approved", id=Quote(text=draft_id))
    if draft.status == "approved" and "csv" in kinds:
        draft = draft.model_copy(update={"status": "exported"})
    made = {own: _made(own, drafts, draft) for own in kinds}
    folder.mkdir(parents=True, exist_ok=True)
    paths = [_put(folder / f"{draft.id}.{own}", content) for own, content in made.items()]
    drafts.files.mark(draft)
    return paths


def _made(kind: str, drafts: Drafts, draft: Draft) -> bytes:
    if kind == "md":
        return markdown(draft).encode()
    return word(draft) if kind == "docx" else list_of(drafts.files.arms(draft)).encode()


def word(draft: Draft) -> bytes:
    """The document as a Word file, in the draft's own language."""
    from docx import Document

    document = Document()
    for block in blocks(draft, draft.brief.language):
        match block.kind:
            case "heading":
                document.add_heading(block.text, level=block.level)
            case "bullet":
                document.add_paragraph(block.text, style="List Bullet")
            case "label":
                document.add_paragraph().add_run(block.text).bold = True
            case "quote":
                document.add_paragraph(block.text, style="Quote")
            case _:
                document.add_paragraph(block.text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _put(path: Path, content: bytes) -> Path:
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)
    return path
