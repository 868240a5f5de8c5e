"""Tables of tests that people hand over: kept safely, guessed at, and analysed."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import pandas as pd
import pytest

from tests.tools.effects.tables import drawn
from tools.effects import uploads as uploads_module
from tools.effects.guessing import Layout, layout_of
from tools.effects.upload_tool import ExperimentTools
from tools.effects.uploads import Uploads
from tools.errors import ToolError


def mails(n: int = 2000, seed: int = 3) -> pd.DataFrame:
    """A test of two mails against none: people, what was known before, and three outcomes."""
    rng = np.random.default_rng(seed)
    group = rng.choice(["Short Mail", "Long Mail", "No Mail"], n)
    visit = rng.random(n) < np.where(group == "No Mail", 0.1, 0.2)
    bought = visit & (rng.random(n) < 0.5)
    return pd.DataFrame(
        {
            "customer_id": [f"c{i}" for i in range(n)],
            "spend_before": rng.gamma(2.0, 30.0, n).round(2),
            "city": rng.choice(["north", "south"], n),
            "group": group,
            "visit": visit.astype(int),
            "bought": bought.astype(int),
            "revenue": (bought * rng.gamma(2.0, 20.0, n)).round(2),
        }
    )


@pytest.fixture
def kept(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads")


def saved(frame: pd.DataFrame, path: Path) -> Path:
    frame.to_csv(path, index=False)
    return path


def told(error: pytest.ExceptionInfo[ToolError]) -> str:
    assert error.value.say("zh") != error.value.say("en")
    return error.value.say("en")


# --- kept safely


def test_a_file_is_kept_under_a_name_that_is_no_path(kept: Uploads, tmp_path: Path) -> None:
    odd = saved(mails(50), tmp_path / "our *test* [final] 实验.csv")
    name = kept.add(odd)
    assert name == "our_test_final_实验.csv"
    assert kept.names() == (name,)
    assert (kept.folder / name).read_bytes() == odd.read_bytes()


def test_another_file_of_the_same_name_gets_a_number_and_the_same_again_none(
    kept: Uploads, tmp_path: Path
) -> None:
    first = saved(mails(50, 1), tmp_path / "test.csv")
    kept.add(first)
    assert kept.add(first) == "test.csv"
    assert kept.add(saved(mails(50, 2), tmp_path / "test.csv")) == "test-2.csv"
    assert kept.named(None) == "test-2.csv"


@pytest.mark.parametrize(
    "name", ["../secret.csv", "/etc/passwd", "..", "uploads/../secret.csv", "*", "~/x.csv", "a.csv"]
)
def test_nothing_is_read_but_by_the_name_of_an_uploaded_file(
    kept: Uploads, tmp_path: Path, name: str
) -> None:
    saved(mails(50), kept.folder.parent / "secret.csv")
    kept.add(saved(mails(50), tmp_path / "test.csv"))
    (kept.folder / "a.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(ToolError) as error:
        ExperimentTools(kept).analyse_experiment(file=name)
    assert "Uploaded: test.csv" in told(error)


def test_what_is_no_table_is_not_kept(kept: Uploads, tmp_path: Path) -> None:
    for name, content, why in [
        ("x.exe", b"MZ", "not a format"),
        ("x.csv", b"", "empty"),
        ("big.csv", b"1" * 50_000_001, "larger than 50 MB"),
    ]:
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(ToolError) as error:
            kept.add(file)
        assert why in told(error)
    with pytest.raises(ToolError) as error:
        kept.add(tmp_path / "gone.csv")
    assert "no file" in told(error)
    assert kept.names() == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fake.parquet", b"PAR1 but no more"),
        ("fake.xlsx", b"PK\x03\x04 broken"),
        ("fake.csv", b"a,b\n\x00\x01\x02,1\n"),
        ("fake.jsonl", b"{not json"),
    ],
)
def test_a_damaged_file_is_said_to_be_unreadable(
    kept: Uploads, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ToolError) as error:
        kept.table(kept.add(tmp_path / name))
    assert "could not be read as a table" in told(error)


def test_a_file_that_is_huge_once_unpacked_is_refused_unread(
    kept: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads_module, "UNPACKED_MB", 1)
    bomb = tmp_path / "bomb.xlsx"
    with ZipFile(bomb, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    wide = tmp_path / "wide.parquet"
    pd.DataFrame({"x": ["word" * 40 + str(i) for i in range(20_000)]}).to_parquet(wide)
    for file in (bomb, wide):
        with pytest.raises(ToolError) as error:
            kept.table(kept.add(file))
        assert "too much besides" in told(error)


def test_too_wide_a_table_is_refused(kept: Uploads, tmp_path: Path) -> None:
    wide = pd.DataFrame(np.zeros((20, 201)), columns=[f"c{n}" for n in range(201)])
    with pytest.raises(ToolError) as error:
        kept.table(kept.add(saved(wide, tmp_path / "wide.csv")))
    assert "more than 200 columns" in told(error)


def test_a_header_of_a_workbook_is_a_name_and_no_query(kept: Uploads, tmp_path: Path) -> None:
    harm = "x\" VARCHAR); COPY (SELECT 1) TO 'harm.csv'; --"
    frame = mails(60).rename(columns={"city": harm})
    frame.to_excel(tmp_path / "book.xlsx", index=False)
    table = kept.table(kept.add(tmp_path / "book.xlsx"))
    assert harm in table.columns
    assert len(table) == 60


def test_the_oldest_files_give_way(
    kept: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads_module, "KEPT", 2)
    for n in range(3):
        kept.add(saved(mails(50, n), tmp_path / f"t{n}.csv"))
    assert set(kept.names()) == {"t1.csv", "t2.csv"}


# --- guessed at


def test_groups_control_and_outcome_are_guessed_from_names_and_values() -> None:
    found = layout_of(mails())
    assert (found.arm, found.control, found.outcome) == ("group", "No Mail", "bought")
    assert {found.treatment, *found.other_arms} == {"Short Mail", "Long Mail"}
    assert found.other_outcomes == ("visit", "revenue")
    assert found.guessed


@pytest.mark.parametrize(
    ("renamed", "values", "expected"),
    [
        (
            {"arm": "实验组", "outcome": "是否购买"},
            {"mail": "发短信", "none": "不发"},
            "发短信 不发",
        ),
        ({"arm": "isTreated", "outcome": "Converted"}, {"mail": "1", "none": "0"}, "1 0"),
        ({"arm": "Variant", "outcome": "total sales"}, {"mail": "B", "none": "A"}, "B A"),
        ({"arm": "ab_group", "outcome": "点击"}, {"mail": "新版", "none": "原版"}, "新版 原版"),
    ],
)
def test_other_words_for_the_same_are_understood(
    renamed: dict[str, str], values: dict[str, str], expected: str
) -> None:
    frame = drawn("same", n=400)
    frame["arm"] = frame["arm"].map(values)
    found = layout_of(frame.rename(columns=renamed))
    assert f"{found.treatment} {found.control}" == expected
    assert [found.arm, found.outcome] == list(renamed.values())


def test_what_is_told_is_taken_however_it_is_written() -> None:
    found = layout_of(mails(), "GROUP", "long", "no-mail", "Revenue")
    assert found == Layout(
        "group", "Long Mail", "No Mail", "revenue", False, ("Short Mail",), ("bought", "visit")
    )


def test_what_cannot_be_guessed_is_asked_for_with_what_would_work() -> None:
    colours = (
        drawn("same", n=400)
        .drop(columns="orders")
        .rename(columns={"outcome": "z1", "arm": "colour"})
    )
    colours["colour"] = colours["colour"].map({"mail": "red", "none": "blue"})
    with pytest.raises(ToolError) as error:
        layout_of(colours)
    assert "woman, city, colour, and z1" in told(error)
    with pytest.raises(ToolError) as error:
        layout_of(colours, arm="colour")
    assert "red" in told(error)
    assert "blue" in told(error)
    assert "is the control" in told(error)
    with pytest.raises(ToolError) as error:
        layout_of(colours, arm="colour", control="blue")
    assert "which column is the outcome" in told(error)
    assert "z1" in told(error)
    with pytest.raises(ToolError) as error:
        layout_of(colours, arm="shape")
    assert "no column “shape”" in told(error)
    with pytest.raises(ToolError) as error:
        layout_of(mails()[["customer_id", "spend_before"]])
    assert "No column looks like groups" in told(error)


# --- analysed


def test_the_answer_says_the_guess_and_the_effect_of_every_group(
    kept: Uploads, tmp_path: Path
) -> None:
    frame = mails()
    kept.add(saved(frame, tmp_path / "mails.csv"))
    result = ExperimentTools(kept).analyse_experiment()
    answer, *others = result.facts("en")
    by_message = {fact.message: fact.text for fact in others}
    assert set(answer.needs) >= {"experiment-taken", "experiment-other-arm"}
    taken = by_message["experiment-taken"]
    assert "“group” as the groups" in taken
    assert "“bought” as the outcome" in taken
    assert "“the outcome is visit”" in taken
    for arm in ("Short Mail", "Long Mail"):
        share = frame.loc[frame["group"] == arm, "bought"].mean()
        assert any(f"{share:.2%}" in text for text in by_message.values()), arm
    assert result.tool == "analyse_experiment"
    assert "visit and revenue" in by_message["experiment-left-outcomes"]
    assert "结果是visit" in {f.message: f.text for f in result.facts("zh")}["experiment-taken"]


def test_nothing_is_said_of_a_guess_where_all_is_told(kept: Uploads, tmp_path: Path) -> None:
    kept.add(saved(mails(), tmp_path / "mails.csv"))
    result = ExperimentTools(kept).analyse_experiment(
        "mails.csv", "group", "Long Mail", "No Mail", "visit"
    )
    assert "experiment-taken" not in {statement.message for statement in result.statements}


def test_names_and_words_of_a_file_are_repeated_without_marks_or_links(
    kept: Uploads, tmp_path: Path
) -> None:
    frame = mails().rename(columns={"group": "group", "bought": "bought <img src=x onerror=y>"})
    frame["group"] = frame["group"].replace("Long Mail", "![Long](http://x.y/z.png) `Mail`")
    kept.add(saved(frame, tmp_path / "mails.csv"))
    text = " ".join(f.text for f in ExperimentTools(kept).analyse_experiment().facts("en"))
    assert not {"<", ">", "`", "]("} & {text[i : i + n] for i in range(len(text)) for n in (1, 2)}
    assert "[Long] (http" in text


def test_without_an_upload_the_tool_asks_for_one(kept: Uploads) -> None:
    with pytest.raises(ToolError) as error:
        ExperimentTools(kept).analyse_experiment()
    assert "No table has been uploaded yet" in told(error)


def test_large_tables_are_learned_from_in_part(
    kept: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.effects.upload_tool.LEARNED", 1000)
    kept.add(saved(drawn("same", n=3000), tmp_path / "t.csv"))
    result = ExperimentTools(kept).analyse_experiment()
    text = " ".join(fact.text for fact in result.facts("en"))
    assert "learned from 1,000 of the people" in text
    assert result.provenance.row_count == 3000
