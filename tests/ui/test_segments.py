"""`storewise segments`: what is saved is shown, edited whole or not at all, and written out."""

from pathlib import Path

import pytest

from tests.small_store import small_store
from tools.segments import Segments
from ui.__main__ import main


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose workbench has the small store."""
    from assistant.workbench import Workbench

    segments = Segments(small_store(), tmp_path / "segments")
    monkeypatch.setattr(Workbench, "segments", segments)
    monkeypatch.setattr(Workbench, "store", segments.store)
    return tmp_path


def run(workspace: Path, *arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["segments", *arguments, "-w", str(workspace)])
    assert ended.value.code == 0


def test_words_are_saved_edited_and_written_out(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(workspace, "save", "Lookers", "viewed keyboards twice but bought nothing")
    assert "viewed Keyboards twice or more; never ordered" in capsys.readouterr().out
    run(workspace, "edit", "lookers", "--words", "viewed keyboards")
    out = workspace / "members.csv"
    run(workspace, "members", "Lookers", "--out", str(out))
    assert out.read_text().split() == ["user_id", "u2", "u4", "u5", "u6"]


def test_what_is_not_understood_saves_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["segments", "save", "x", "loved by unicorns", "-w", str(workspace)])
    assert ended.value.code == 1
    assert "unicorns" in capsys.readouterr().err
    assert not (workspace / "segments").exists()
