"""The campaigns tab: what happens to drafts on the page."""

import gradio as gr
import pytest

from assistant.time_limit import TimeLimit
from tests.tools.drafts.shop import drafts_of
from ui.campaigns import Campaigns


@pytest.fixture
def tab(tmp_path) -> Campaigns:
    drafts = drafts_of(tmp_path)
    return Campaigns(lambda: drafts, TimeLimit())  # no page: nothing is left open after it


@pytest.fixture
def warned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(gr, "Warning", lambda text, **_: said.append(text))
    return said


def made(tab: Campaigns) -> str:
    return tab._make("win back lapsed customers", "en")[tab.list].value


def test_a_draft_is_made_shown_and_listed(tab):
    shown = tab._make("win back lapsed customers", "en")
    draft_id = shown[tab.list].value
    assert shown[tab.paper].startswith("# ")
    assert shown[tab.opened].visible
    assert [value for _label, value in shown[tab.list].choices] == [draft_id]


def test_a_draft_is_changed_by_talking_and_locked_for_good(tab, warned):
    draft_id = made(tab)
    changed = tab._revise(draft_id, "only women", "en")
    assert "version 2" in changed[tab.paper]
    locked = tab._approve(draft_id, "en")
    assert not locked[tab.approve].visible
    assert tab._revise(draft_id, "only men", "en") == {}
    assert draft_id in warned[0]


def test_a_draft_is_exported_as_files(tab):
    draft_id = made(tab)
    tab._approve(draft_id, "en")
    files = tab._export(draft_id, "en")[tab.files]
    assert files.visible
    assert len(files.value) == 3


def test_what_cannot_be_drafted_is_said_and_nothing_is_kept(tab, warned):
    assert tab._make("  ", "zh") == {}
    assert warned
    assert tab._listed(None, "zh").choices == []
