"""From cells as written to typed values, as SQL: times, amounts, whole numbers, flags, choices.

Each function gives a DuckDB expression that is NULL where the cell cannot be read. How a column
writes its times and numbers is found from a sample of it, so that plain columns stay fast.
"""
# ruff: noqa: S608, E501 - column names are quoted; SQL and word lists read best whole

import re
from dataclasses import dataclass, field
from functools import cached_property

import duckdb

from tools.store.schema import DUCKDB_TYPES, ColumnSpec

SAMPLE = 20_000
MOST_WORDS = 10_000
BLANKS = " \t\r\n\u00a0\u3000\ufeff"
MISSING = ("", "null", "none", "nan", "nat", "n/a", "na", "\\n", "-")
INTEGERS = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
    "UBIGINT",
    "HUGEINT",
)
NUMBERS = (*INTEGERS, "FLOAT", "DOUBLE")
OFFSET = r"(Z|UTC|GMT|[+-]\d\d:?\d\d)$"
DAY_FIRST = (
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
)
MONTH_FIRST = tuple(
    form.replace("%d", "#").replace("%m", "%d").replace("#", "%m") for form in DAY_FIRST
)
OTHER_FORMATS = (
    "%Y年%m月%d日 %H:%M:%S", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日", "%Y.%m.%d %H:%M:%S", "%Y.%m.%d",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d %b %Y", "%b %d, %Y", "%B %d, %Y",
    "%Y%m%d%H%M%S", "%Y%m%d", "%d/%m/%y %H:%M", "%d/%m/%y",
)  # fmt: skip

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "event_type": {
        "view": ("view", "pv", "pageview", "page_view", "click", "clk", "detail", "browse", "浏览", "点击", "查看", "product_view", "view_item", "item_view"),
        "search": ("search", "query", "搜索", "view_search_results"),
        "cart": ("cart", "add_to_cart", "addtocart", "add", "basket", "加购", "加入购物车", "加购物车"),
        "remove": ("remove", "remove_from_cart", "removefromcart", "移除", "移出购物车"),
        "wishlist": ("wishlist", "fav", "favorite", "favourite", "like", "add_to_wishlist", "收藏"),
        "purchase": ("purchase", "buy", "order", "transaction", "sale", "pay", "paid", "checkout", "购买", "下单", "支付", "付款", "成交"),
        "return": ("return", "refund", "returned", "退货", "退款"),
    },
    "status": {
        "placed": ("placed", "created", "new", "pending", "open", "unpaid", "已下单", "待付款", "未付款"),
        "paid": ("paid", "approved", "invoiced", "processing", "processed", "confirmed", "已付款", "待发货", "已支付"),
        "shipped": ("shipped", "sent", "in_transit", "dispatched", "已发货", "运输中", "待收货"),
        "delivered": ("delivered", "completed", "complete", "received", "done", "fulfilled", "已收货", "已完成", "已签收", "交易成功"),
        "cancelled": ("cancelled", "canceled", "unavailable", "void", "closed", "已取消", "交易关闭"),
        "returned": ("returned", "refunded", "return", "已退货", "已退款"),
    },
    "gender": {
        "female": ("female", "f", "woman", "women", "女", "女性", "女士"),
        "male": ("male", "m", "man", "men", "男", "男性", "男士"),
    },
    "arm": {
        "treatment": ("treatment", "treated", "test", "exposed", "1", "true", "实验组", "试验组"),
        "control": ("control", "holdout", "0", "false", "对照组"),
    },
}  # fmt: skip
"""Words that stores write for the values of the closed sets, by column."""


@dataclass(frozen=True)
class Cells:
    """One column of a relation as written, and how to read it.

    Attributes:
        connection: Connection the relation lies on.
        relation: Its name.
        column: The column's name.
        type: Its DuckDB type.
        time_zone: IANA zone of times that name none.
    """

    connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    relation: str
    column: str
    type: str
    time_zone: str

    def typed(self, spec: ColumnSpec) -> str:
        """SQL for the value as the canonical column `spec` wants it."""
        if spec.kind == "id":
            return self.identifier
        if spec.kind == "time":
            return self.time
        if spec.kind == "date":
            return f"CAST({self.time} AS DATE)"
        if spec.kind == "money":
            return self.number(DUCKDB_TYPES["money"])
        if spec.kind == "integer":
            return self.number(DUCKDB_TYPES["integer"])
        if spec.kind == "flag":
            return self.flag
        if spec.kind == "choice":
            return self.choice(spec)
        return self.text

    @property
    def quoted(self) -> str:
        """The column as an SQL identifier."""
        return '"' + self.column.replace('"', '""') + '"'

    @property
    def text(self) -> str:
        """Trimmed text; NULL when there is none."""
        return f"NULLIF(trim({self._words}, '{BLANKS}'), '')"

    @cached_property
    def word(self) -> str:
        """The same for short cells: blanks other than spaces are trimmed only if the sample has any."""
        odd = self.type == "VARCHAR" and self._share(
            f"{self.quoted} <> trim({self.quoted}, '{BLANKS}')"
        )
        return self.text if odd else f"NULLIF(trim({self._words}), '')"

    @property
    def _words(self) -> str:
        return self.quoted if self.type == "VARCHAR" else f"CAST({self.quoted} AS VARCHAR)"

    @cached_property
    def identifier(self) -> str:
        """An id as text; `13085.0`, as spreadsheets write it, is 13085."""
        if self.type in INTEGERS:
            return f"CAST({self.quoted} AS VARCHAR)"
        if self.type in NUMBERS:
            whole = f"TRY_CAST({self.quoted} AS BIGINT)"
            return f"CASE WHEN {whole} = {self.quoted} THEN CAST({whole} AS VARCHAR) ELSE {self.word} END"
        words = ", ".join(f"'{word}'" for word in MISSING)
        if not self._share(f"lower(trim({self.quoted})) IN ({words}) OR {self.quoted} LIKE '%.0'"):
            return self.word
        cut = f"CASE WHEN {self.word} LIKE '%.0' THEN regexp_replace({self.word}, '^(\\d+)\\.0$', '\\1') ELSE {self.word} END"
        return f"CASE WHEN lower({self.word}) IN ({words}) THEN NULL ELSE {cut} END"

    def number(self, kind: str) -> str:
        """A number as the SQL type `kind`; currency signs and thousands marks are read past."""
        if self.type in NUMBERS or self.type.startswith("DECIMAL"):
            return f"TRY_CAST({self.quoted} AS {kind})"
        if self.type == "BOOLEAN":
            return f"CAST({self.quoted} AS {kind})"
        # 1.234,56 and 12,50 are European; every other comma is a thousands mark.
        bare = f"regexp_replace({self.word}, '[^0-9,.()eE+-]', '', 'g')"
        european = f"regexp_matches({bare}, '^[-+]?(\\d{{1,3}}(\\.\\d{{3}})+|\\d+),\\d{{1,2}}$')"
        point = f"replace(replace({bare}, '.', ''), ',', '.')"
        plain = f"replace({bare}, ',', '')"
        return (
            f"coalesce(TRY_CAST({self.quoted} AS {kind}), "
            f"TRY_CAST(CASE WHEN {european} THEN {point} ELSE {plain} END AS {kind}))"
        )

    @cached_property
    def flag(self) -> str:
        """Yes or no, in the usual spellings."""
        if self.type == "BOOLEAN":
            return self.quoted
        return (
            f"CASE WHEN lower({self.word}) IN ('true', 't', 'yes', 'y', '1', '1.0', '是') THEN true "
            f"WHEN lower({self.word}) IN ('false', 'f', 'no', 'n', '0', '0.0', '否') THEN false END"
        )

    def choice(self, spec: ColumnSpec) -> str:
        """One of the values of `spec` where it is a closed set, else the text as it stands."""
        if not spec.choices and spec.name not in CHOICES:
            return self.text
        spellings = CHOICES.get(spec.name, {value: (value,) for value in spec.choices})
        meanings = {word: value for value, words in spellings.items() for word in words}
        # The words that occur are few: reading each once here is far cheaper than once a row.
        found = self.connection.execute(
            f"SELECT DISTINCT {self._words} AS word FROM {self.relation} WHERE word IS NOT NULL "
            f"ORDER BY word LIMIT {MOST_WORDS}"
        ).fetchall()
        cases = [
            f"WHEN {quoted(word)} THEN '{meanings[plain]}'"
            for (word,) in found
            if (plain := re.sub(r"[\s-]+", "_", word.strip().lower())) in meanings
        ]
        other = "CAST(NULL AS VARCHAR)" if spec.choices else self.text
        return f"CASE {self._words} {' '.join(cases)} ELSE {other} END" if cases else other

    @cached_property
    def time(self) -> str:
        """A moment as a UTC timestamp."""
        if self.type == "TIMESTAMP WITH TIME ZONE":
            return f"timezone('UTC', {self.quoted})"
        if self.type.startswith("TIMESTAMP") or self.type == "DATE":
            return self._to_utc(f"CAST({self.quoted} AS TIMESTAMP)")
        if self.type in NUMBERS:
            return self._epoch(f"TRY_CAST({self.quoted} AS BIGINT)")
        zoned = self._share(f"regexp_matches({self.quoted}, '{OFFSET}')")
        local = self._to_utc(f"TRY_CAST({self.word} AS TIMESTAMP)")
        formats = ", ".join(f"'{form}'" for form in (*self._slashes, *OTHER_FORMATS))
        other = self._to_utc(f"try_strptime({self.word}, [{formats}])")
        if zoned:
            in_zone = f"timezone('UTC', TRY_CAST({self.word} AS TIMESTAMPTZ))"
            local = f"CASE WHEN regexp_matches({self.quoted}, '{OFFSET}') THEN {in_zone} ELSE {local} END"
        digits = (
            f"CASE WHEN length({self.word}) NOT IN (8, 14) THEN TRY_CAST({self.word} AS BIGINT) END"
        )
        order = [local, self._epoch(digits), other]
        if self._share(f"TRY_CAST({self.quoted} AS BIGINT) IS NOT NULL") > 0.5:
            order = [self._epoch(digits), other, local]
        return f"coalesce({', '.join(order)})"

    @cached_property
    def _slashes(self) -> tuple[str, ...]:
        """Formats of 3/4/2010, the likelier order of day and month first.

        The order that reads more of the sample wins; when both read all of it, the one whose times
        lie closer together.
        """

        def reads(forms: tuple[str, ...]) -> tuple[int, float]:
            listed = ", ".join(f"'{form}'" for form in forms)
            row = self._ask(
                f"SELECT count(t), coalesce(epoch(max(t)) - epoch(min(t)), 0) FROM "
                f"(SELECT try_strptime({self.word}, [{listed}]) AS t FROM {self._sample})"
            )
            return int(row[0]), -float(row[1])

        day, month = reads(DAY_FIRST), reads(MONTH_FIRST)
        return (*MONTH_FIRST, *DAY_FIRST) if month > day else (*DAY_FIRST, *MONTH_FIRST)

    def _to_utc(self, local: str) -> str:
        if self.time_zone == "UTC":
            return local
        return f"timezone('UTC', timezone('{self.time_zone}', {local}))"

    @staticmethod
    def _epoch(number: str) -> str:
        """Seconds, milliseconds or microseconds since 1970, told apart by size (years 1973-5138)."""
        return (
            f"CASE WHEN {number} BETWEEN 100000000 AND 99999999999 THEN make_timestamp({number} * 1000000) "
            f"WHEN {number} BETWEEN 100000000000 AND 99999999999999 THEN make_timestamp({number} * 1000) "
            f"WHEN {number} BETWEEN 100000000000000 AND 99999999999999999 THEN make_timestamp({number}) END"
        )

    @property
    def _sample(self) -> str:
        return f"(SELECT {self.quoted} FROM {self.relation} WHERE {self.quoted} IS NOT NULL LIMIT {SAMPLE})"

    def _share(self, condition: str) -> float:
        """Share (0-1) of the sampled cells for which `condition` holds."""
        row = self._ask(
            f"SELECT count(*) FILTER ({condition}) / greatest(count(*), 1) FROM {self._sample}"
        )
        return float(row[0])

    def _ask(self, query: str) -> tuple[float, ...]:
        return tuple(float(value) for value in self.connection.execute(query).fetchall()[0])


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
