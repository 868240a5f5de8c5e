"""Files are read whatever their delimiter, encoding and format."""

import json
import re
from pathlib import Path

import duckdb
import openpyxl
import pytest

from tools.errors import DataError
from tools.store.readers import encoding_of, read

CHINESE = (
    "用户ID,下单时间,评论\n1,2024-01-01 10:00:00,质量很好，物流也快\n2,2024-01-02 11:00:00,一般般\n"
)
WESTERN = "user;review\n1;café très bien, façade élégante\n2;schön für Größe\n"


def read_all(path: Path) -> tuple[list[str], list[tuple[object, ...]]]:
    with duckdb.connect() as connection:
        source = read(connection, path, "source", path.parent / "scratch")
        return list(source.columns), connection.execute("SELECT * FROM source").fetchall()


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gbk", "gb18030"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "utf-16", "utf-16"),
        (WESTERN, "utf-8", "utf-8"),
        (WESTERN, "latin-1", "cp1252"),
        (WESTERN, "cp1252", "cp1252"),
    ],
)
def test_encoding_and_delimiter_are_found(
    tmp_path: Path, text: str, encoding: str, found: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(text.encode(encoding))
    assert encoding_of(path) == found
    columns, rows = read_all(path)
    lines = [line.split(";" if ";" in text else ",") for line in text.splitlines()]
    assert columns == lines[0]
    assert [list(row) for row in rows] == lines[1:]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_quoted_cells_may_hold_delimiters_quotes_and_line_ends(
    tmp_path: Path, delimiter: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_text(
        f'id{delimiter}text\n1{delimiter}"a{delimiter}b ""c""\nd"\n2{delimiter}e\n',
        encoding="utf-8",
    )
    assert read_all(path)[1] == [("1", f'a{delimiter}b "c"\nd'), ("2", "e")]


def test_jsonl_reads_as_text_and_misses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    rows = [{"id": 1, "text": "好"}, {"id": "a2", "text": None}]
    path.write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8"
    )
    assert read_all(path) == (["id", "text"], [("1", "好"), ("a2", None)])


def test_sheets_with_the_same_headings_are_read_as_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet, value in ((book.active, 1), (book.create_sheet("second"), 2.5)):
        sheet.append(["id", "Unit Price"])
        sheet.append([f"x{value}", value])
    book.save(tmp_path / "file.xlsx")
    assert read_all(tmp_path / "file.xlsx") == (
        ["id", "Unit Price"],
        [("x1", "1"), ("x2.5", "2.5")],
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.csv", None, "no file"),
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n\n", "no rows"),
        ("empty.parquet", b"", "empty"),
        ("torn.parquet", b"PAR1 and then nothing", "not a whole Parquet"),
        ("torn.xlsx", b"not a zip", "not a workbook"),
        ("torn.jsonl", b"not json at all\n", "not JSONL"),
        ("report.pdf", b"%PDF-1.7", "save it as CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_would_work(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=words) as caught:
        read_all(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(range(256)) * 20, "is not a text file"),
        (b"order_id^user_id^total\no1^u1^10\n", "parted by '^', which is not read"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=re.escape(said)):
        read(duckdb.connect(), path, "rows", tmp_path / "scratch")


def test_a_folder_is_told_from_a_missing_file(tmp_path):
    with pytest.raises(DataError, match="is a folder"):
        read(duckdb.connect(), tmp_path, "rows", tmp_path / "scratch")
