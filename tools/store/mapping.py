"""Which column of a file is which column of the store: guessed from names, shown, corrected."""
# ruff: noqa: E501 - the names of one column read best on one line

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.errors import DataError, nearest
from tools.store.schema import ColumnSpec, TableSpec

SYNONYMS: dict[str, tuple[str, ...]] = {
    "event_id": ("event no", "log id", "事件ID", "事件编号", "行为ID"),
    "user_id": ("user", "uid", "customer id", "customer", "customer no", "client id", "visitor id", "member id", "buyer id", "buyer", "household id", "account id", "shopper id", "customer unique id", "author id", "reviewer id", "用户ID", "用户编号", "用户", "会员ID", "会员编号", "会员号", "客户ID", "客户编号", "买家ID", "顾客ID", "买家昵称"),
    "session_id": ("session", "visit id", "user session", "会话ID", "访问ID"),
    "event_time": ("time", "timestamp", "ts", "date", "datetime", "event date", "event timestamp", "created at", "action time", "occurred at", "时间", "行为时间", "事件时间", "操作时间", "时间戳", "日期"),
    "event_type": ("event", "type", "action", "behavior", "behaviour", "behavior type", "activity", "行为", "行为类型", "事件类型", "事件", "操作类型"),
    "item_id": ("item", "product id", "product", "product code", "product no", "sku", "sku id", "stock code", "article id", "asin", "goods id", "clothing id", "parent asin", "isbn", "商品ID", "商品编号", "商品编码", "产品ID", "产品编号", "货号", "商品"),
    "query": ("search query", "search term", "keyword", "keywords", "search phrase", "搜索词", "关键词", "搜索关键词"),
    "quantity": ("qty", "units", "count", "amount of items", "number of items", "order qty", "数量", "件数", "购买数量", "销量"),
    "price": ("unit price", "list price", "sale price", "selling price", "item price", "retail price", "价格", "单价", "售价", "商品价格", "标价"),
    "unit_price": ("price", "item price", "sale price", "selling price", "单价", "价格", "售价", "成交单价"),
    "channel": ("source", "traffic source", "utm source", "medium", "utm medium", "渠道", "来源", "流量来源", "来源渠道"),
    "device": ("device type", "platform", "terminal", "设备", "设备类型", "终端", "平台"),
    "campaign_id": ("campaign", "utm campaign", "campaign no", "活动ID", "活动编号", "营销活动ID"),
    "title": ("product name", "item name", "product title", "item title", "headline", "review title", "summary", "subject", "review summary", "review comment title", "商品名称", "商品名", "产品名称", "标题", "商品标题", "评论标题"),
    "category": ("category name", "product category", "product type", "department", "department name", "class name", "cat", "category id", "category code", "product category name", "类目", "品类", "分类", "类别", "商品类目", "商品分类", "商品类别"),
    "brand": ("brand name", "manufacturer", "vendor", "maker", "品牌", "品牌名称"),
    "cost": ("unit cost", "cost price", "purchase price", "budget", "spend", "成本", "成本价", "进价", "花费", "预算", "费用"),
    "stock": ("inventory", "stock on hand", "on hand", "quantity in stock", "库存", "库存量", "库存数量"),
    "description": ("desc", "product description", "details", "body html", "描述", "商品描述", "详情", "商品详情"),
    "registered_at": ("created at", "signup date", "sign up date", "joined", "joined at", "registration date", "registered", "registration time", "create time", "注册时间", "注册日期"),
    "country": ("country name", "country code", "nation", "国家", "国家地区"),
    "region": ("state", "province", "customer state", "area", "省份", "省", "地区", "区域", "所在地"),
    "age_band": ("age", "age group", "age range", "age bracket", "年龄", "年龄段", "年龄区间"),
    "gender": ("sex", "性别"),
    "marketing_consent": ("consent", "opt in", "email opt in", "accepts marketing", "newsletter", "营销同意", "是否接受营销"),
    "order_id": ("order", "order no", "order number", "invoice", "invoice no", "invoice id", "transaction id", "basket id", "receipt no", "订单ID", "订单号", "订单编号", "单号"),
    "ordered_at": ("order date", "order time", "order purchase timestamp", "purchase date", "purchased at", "invoice date", "created at", "placed at", "date", "time", "timestamp", "datetime", "transaction date", "transaction timestamp", "下单时间", "下单日期", "订单时间", "订单日期", "购买时间", "付款时间", "日期", "时间"),
    "status": ("order status", "state of order", "fulfillment status", "financial status", "状态", "订单状态"),
    "shipped_at": ("ship date", "shipping date", "shipped date", "shipped", "发货时间", "发货日期"),
    "delivered_at": ("delivery date", "delivered date", "delivered", "received at", "收货时间", "签收时间", "送达时间"),
    "total": ("total price", "order total", "amount", "total amount", "grand total", "revenue", "sales", "sales value", "payment value", "order value", "金额", "总金额", "订单金额", "实付金额", "总价", "实付款"),
    "coupon": ("coupon code", "discount code", "voucher", "promo code", "优惠券", "优惠码"),
    "discount": ("discount amount", "line discount", "优惠", "折扣", "优惠金额", "折扣金额"),
    "returned_quantity": ("returned", "returned qty", "refunded quantity", "return quantity", "退货数量"),
    "name": ("campaign name", "title", "活动名称", "名称"),
    "starts_at": ("start", "start date", "start time", "begins at", "开始时间", "开始日期"),
    "ends_at": ("end", "end date", "end time", "结束时间", "结束日期"),
    "offer": ("promotion", "deal", "campaign type", "优惠内容", "活动内容"),
    "exposed_at": ("sent at", "send time", "exposure time", "date", "time", "timestamp", "发送时间", "触达时间", "曝光时间"),
    "arm": ("group", "treatment group", "variant", "test group", "分组", "实验分组", "组别"),
    "review_id": ("review no", "comment id", "评论ID", "评价ID", "评论编号"),
    "rating": ("score", "stars", "star rating", "review score", "overall", "overall rating", "label", "sentiment", "评分", "星级", "打分", "评价等级", "标签"),
    "text": ("review", "review text", "comment", "comments", "content", "body", "review body", "review content", "review comment message", "message", "feedback", "reviewtext", "sentence", "评论", "评价", "评论内容", "评价内容", "内容", "评论正文", "留言", "文本"),
    "written_at": ("review date", "review time", "date", "time", "timestamp", "datetime", "created at", "review creation date", "unix review time", "submitted at", "评论时间", "评价时间", "评论日期", "评价日期", "时间", "日期"),
    "language": ("lang", "locale", "语言"),
    "first_name": ("given name", "forename", "名"),
    "last_name": ("surname", "family name", "full name", "customer name", "name", "姓名", "客户姓名", "收货人", "姓"),
    "email": ("e-mail", "mail", "email address", "customer email", "邮箱", "电子邮箱", "邮件地址"),
    "phone": ("telephone", "mobile", "phone number", "mobile number", "手机", "手机号", "电话", "联系电话"),
    "address1": ("address", "street", "address line 1", "street address", "地址", "详细地址", "收货地址", "街道"),
    "address2": ("address line 2", "apartment", "suite", "门牌号", "楼层"),
    "city": ("town", "城市", "市"),
    "state": ("province", "region", "省份", "省", "州"),
    "postcode": ("zip", "zip code", "postal code", "post code", "邮编", "邮政编码"),
    "dimension": (), "value": (), "label": (), "policy_id": (),
}  # fmt: skip
"""Names stores give to the canonical columns, in English and Chinese; the likelier first."""

FUZZY = 0.86


@dataclass(frozen=True)
class ColumnMapping:
    """Where each column of a table comes from.

    Attributes:
        table: Name of the table.
        columns: Canonical column to source column.
        unused: Source columns nothing was taken from.
        absent: Canonical columns the file does not have; they stay empty.
    """

    table: str
    columns: dict[str, str]
    unused: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The mapping for a person, one line a column."""
        taken = [f"{name} ← {source}" for name, source in self.columns.items()]
        return (*taken, *(["not used: " + ", ".join(self.unused)] if self.unused else []))


def guess_mapping(
    spec: TableSpec, sources: Iterable[str], corrections: Mapping[str, str] | None = None
) -> ColumnMapping:
    """Guess which of the columns `sources` is which column of the table `spec`.

    Args:
        spec: Table the rows are for.
        sources: Column names of the file.
        corrections: Canonical column to source column, as the operator says; they win.

    Raises:
        DataError: If a correction names a column that is not there, or no column can be found for a
            required one; says which names come near.
    """
    left = list(sources)
    wanted = [column for column in spec if column.kind != "local_time"]
    chosen = _corrected(spec, left, wanted, corrections or {})
    left = [source for source in left if source not in chosen.values()]
    for fuzzy in (False, True):
        for column in wanted:
            if column.name not in chosen and (source := _find(column, left, fuzzy=fuzzy)):
                chosen[column.name] = source
                left.remove(source)
    ordered = {column.name: chosen[column.name] for column in wanted if column.name in chosen}
    absent = tuple(column.name for column in wanted if column.name not in chosen)
    return ColumnMapping(spec.name, ordered, tuple(left), absent)


def require(mapping: ColumnMapping, columns: Iterable[str], sources: Iterable[str]) -> None:
    """See that `mapping` has each of `columns`.

    Raises:
        DataError: If one is missing; names the file's columns and the correction to give.
    """
    for name in columns:
        if name not in mapping.columns:
            raise DataError(
                f"No column of the file looks like `{name}` of {mapping.table!r}. Its columns are "
                f"{', '.join(sources)}; say which one with --map {name}=COLUMN."
            )


def plain(name: str) -> str:
    """A column name without case, spaces and marks: `userId`, `User ID` and `user_id` are one.

    >>> plain("userId") == plain("User ID") == plain("user_id")
    True
    """
    return re.sub(r"[\W_]+", "", name).lower()


def _corrected(
    spec: TableSpec, sources: list[str], wanted: list[ColumnSpec], corrections: Mapping[str, str]
) -> dict[str, str]:
    names = [column.name for column in wanted]
    for canonical, source in corrections.items():
        if canonical not in names:
            raise DataError(_unknown(f"Table {spec.name!r} has no column", canonical, names))
        if source not in sources:
            raise DataError(_unknown("The file has no column", source, sources))
    return dict(corrections)


def _unknown(start: str, name: str, known: list[str]) -> str:
    near = nearest(name, known, n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return f"{start} {name!r}. {hint}It has: {', '.join(known)}."


def _find(column: ColumnSpec, sources: list[str], *, fuzzy: bool) -> str | None:
    by_plain = {plain(source): source for source in reversed(sources)}
    names = [plain(name) for name in (column.name, *SYNONYMS.get(column.name, ()))]
    for name in names:
        if not fuzzy and name in by_plain:
            return by_plain[name]
        if fuzzy and (near := difflib.get_close_matches(name, by_plain, n=1, cutoff=FUZZY)):
            return by_plain[near[0]]
    return None
