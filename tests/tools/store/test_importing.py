"""Imports end to end on small files: what is stored, what is set aside, what is said."""
# ruff: noqa: DTZ001 - the store's times are UTC without saying so

import json
from datetime import datetime
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tools.errors import DataError, SettingsError
from tools.store.importing import ImportReport, import_data
from tools.store.store import DATABASE, Store


def stored(workspace: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(workspace / DATABASE, read_only=True) as connection:
        return connection.execute(query).fetchall()


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
    return path


def reasons(report: ImportReport) -> dict[str, int]:
    return {line.reason: line.rows for line in report.cleaning}


def test_every_bad_row_is_counted_said_and_kept(tmp_path: Path) -> None:
    path = write(
        tmp_path / "events.csv",
        "user_id,event_time,event_type,item_id,price,quantity",
        "u1,2024-05-01 10:00:00,view,a,9.99,",
        "u1,2024-05-01 10:00:00,view,a,9.99,",
        ",2024-05-01 10:00:01,view,a,9.99,",
        "u1,yesterday,view,a,9.99,",
        "u1,1970-01-01 00:00:00,view,a,9.99,",
        "u1,2124-01-01 00:00:00,view,a,9.99,",
        "u1,2024-05-01 10:00:02,view,a,-1,",
        "u1,2024-05-01 10:00:03,view,a,99999999999,",
        "u1,2024-05-01 10:00:04,teleport,a,1,",
        "u1,2024-05-01 10:00:05,cart,a,1,0",
        "u1,2024-05-01 10:00:06,cart,a,free,2",
        "u1,2024-05-01 10:00:07,buy,a,10,2,too,many,cells",
    )
    report = import_data("events", path, tmp_path / "w")
    assert sum(1 for line in report.cleaning if line.reason == "unreadable") == 2
    assert reasons(report) == {
        "broken_line": 1,
        "duplicate": 1,
        "missing": 1,
        "unreadable": 1,
        "impossible_time": 2,
        "negative": 1,
        "absurd_price": 1,
        "not_positive": 1,
        "unreadable_price": 1,
    }
    assert report.rows == {"events": 2}
    kept = pq.read_table(tmp_path / "w/rejected/events.parquet").to_pylist()
    assert len(kept) == 9
    source = [json.loads(row["source_row"]) for row in kept if row["source_row"]]
    assert "yesterday" in {row["event_time"] for row in source}
    assert "teleport" in {row["event_type"] for row in source}
    lines = pq.read_table(tmp_path / "w/rejected/lines.parquet").to_pylist()
    assert "too,many,cells" in lines[0]["csv_line"]
    assert all(line.endswith((".", "purchase, return.")) for line in report.lines())
    json.dumps(report.as_json())


def test_a_chinese_file_in_gbk_imports_with_guessed_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path / "订单.csv",
        "订单号;用户ID;下单时间;实付金额;订单状态",
        "A1;u1;2024年5月1日 09:30;1,299.00;已付款",
        "A2;;2024/5/2 10:00;￥88;已发货",
        encoding="gbk",
    )
    import_data("orders", path, tmp_path / "w", currency="CNY", time_zone="Asia/Shanghai")
    assert stored(
        tmp_path / "w", "SELECT user_id, ordered_at, local_time, status, total::DOUBLE FROM orders"
    ) == [
        ("u1", datetime(2024, 5, 1, 1, 30), datetime(2024, 5, 1, 9, 30), "paid", 1299.0),
        (None, datetime(2024, 5, 2, 2, 0), datetime(2024, 5, 2, 10, 0), "shipped", 88.0),
    ]
    assert Store.open(tmp_path / "w").profile.currency == "CNY"


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2024-05-01 10:00:00", datetime(2024, 5, 1, 2)),
        ("2024-05-01T10:00:00+02:00", datetime(2024, 5, 1, 8)),
        ("2024-05-01 10:00:00 UTC", datetime(2024, 5, 1, 10)),
        ("2024-05-01T10:00:00.250Z", datetime(2024, 5, 1, 10, 0, 0, 250000)),
        ("1714557600", datetime(2024, 5, 1, 10)),
        ("1714557600000", datetime(2024, 5, 1, 10)),
        ("25/05/2024 10:00", datetime(2024, 5, 25, 2)),
        ("5/25/2024 10:00", datetime(2024, 5, 25, 2)),
        ("20240501", datetime(2024, 4, 30, 16)),
        ("2024年05月01日", datetime(2024, 4, 30, 16)),
    ],
)
def test_times_are_read_as_written(tmp_path: Path, written: str, utc: datetime) -> None:
    path = write(tmp_path / "orders.csv", "order_id,ordered_at", f"a,{written}")
    import_data("orders", path, tmp_path / "w", time_zone="Asia/Shanghai")
    assert stored(tmp_path / "w", "SELECT ordered_at FROM orders") == [(utc,)]


def test_ambiguous_dates_take_the_order_that_keeps_them_together(tmp_path: Path) -> None:
    path = write(
        tmp_path / "o.csv", "order_id,ordered_at", *(f"{d},12/{d}/2010" for d in (1, 2, 3))
    )
    import_data("orders", path, tmp_path / "w")
    assert stored(tmp_path / "w", "SELECT min(ordered_at), max(ordered_at) FROM orders") == [
        (datetime(2010, 12, 1), datetime(2010, 12, 3))
    ]


def test_the_last_row_of_a_key_wins_and_the_others_are_kept_aside(tmp_path: Path) -> None:
    path = write(tmp_path / "items.csv", "sku,price", "a,1", "b,2", "a,3")
    report = import_data("items", path, tmp_path / "w")
    assert reasons(report) == {"duplicate_key": 1}
    assert stored(tmp_path / "w", "SELECT item_id, price::DOUBLE FROM items ORDER BY 1") == [
        ("a", 3.0),
        ("b", 2.0),
    ]
    assert pq.read_table(tmp_path / "w/rejected/items.parquet")["price"].to_pylist() == [1]


def test_bots_are_set_aside_and_buyers_never(tmp_path: Path) -> None:
    seconds = range(700)
    times = [datetime(2024, 5, 1, 10, s // 60, s % 60) for s in seconds]
    table = pa.table(
        {
            "user_id": ["robot"] * 700 + ["keen"] * 700,
            "event_time": times * 2,
            "event_type": ["view"] * 1399 + ["purchase"],
            "item_id": [str(s) for s in seconds] * 2,
        }
    )
    pq.write_table(table, tmp_path / "events.parquet")
    report = import_data("events", tmp_path / "events.parquet", tmp_path / "w")
    assert reasons(report) == {"bot": 700}
    assert stored(tmp_path / "w", "SELECT DISTINCT user_id FROM events") == [("keen",)]


def test_labels_of_zero_and_one_become_one_and_five_stars(tmp_path: Path) -> None:
    path = write(
        tmp_path / "reviews.csv",
        "cat,label,review",
        "平板,1,屏幕很清楚",
        "平板,0,broken on arrival",
    )
    import_data("reviews", path, tmp_path / "w")
    assert stored(tmp_path / "w", "SELECT item_id, rating, language FROM reviews") == [
        ("平板", 5, "zh"),
        ("平板", 1, "en"),
    ]


def test_reviews_join_an_existing_store_and_keep_its_items(tmp_path: Path) -> None:
    items = write(tmp_path / "items.csv", "item_id,title,category", "a,Kettle,Kitchen")
    import_data("items", items, tmp_path / "w", name="Pots", currency="GBP")
    reviews = write(
        tmp_path / "r.csv", "item_id,category,text", "a,Other,good kettle", "b,Garden,nice spade"
    )
    report = import_data("reviews", reviews, tmp_path / "w")
    assert stored(tmp_path / "w", "SELECT item_id, title, category FROM items ORDER BY 1") == [
        ("a", "Kettle", "Kitchen"),
        ("b", None, "Garden"),
    ]
    assert (report.profile.name, report.profile.currency) == ("Pots", "GBP")


@pytest.mark.parametrize(
    ("kind", "lines", "mapping", "words"),
    [
        ("orders", ["a,b", "1,2"], {}, "--map order_id=COLUMN"),
        (
            "orders",
            ["order_id,when did", "1,2024-01-01"],
            {"ordered_at": "when"},
            "no column 'when'",
        ),
        ("orders", ["order_id,ordered_at", "1,soon"], {}, "None of the 1 rows is fit"),
        ("orders", ["order_id,ordered_at"], {}, "holds no rows"),
        ("order", ["order_id,ordered_at"], {}, "Did you mean 'orders'"),
        ("online-retail", ["Invoice,Quantity", "1,2"], {}, "no column like 'stockcode'"),
        ("taobao", ["a,b", "1,2"], {}, "no column like 'user_id'"),
        ("rees46", ["event_time,user_id", "1,2"], {}, "no column like 'event_type'"),
        ("olist", ["order_id"], {}, "folder"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence_and_the_store_stays(
    tmp_path: Path, kind: str, lines: list[str], mapping: dict[str, str], words: str
) -> None:
    good = write(tmp_path / "items.csv", "item_id", "a")
    import_data("items", good, tmp_path / "w")
    before = (tmp_path / "w" / DATABASE).read_bytes()
    with pytest.raises(DataError, match=words) as caught:
        import_data(kind, write(tmp_path / "bad.csv", *lines), tmp_path / "w", mapping)
    assert "\n" not in str(caught.value)
    assert (tmp_path / "w" / DATABASE).read_bytes() == before
    assert not list((tmp_path / "w").glob(".draft-*"))


def test_unknown_settings_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "items.csv", "item_id", "a")
    with pytest.raises(SettingsError, match="Asia/Shanghai"):
        import_data("items", path, tmp_path / "w", time_zone="China")
    with pytest.raises(SettingsError, match="ISO 4217"):
        import_data("items", path, tmp_path / "w", currency="YUAN")


def test_rees46_purchases_become_orders(tmp_path: Path) -> None:
    path = write(
        tmp_path / "2019-Oct.csv",
        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
        "2019-10-01 00:00:00 UTC,view,44,21,electronics.phone,acme,35.79,5,s1",
        "2019-10-01 00:01:00 UTC,cart,44,21,electronics.phone,acme,35.79,5,s1",
        "2019-10-01 00:02:00 UTC,purchase,44,21,electronics.phone,acme,35.79,5,s1",
        "2019-10-01 00:02:00 UTC,purchase,45,22,,,4.21,5,s1",
        "2019-10-01 09:00:00 UTC,remove_from_cart,45,22,,,4.21,6,",
    )
    report = import_data("rees46", path, tmp_path / "w")
    assert report.rows == {"events": 5, "items": 2, "users": 2, "orders": 1, "order_lines": 2}
    assert stored(tmp_path / "w", "SELECT user_id, ordered_at, total::DOUBLE FROM orders") == [
        ("5", datetime(2019, 10, 1, 0, 2), 40.0)
    ]
    assert stored(tmp_path / "w", "SELECT item_id, category, brand FROM items ORDER BY 1") == [
        ("44", "electronics.phone", "acme"),
        ("45", "22", None),
    ]


def test_progress_ends_at_one(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    import_data(
        "items",
        write(tmp_path / "items.csv", "item_id", "a"),
        tmp_path / "w",
        progress=lambda step, share: told.append((step, share)),
    )
    assert told[-1] == ("done", 1.0)
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_a_parquet_file_damaged_inside_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "items.parquet"
    ids = [f"{i * 7919 % 100_003}" for i in range(20_000)]
    pq.write_table(pa.table({"item_id": ids}), path, compression="snappy")
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(bytes(content))
    with pytest.raises(DataError, match=r"items\.parquet") as caught:
        import_data("items", path, tmp_path / "w")
    assert "\n" not in str(caught.value)


def test_a_workbook_of_two_years_is_one_online_retail_store(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    headings = ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price"]
    first, second = book.active, book.create_sheet("Year 2010-2011")
    for sheet in (first, second):
        sheet.append([*headings, "Customer ID", "Country"])
    first.append([1, 10002, "BALL", 6, datetime(2010, 7, 1, 9), 0.85, 13085, "France"])
    second.append(["C2", 10002, "BALL", -2, datetime(2011, 1, 4, 9), 0.85, 13085, "France"])
    second.append([3, "POST", "POSTAGE", 1, datetime(2011, 1, 5, 9), 18, None, "France"])
    book.save(tmp_path / "online_retail_II.xlsx")
    import_data("online-retail", tmp_path / "online_retail_II.xlsx", tmp_path / "w")
    assert stored(
        tmp_path / "w", "SELECT order_id, item_id, quantity, returned_quantity FROM order_lines"
    ) == [("1", "10002", 6, 2)]
    assert stored(tmp_path / "w", "SELECT user_id, ordered_at FROM orders") == [
        ("13085", datetime(2010, 7, 1, 8))
    ]


def test_gender_is_read_in_the_usual_spellings_and_else_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "会员.csv", "会员编号,性别", "u1,女", "u2,M", "u3,保密")
    import_data("users", path, tmp_path / "w")
    assert stored(tmp_path / "w", "SELECT gender FROM users ORDER BY user_id") == [
        ("female",),
        ("male",),
        ("保密",),
    ]
