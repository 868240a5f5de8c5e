"""The architecture page and the rules that hold the rooms apart say the same."""

import tomllib

from tests.documents import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]


def test_the_page_draws_every_room():
    for room in LINTER["root_packages"]:
        assert f'subgraph {room}["{room}/' in PAGE


def test_imports_may_only_point_down_the_picture():
    (layers,) = (c["layers"] for c in LINTER["contracts"] if c["type"] == "layers")
    drawn = [PAGE.index(f"subgraph {room}[") for room in layers]
    assert drawn == sorted(drawn)
    assert set(layers) == set(LINTER["root_packages"])


def test_plain_rooms_are_kept_from_langchain_and_gradio():
    forbidden = {
        (room, module)
        for contract in LINTER["contracts"]
        if contract["type"] == "forbidden"
        for room in contract["source_modules"]
        for module in contract["forbidden_modules"]
    }
    for room in ("tools", "retrieval"):
        assert (room, "langchain") in forbidden
        assert (room, "gradio") in forbidden
    assert ("assistant", "gradio") in forbidden
