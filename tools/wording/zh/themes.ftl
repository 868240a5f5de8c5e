themes-few-people = 符合这些条件的顾客不到{ $least }位，为保护隐私，不单独看他们的评价。请放宽条件。
themes-no-reviews = 这里没有{ $scope }评价可读。
themes-none = { $scope }{ $all }条评价里，没有哪个话题的次数多到可以统计。
themes-overview = { $scope }{ $all }条评价里，顾客谈得最多的是{ $themes }。
themes-most-bad = 抱怨最多的是{ $theme }：{ $scope }{ $all }条评价中有{ $n }条（{ $share }）{ $rest ->
    [yes] ，其次是{ $others }
   *[no] {""}
}。
themes-most-good = 夸得最多的是{ $theme }：{ $scope }{ $all }条评价中有{ $n }条（{ $share }）{ $rest ->
    [yes] ，其次是{ $others }
   *[no] {""}
}。
themes-no-bad = { $scope }{ $all }条评价里，没有哪种抱怨多到可以统计。
themes-no-good = { $scope }{ $all }条评价里，没有哪种好评多到可以统计。
themes-quote-bad = 关于{ $theme }的抱怨：“{ $quote }” [{ $id }]
themes-quote-good = 关于{ $theme }的好评：“{ $quote }” [{ $id }]
themes-unspoken = { $scope }{ $all }条评价里，没有一条谈到{ $theme }。
themes-one = { $scope }{ $all }条评价中有{ $n }条（{ $share }）谈到{ $theme }，其中{ $good }是夸，{ $bad }是抱怨。
themes-stars = 谈到{ $theme }的评价平均{ $stars }星，其余评价平均{ $others }星。
themes-few = { $n_value ->
    [1] 只有1条评价，仅代表个人看法，不能推及其他顾客。
   *[other] 只有{ $n }条评价，只能当作例子，还看不出趋势。
}
themes-steady = { $mood ->
    [bad] 对它的抱怨没有明显变化：{ $period }占评价的{ $now }，{ $earlier }占{ $before }，差别在偶然波动之内。
   *[good] 对它的好评没有明显变化：{ $period }占评价的{ $now }，{ $earlier }占{ $before }，差别在偶然波动之内。
}
themes-bad-rose = 对{ $theme }的抱怨增多了：从{ $earlier }占评价的{ $before }升到{ $period }的{ $now }（{ $count }条），上升{ $points }个百分点。
themes-bad-fell = 对{ $theme }的抱怨减少了：从{ $earlier }占评价的{ $before }降到{ $period }的{ $now }（{ $count }条），下降{ $points }个百分点。
themes-good-rose = 对{ $theme }的好评增多了：从{ $earlier }占评价的{ $before }升到{ $period }的{ $now }（{ $count }条），上升{ $points }个百分点。
themes-good-fell = 对{ $theme }的好评减少了：从{ $earlier }占评价的{ $before }降到{ $period }的{ $now }（{ $count }条），下降{ $points }个百分点。
themes-no-change = 与{ $earlier }相比，{ $period }没有哪个话题的抱怨或好评明显变多或变少，差别都在偶然波动之内（{ $n }条评价对{ $n_before }条）。
themes-change-few = 评价太少，看不出变化：{ $period }有{ $n }条，{ $earlier }有{ $n_before }条。
themes-change-basis = 这里比较的是{ $period }的{ $n }条评价和{ $earlier }的{ $n_before }条；偶然波动之内的变化没有列出。
themes-undated = 这些评价没有日期，看不出有什么变化。
themes-rough = { $stars ->
    [yes] 夸还是抱怨，是按每个分句的用词判断的，少数会判断错。
   *[no] 这些评价大多没有星级，夸还是抱怨只能靠用词判断，错的会多一些。
}
themes-cost-unknown = 这里的评价无法与星级、退货或后续订单对应起来，看不出抱怨造成了多少损失。
themes-cost-no-sales = 这里的评价无法与订单对应起来，看不出抱怨造成了多少损失，只能比较星级。
themes-cost-few = { $scope }评价中还没有哪个话题积累到{ $least }条可供比较的抱怨，看不出它们造成了多少损失。
themes-cost-none = { $scope }评价里可以比较的{ $themes }类抱怨中，没有哪一类伴随着明显更多的退货，也没有哪一类的顾客在之后{ $days }天里明显少花钱：差别都在偶然波动之内。
themes-cost-returned = 抱怨{ $theme }的{ $n }笔购买中有{ $rate }被退回，同品类其他购买为{ $usual }，高出{ $points }个百分点（95%区间：{ $low }到{ $high }），约合{ $goods }的货。
themes-cost-later = 抱怨过{ $theme }的顾客（{ $n }条评价）在之后{ $days }天里平均花了{ $mean }，同品类其他顾客为{ $usual }，每人少{ $less }（95%区间：{ $low }到{ $high }）。
themes-cost-stars = { $alone ->
    [yes] 抱怨{ $theme }的{ $n }条评价
   *[no] 对星级影响最大的是关于{ $theme }的抱怨：有这类抱怨的{ $n }条评价
}平均{ $mean }星，比同品类其他评价低{ $less }星（95%区间：{ $low }到{ $high }）。
themes-cost-association = 这只说明两者同时出现，并不证明因果：会抱怨的顾客可能在别的方面也不一样。

themes-searches-items = 搜索记录不属于某个商品、品类或话题；请看全店的搜索，或按地区、渠道、设备筛选。
themes-searches-unknown = 店铺的事件数据里没有搜索词。请导入带有query列的事件。
themes-searches-none = { $period }没有{ $scope }搜索记录。
themes-searches-first = “{ $query }”被{ $people }人搜了{ $searches }次，其中{ $share }没有点开任何商品。
themes-searches-unopened = 店里有名称对应的商品，但顾客没有点开：{ $queries }。建议看看这些词的搜索结果。
themes-searches-all-found = { $period }{ $scope }没有哪个搜索词明显更难找到商品：{ $all }次搜索中有{ $usual }没有点开任何商品。
themes-searches-most = { $period }{ $scope }搜得最多的是：{ $queries }，共{ $all }次搜索。
themes-searches-few = { $period }{ $scope }没有哪个搜索词达到{ $least }人，因此不列出具体的词。
themes-searches-rose = “{ $query }”的搜索增多了：{ $period }{ $n }次，{ $earlier }{ $n_before }次，超出偶然波动。
themes-searches-fell = “{ $query }”的搜索减少了：{ $period }{ $n }次，{ $earlier }{ $n_before }次，超出偶然波动。
themes-searches-steady = 与{ $earlier }相比，{ $period }{ $scope }大家搜的东西没有明显变化。
themes-searches-no-before = { $earlier }没有{ $scope }搜索记录可以比较。
themes-searches-meaning = 搜索之后、下一次搜索或离开之前没有点开任何商品，就算没找到；也有人在搜索结果列表里就看到了答案。不到{ $least }人搜过的词不列出。
themes-searches-among = （{ $names }）
themes-searches-unfound = 搜得多却没找到的{ $scope }：{ $queries }。括号内是{ $period }搜索后没有点开任何商品的次数；全部{ $all }次搜索中有{ $usual }是这样结束的。
themes-searches-lacking = { $all ->
    [yes] 这类搜索词共{ $of }个，商品名称里一个也找不到，可以考虑补充这些商品。
   *[no] 这类搜索词共{ $of }个，其中{ $n }个在商品名称里找不到，可以考虑补充这些商品。
}
themes-items = 抱怨明显多于平均水平（占评价的{ $usual }）的商品有：{ $items }。
themes-trend-rose = 逐月来看，这类抱怨在增多：{ $months }个月中，前一半时间占评价的{ $first }，后一半占{ $last }。
themes-trend-fell = 逐月来看，这类抱怨在减少：{ $months }个月中，前一半时间占评价的{ $first }，后一半占{ $last }。
themes-trend-none = { $months }个月里看不出明显趋势：前一半时间这类抱怨占评价的{ $first }，后一半占{ $last }。
themes-foreign = 另有{ $n }条用中英文以外的语言写的评价，没有读。
themes-part = “{ $given }”在这里算在{ $theme }里。
themes-undated-period = 这些评价没有日期，挑不出某段时间的评价。请不要限定时间。
