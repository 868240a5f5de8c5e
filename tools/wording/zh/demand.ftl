demand-no-sales = 店铺还没有订单或购买记录，无法预测。请先用“storewise import”导入。
demand-no-items = 店铺的订单没有记录买了哪些商品，无法预测单个商品；可以预测全店的订单数和销售额。
demand-no-stock = 商品资料里没有库存，无法判断什么时候会断货。请导入带库存列的商品表。
demand-short = 目前只有{ $days }天的销售记录；做预测至少需要{ $least }天。
