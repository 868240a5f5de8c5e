opportunity-gain = 未来 { $days } 天预计带来{ $basis ->
    [revenue] 销售额
   *[profit] 利润
} { $gain }（可能在 { $low } 到 { $high } 之间）
opportunity-who = { $by ->
    [device] { $group }端的访问
    [channel] 来自{ $group }渠道的访问
   *[category] 浏览{ $group }的访问
}
opportunity-step = { $stage ->
    [visits] 加购
   *[carts] 加购后下单
}
opportunity-funnel-fell = { opportunity-who }{ opportunity-step }的比例下降了：最近 { $weeks } 周为 { $rate }（共 { $n } 次），而按此前 { $before } 周和其他访问的走势本应有 { $usual }。如果补回一半差距，{ opportunity-gain }。
opportunity-funnel-fell-name = { $group }：{ $stage ->
    [visits] 加购率下降
   *[carts] 加购后下单的比例下降
}
opportunity-funnel-fell-next = 看看这几周{ opportunity-who }遇到了什么变化：页面、价格、库存、配送还是支付方式。
opportunity-funnel-peers = 最近 { $weeks } 周，{ $group }端加购的访问只有 { $rate } 下单，其他设备为 { $usual }。如果补回一半差距，{ opportunity-gain }。
opportunity-funnel-peers-name = { $group }端：结账转化低于其他设备
opportunity-funnel-peers-next = 亲自在{ $group }端从购物车走到付款，试试更短的结账流程。
opportunity-place = { $by ->
    [device] { $group }端
    [channel] { $group }渠道
   *[country] { $group }
}
opportunity-sales-fell = { opportunity-place }的订单占比在下滑：最近 { $weeks } 周有 { $n } 单，占全部的 { $rate }；如果保持此前 { $before } 周的占比，应为 { $usual }。如果挽回一半，{ opportunity-gain }。
opportunity-sales-fell-name = { opportunity-place }：订单占比下滑
opportunity-sales-fell-next = 看看{ opportunity-place }有什么变化：投放、配送、竞争对手，还是活动结束了。
opportunity-returns = { $item }的退货多于其他商品：{ $n } 单中有 { $back } 单（{ $rate }）发生退货，其他商品为 { $usual }。如果减少一半超出的部分，{ opportunity-gain }，未计退货处理费用。
opportunity-returns-name = { $item }：退货偏多
opportunity-returns-next = 从评价中了解{ $item }为什么被退，改正商品页的尺码、图片或描述，或改进商品本身。
opportunity-segment = “{ $segment }”共 { $people } 人，其中 { $may } 人可以联系。30 天前处在这一人群的顾客，之后有 { $rate } 下了单。以往 { $k } 次有对照组的活动平均把下单率提高了 { $lift }，若这次也一样，{ opportunity-gain }，未扣除优惠和发送费用。
opportunity-segment-name = 向“{ $segment }”发一次活动
opportunity-segment-next = 为“{ $segment }”起草一次活动，并留出一部分人作对照，这样才能看出效果。
opportunity-stock-out = 有 { $n } 款在售商品未来 { $days } 天很可能断货（其中 { $gone } 款已售罄）。损失最大的是{ $list }。如果货源跟得上，{ opportunity-gain }。
opportunity-stock-out-name = 为 { $n } 款商品及时补货
opportunity-stock-out-next = 现在合计补货 { $order } 件，各款数量见需求预测。
opportunity-stock-idle = 有 { $n } 款商品的库存超过 { $idle } 天旺销的用量，多出的部分成本为 { $tied }，主要是{ $list }。按每年 { $rate } 的持有成本估算（经验值，并非本店数据），如果按成本价处理掉一半，未来 { $days } 天可省 { $gain }（{ $low } 到 { $high } 之间）。
opportunity-stock-idle-name = 清理 { $n } 款商品的积压库存
opportunity-stock-idle-next = 这些商品先停止进货，与畅销品搭售或打折清理。
opportunity-price-raise = 从顾客对以往调价的反应看，有 { $n } 款商品涨价能赚得更多，首先是{ $list }（括号内为收益最高的价格）。全部调整后，{ opportunity-gain }。
opportunity-price-raise-name = 上调 { $n } 款商品的价格
opportunity-price-raise-next = 在卖过的价格范围内一次调到位，四周后再看。
opportunity-price-lower = 从顾客对以往调价的反应看，有 { $n } 款商品降价能赚得更多，首先是{ $list }（括号内为收益最高的价格）。全部调整后，{ opportunity-gain }。
opportunity-price-lower-name = 下调 { $n } 款商品的价格
opportunity-price-lower-next = 在卖过的价格范围内一次调到位，四周后再看。
opportunity-rating-fell = { $item }最近 { $lately } 天的评分降到 { $now } 星（{ $n } 条），此前为 { $before } 星（{ $n_before } 条）。如果挽回一半，并按一星相当于 5%–9% 的销售额估算（餐厅研究，Luca 2016，并非本店数据），{ opportunity-gain }。
opportunity-rating-fell-name = { $item }：评分下滑
opportunity-rating-fell-next = 读一读{ $item }最近的评价，并检查最近一批到货。
opportunity-complaints = { $item }的 { $n } 条评分中有 { $share } 是差评（1–2 星），全店通常为 { $usual }。如果与全店平均分的差距缩小一半，并按一星相当于 5%–9% 的销售额估算（餐厅研究，Luca 2016，并非本店数据），{ opportunity-gain }。
opportunity-complaints-name = { $item }：差评偏多
opportunity-complaints-next = 看看{ $item }的差评在抱怨什么，能改进就改进，否则在商品页说明。
opportunity-festival = { $festival }就要到了（{ $when }）。{ $years_value ->
    [one] 有记录的那一次
   *[other] 有记录的 { $years } 年里
}，它的销量是平日的 { $factor } 倍。如果今年同样，在平日之外，{ opportunity-gain }；只要货备足，其中大部分会自然到来。
opportunity-festival-name = 备战{ $festival }
opportunity-festival-next = 核对{ $festival }期间最好卖的商品库存，提前一周备好活动。
opportunity-category-season = { $category }的旺季要来了：去年同期的未来 { $weeks } 周，它占销量的 { $share }，现在为 { $usual }。如果今年重演，{ opportunity-gain }，高于最近 { $days } 天。
opportunity-category-season-name = { $category }的旺季要来了
opportunity-category-season-next = 现在就把{ $category }放上首页，并核对库存。
opportunities-none = 没有发现超出偶然的机会：所做的 { $n } 项比较都站不住脚。
opportunities-nothing = 没有发现机会：没有可以比较的数据。
opportunities-more = 此外还有：{ $list }。
opportunities-guard = 共做了 { $n } 项比较；列出的机会中，平均每二十项可能有一项仍属偶然。各项之间有重叠，收益不能相加。
opportunities-profit = 收益按利润计算，即顾客实付减去商品成本。
opportunities-revenue = 多数商品成本未知，所以收益按销售额计算。
opportunities-lacking = 没能查看{ $focus }：{ $reason }
opportunities-no-prices = 销售数据没有价格或商品，无法估算机会的价值。请导入带明细和价格的订单，或改问转化漏斗。
opportunities-no-campaigns = 有对照组的以往活动不足三次，无法判断发消息在这里能带来多少，请先做一次测试。
opportunities-short = 这项分析至少需要 { $days } 天的数据。
