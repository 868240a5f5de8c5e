funnel-whole = { $when }共有{ $n_visit }{ $who ->
    [users] 位访客，其中{ $n_view }位浏览了商品，{ $n_cart }位加入购物车，{ $n_purchase }位完成购买
   *[visits] 次访问，其中{ $n_view }次浏览了商品，{ $n_cart }次加入购物车，{ $n_purchase }次完成购买
 }，整体转化率为{ $rate }。
funnel-whole-short = { $when }共有{ $n_visit }{ $who ->
    [users] 位访客，其中{ $n_view }位浏览了商品，{ $n_purchase }位完成购买
   *[visits] 次访问，其中{ $n_view }次浏览了商品，{ $n_purchase }次完成购买
 }，整体转化率为{ $rate }。
funnel-lost = { $when }流失最多的环节是{ $step ->
    [view] 从到店到浏览商品
    [cart] 从浏览商品到加入购物车
    [direct] 从浏览商品到购买
   *[purchase] 从加入购物车到购买
 }：{ $lost }{ $who ->
    [users] 位访客
   *[visits] 次访问
 }止步于此，占到达该环节的{ $share }。
funnel-step = { $when }{ $step ->
    [view] 到店后浏览了商品的占{ $kept }，没有浏览的占{ $share }
    [cart] 浏览商品后加入购物车的占{ $kept }，没有加入的占{ $share }
    [direct] 浏览商品后购买的占{ $kept }，没有购买的占{ $share }
   *[purchase] 加入购物车后完成购买的占{ $kept }，没有购买的占{ $share }
 }。
funnel-each = { $when }从访问到购买的整体转化率：{ $list }。
