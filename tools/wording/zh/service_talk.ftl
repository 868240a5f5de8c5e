# 客服怎么说话：问候、体谅、追问和下一步。
talk-welcome = 您好，欢迎光临{ $store }。我可以帮您查订单、取消或退货、修改地址或支付方式，也可以回答商品和店铺政策方面的问题。请问有什么可以帮您？
talk-hello = 您好，感谢您的咨询。
talk-hello-name = { $name }，您好，感谢您的咨询。
talk-hello-again = 您好！
talk-how = 请问有什么可以帮您？
talk-can = 我可以帮您查订单、取消或退货、修改地址或支付方式，也可以回答商品和店铺政策方面的问题。
talk-you-are-welcome = 不客气！
talk-goodbye = 感谢您的咨询，祝您生活愉快！
talk-else = 请问还有其他可以帮您的吗？
talk-gladly = 好的，我来帮您处理。
talk-warm = 感谢您的耐心等待，很高兴为您服务。
talk-warm-close = 如果还有不清楚的地方，随时告诉我，我一直都在。
talk-formal-hello = 尊敬的顾客：
talk-formal-hello-name = 尊敬的{ $name }：
talk-formal-close = { $store }客服 敬上
talk-thanks-for = 谢谢您。

talk-sorry-parcel = 让您久等了，非常抱歉。
talk-sorry-item = 给您带来了不好的体验，非常抱歉。
talk-sorry-refund = 退款让您久等了，非常抱歉。
talk-sorry-fit = 没能让您满意，很抱歉。

talk-which-order = 请问您指的是哪个订单？{ $orders }。
talk-order-choice = { $order }（{ $status }）：{ $items }
talk-which-items = 请问您指的是订单{ $order }中的哪件商品：{ $items }？
talk-why-cancel = 方便告诉我原因吗：是不再需要，还是下错单了？
talk-why-return = 方便告诉我退货的原因吗：不想要了、质量问题、运输途中损坏，还是发错了商品？
talk-which-variant = { $item }想换成哪一种？有货的规格：{ $variants }。
talk-need-address = 请把完整的新地址写给我：省市区、街道门牌号和邮政编码。
talk-need-method = 请问用哪种支付方式？您的账户中有：{ $methods }。
talk-which-product = 请问您指的是哪款商品？告诉我名称或名称的一部分就可以。
talk-describe = 可以用一句话告诉我您需要什么吗？
talk-no-words = 抱歉，我没有从这条消息中读到文字。
talk-long = 您的消息很长，我只读了开头的部分。

talk-not-yet = 目前还没有做任何更改。
talk-clear-yes = 为稳妥起见，需要您明确回答“是”，我才会办理。
talk-next = 您提到的其他事情，办完这一项马上为您处理。
talk-now-rest = 接下来处理您提到的另一件事。
talk-dropped = 好的，那就保持原样。
talk-refused-next = 需要的话，我可以转给同事处理。

talk-next-parcel = 如果一直没有收到，请告诉我，我会请同事帮您查件。
talk-next-policy = 如果是关于您的某个订单，请告诉我是哪一个，我帮您核对。
talk-next-product = 需要的话，我可以告诉您其他顾客的评价。
talk-next-problem = 您可以退货退款，也可以由同事为您安排维修或换新。您希望怎么处理？
talk-next-return = 如果想退货，请告诉我是哪件商品。
talk-parcel-search = 我这就请同事联系快递公司查找包裹。
talk-swap-colleague = 这次换货需要由同事为您安排。
talk-replacement-colleague = 维修或换新需要由同事为您安排。
talk-no-such-variant = 抱歉，{ $item }目前没有这样的规格。
talk-policy-also = 条款还写明：“{ $text }”
talk-policy-says = 对此，本店条款“{ $policy }”写明：“{ $text }”
talk-other = 抱歉，这件事我在这里帮不上忙。
talk-private = 抱歉，我只能回答您本人订单和账户的问题。
talk-ask-colleague = 需要我转给同事吗？
talk-order-sent = 发货日期：{ $day }。
talk-order-from = 下单日期：{ $day }。

talk-reviews-none = { $item }还没有顾客评价。
talk-reviews-unfound = 没有找到这方面的顾客评价。
talk-reviews-stars = 共有{ $n }位顾客评价过{ $item }，平均{ $stars }星（满分5星）。
talk-review-quote = 有顾客写道：“{ $text }”（{ $review }）
talk-review-of = 关于{ $item }：“{ $text }”（{ $review }）

talk-note-unknown = 尚未确认顾客身份：请填写顾客编号，或请顾客提供邮箱、姓名和邮政编码。
talk-note-refused = 不能办理：{ $why }
talk-note-change = 顾客要求更改；这里没有提出，也没有更改任何内容。请在她同意后由您办理。
talk-note-yes = 如果这是她对您所提更改的同意，请办理后再发送。
talk-note-person = 这条消息需要人工处理：{ $reason }。
talk-note-policy = 依据条款“{ $policy }”。
talk-note-nothing = 店铺数据中没有能回答这个问题的内容。
talk-edit-shorter = 更简短
talk-edit-warmer = 更亲切
talk-edit-formal = 更正式
talk-edit-translated = 英文版
talk-agent-yes = 谢谢您的确认。我现在就为您办理，办好后马上告诉您。
talk-agent-here = 您好，我在，您的消息我已看到。
talk-agent-upset = 给您添麻烦了，非常抱歉。我现在亲自为您处理。

service-thread-unreadable = 这段对话由其他版本保存，无法继续，请开始新的对话。
service-unknown-user = 本店没有顾客{ $user }。
