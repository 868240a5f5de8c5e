# 客服对顾客说的话。“我”即本店客服。
service-status-pending = 尚未发货
service-status-processed = 正在备货
service-status-shipped = 正在运输途中
service-status-delivered = 已送达
service-status-cancelled = 已取消
service-status-returned = 已退货
service-status-return-requested = 正在退货
service-status-exchange-requested = 正在换货

service-method-card = 尾号{ $last }的信用卡
service-method-credit-card = 信用卡
service-method-gift-card = 礼品卡
service-method-paypal = PayPal账户
service-method-wechat-pay = 微信支付
service-method-alipay = 支付宝
service-method-other = 其他支付方式
service-method-original = 原支付方式

service-reason-no-longer-needed = 不再需要
service-reason-ordered-by-mistake = 下错单
service-reason-no-longer-wanted = 不想要了
service-reason-faulty = 商品有质量问题
service-reason-wrong-item = 发错商品
service-reason-damaged-in-transit = 运输途中损坏

service-swap = { $old }换成{ $new }

service-will-cancel = 我将为您取消订单{ $order }（{ $items }），原因记为“{ $reason }”。
service-will-items = 我将修改订单{ $order }：{ $swaps }。
service-will-order-address = 我将把订单{ $order }的收货地址改为：{ $address }。
service-will-payment = 我将用您的{ $method }支付订单{ $order }的{ $amount }，并把同样的金额退回您的{ $before }。
service-will-return = 我将为您登记订单{ $order }的退货：{ $items }。收到退回的商品后，{ $amount }将退到您的{ $method }。
service-will-exchange = 我将为您登记订单{ $order }的换货：{ $swaps }。
service-will-address = 我将把您的地址改为：{ $address }。
service-will-request-return = 我将为您登记订单{ $order }的退货：{ $items }，原因是“{ $reason }”。商品验收后，{ $amount }将按原支付方式退回。
service-address-orders-stay = 已下的订单仍按原地址寄送。
service-items-only-once = 商品只能修改一次，之后该订单不能再修改，也不能取消。请确认需要修改的商品都在其中。
service-exchange-only-once = 每个订单只能换货一次，请确认需要更换的商品都在其中。
service-ask-yes = 可以办理吗？请回答“是”或“否”。

service-refund-card = { $amount }将立即退回您的{ $method }。
service-refund-method = { $amount }将在{ $fewest }至{ $most }个工作日内退回您的{ $method }。
service-refund-at-once = 退款立即到账。
service-refund-days = 退款需要{ $fewest }至{ $most }个工作日。
service-difference-paid = 差价{ $amount }将从您的{ $method }支付。
service-difference-none = 价格不变。
service-difference-card = 差价{ $amount }将退回您的{ $method }。
service-difference-refunded = 差价{ $amount }将在{ $fewest }至{ $most }个工作日内退回您的{ $method }。
service-return-fee = 其中已扣除退货运费{ $fee }。

service-done-cancel = 订单{ $order }（{ $items }）已取消，原因记为“{ $reason }”。
service-done-items = 订单{ $order }已修改：{ $swaps }。
service-done-order-address = 订单{ $order }的收货地址已改为：{ $address }。
service-done-payment = 订单{ $order }：已用您的{ $method }支付{ $amount }，原款已退回您的{ $before }。
service-done-return = 订单{ $order }的退货已登记：{ $items }。{ $amount }将退到您的{ $method }。
service-done-exchange = 订单{ $order }的换货已登记：{ $swaps }。
service-done-address = 您的地址已改为：{ $address }。
service-done-request-return = 订单{ $order }的退货已登记：{ $items }，原因是“{ $reason }”。您将收到退款{ $amount }。
service-return-email = 您会收到一封邮件，说明如何寄回商品。
service-withdrawn = 好的，没有做任何更改。

service-not-recognised = 在处理订单或账户之前，我需要先确认您的身份：请告诉我您的邮箱，或您的姓名和邮政编码。
service-no-such-customer = 抱歉，没有找到与这些信息相符的顾客；请核对一下，或告诉我您的邮箱，或您的姓名和邮政编码。
service-several-customers = 抱歉，这些信息对应不止一位顾客，请告诉我您账户的邮箱。
service-other-customer = 抱歉，在这次对话中，我只能为一开始确认身份的账户服务。
service-too-many-attempts = 抱歉，我没能确认您的身份，接下来由同事为您服务。
service-no-order = 抱歉，您的账户中没有订单{ $order }，请核对订单号。
service-no-orders = 您的账户中还没有订单。
service-cancel-not-pending = 抱歉，订单{ $order }{ $status }，不能再取消；只有尚未发货的订单可以取消。
service-cancel-reason = 抱歉，只有不再需要或下错单的订单可以取消。
service-items-changed-once = 抱歉，订单{ $order }的商品已修改过一次，之后不能再修改，也不能取消。
service-items-not-pending = 抱歉，订单{ $order }{ $status }，不能再修改商品；只有尚未发货的订单可以修改。
service-address-not-pending = 抱歉，订单{ $order }{ $status }，不能再修改地址；只有尚未发货的订单可以修改。
service-payment-not-pending = 抱歉，订单{ $order }{ $status }，不能再更改支付方式；只有尚未发货的订单可以更改。
service-payment-changed-once = 抱歉，订单{ $order }的支付方式已更改过一次，不能再更改。
service-return-not-delivered = 抱歉，订单{ $order }{ $status }，不能退货；只有已送达的订单可以退货。
service-exchange-not-delivered = 抱歉，订单{ $order }{ $status }，不能换货；只有已送达的订单可以换货。
service-too-late = 抱歉，订单{ $order }已送达{ $passed }天，而退换货须在{ $limit }天之内。
service-no-items = 请告诉我您指的是订单{ $order }中的哪些商品。
service-item-not-in-order = 抱歉，订单{ $order }中没有商品{ $item }，或没有那么多件。
service-pairs = 请为每件要更换的商品各指定一件新商品。
service-unknown-item = 抱歉，本店没有商品{ $item }。
service-other-product = 抱歉，{ $item }只能换成同一商品的其他规格，不能换成{ $product }。
service-same-item = 您现在的就是{ $item }，请选择其他规格。
service-not-available = 抱歉，{ $item }目前缺货。
service-no-method = 抱歉，您的账户中没有支付方式{ $method }，请选择账户中已有的支付方式。
service-same-method = 该订单已用您的{ $method }支付，请选择其他支付方式。
service-gift-card-too-small = 抱歉，您的礼品卡余额为{ $balance }，不足以支付{ $amount }。
service-refund-elsewhere = 抱歉，退款只能退到原支付方式或您的礼品卡，不能退到您的{ $method }。
service-address-incomplete = 请提供完整的地址：街道、城市、国家和邮政编码。
service-no-details = 抱歉，我无法在此办理订单{ $order }的这项更改，可由同事协助您。
service-which-method = 请告诉我退款退到哪种支付方式：您付款时所用的，或您的礼品卡。
service-needs-yes = 没有做任何更改；如果可以办理，请明确回答“是”。
service-token-unknown = 没有等待您确认的事项，因此没有做任何更改。
service-token-used = 该事项已确认过，没有重复办理。
service-token-expired = 等待确认的时间过长，没有做任何更改；请再告诉我一次。
service-token-stale = 期间相关信息有变化，没有做任何更改；请再告诉我一次。

# 关于顾客本人账户、商品和条款的回答。
service-recognised = 谢谢您，{ $name }，已找到您的账户。
service-order = 订单{ $order }{ $status }：{ $items }，共{ $total }。
service-order-one = 订单{ $order }{ $status }：{ $items }，{ $total }。
service-order-changed = 该订单的商品已修改过一次。
service-order-arrived = 送达日期：{ $day }。
service-order-goes = 收货地址：{ $address }。
service-order-tracking = 物流单号：{ $tracking }。
service-order-paid = 支付方式：{ $method }。
service-order-state = { $order } { $status }
service-history = { $n_value ->
    [1] 您只有一个订单：{ $orders }。
   *[other] 您共有{ $n }个订单：{ $orders }。
}
service-history-latest = 您共有{ $n }个订单，最近的{ $shown }个是：{ $orders }。
service-customer = 您的登记信息：姓名{ $name }，邮箱{ $email }，地址{ $address }。
service-customer-pays = 您可用的支付方式：{ $methods }。
service-product = { $product }共有{ $n }种规格，其中{ $available }种有货，价格从{ $low }到{ $high }。
service-product-variants = 有货的规格：{ $variants }。
service-product-one = { $product }有货，价格{ $price }。
service-product-none = 抱歉，{ $product }目前缺货。
service-policy = 本店条款“{ $policy }”写明：“{ $text }”
service-no-policy = 抱歉，本店条款没有写到这一点，可由同事协助您。
service-handed-over = 我现在把您转给同事，对方会看到我们对话的摘要，请稍候。
service-bad-argument = 抱歉，您提供的{ $argument }无法使用，请再写一次。
service-products = { $n_value ->
    [1] 有一款符合，现在有货：{ $products }。
   *[other] 有{ $n }款符合，现在有货，价格从{ $low }到{ $high }，例如：{ $products }。
}
service-products-not-low-to-high = 抱歉，目前没有{ $low }至{ $high }之间的。
service-products-not-low = 抱歉，目前没有{ $low }以上的。
service-products-not-high = 抱歉，目前没有{ $high }以内的。
service-products-none = 抱歉，这些目前都缺货：{ $products }。

service-puzzled = 抱歉，我没有完全明白；您可以问我订单、退换货、账户、商品和店铺政策方面的问题。
service-with-colleague = 您的对话已由同事接手，会在这里回复您。
service-handed-over-upset = 给您添麻烦了，非常抱歉。我马上把您转给同事，对方会看到我们对话的摘要。
service-stars = 请给出一到五颗星。
service-nobody = 尚未确认身份的顾客
service-summary = 转接：{ $user }，原因：{ $reason }。
service-summary-said = 顾客说过：{ $said }。
service-because-asked = 顾客要求人工服务
service-because-stuck = 客服助手未能解决
service-because-upset = 顾客情绪激动
service-because-out-of-scope = 超出客服助手的权限
service-because-not-recognised = 无法确认顾客身份
