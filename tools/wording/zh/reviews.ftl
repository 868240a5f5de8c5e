reviews-no-words = 请说明想在评价里查什么，例如“续航”或“物流”。
reviews-unknown-rating = 评分请写“positive”“negative”、1到5之间的一个星数，或者“1-3”这样的范围。
reviews-not-indexed = 评价暂时还不能搜索。请先运行一次“storewise index”，然后再问。
reviews-nothing-named = 没有名为“{ $given }”的{ $what }。
reviews-none-at-all = 这里还没有任何评价可供搜索。
reviews-none = 查了{ $scope }{ $all }条评价，没有一条谈到{ $query }。
reviews-hint = 用一两个词说出一个具体的话题（例如“拉链”“物流”），最容易找到。
reviews-found = { $n_value ->
    [1] 有1条评价谈到{ $query }。
   *[other] { $scope }评价里，与{ $query }最相关的有{ $n }条。
}
reviews-found-negative = 在{ $scope }1至2星的评价中，有{ $n }条与{ $query }相关。
reviews-found-positive = 在{ $scope }4至5星的评价中，有{ $n }条与{ $query }相关。
reviews-split = { $n_value ->
    [1] 只有1条评价与{ $query }相关{ $low_value ->
        [0] { $high_value ->
            [0] {""}
           *[other] ，给了4至5星
        }
       *[other] ，只给了1至2星
    }。
   *[other] { $scope }评价里，与{ $query }最相关的有{ $n }条，其中{ $low_value ->
        [0] 没有一条只给1至2星
       *[other] { $low }条只给了1至2星
    }，{ $high_value ->
        [0] 没有一条给4至5星
       *[other] { $high }条给了4至5星
    }。
}
reviews-more-unhappy = 谈到这一点的顾客明显更不满意：其中{ $low }只给1至2星，而所查全部评价中这一比例是{ $usual }。
reviews-more-happy = 谈到这一点的顾客明显更满意：其中只有{ $low }给1至2星，而所查全部评价中这一比例是{ $usual }。
reviews-more-usual = 这与整体没有明显差别：其中{ $low }给1至2星，所查全部评价中这一比例是{ $usual }。
reviews-few = { $n_value ->
    [1] 只有1条评价，仅代表个人看法，不能推及其他顾客。
   *[other] 只有{ $n }条评价，只能当作例子，还看不出趋势。
}
reviews-quote = “{ $quote }”——[{ $id }]
reviews-quote-item = “{ $quote }”——{ $item } [{ $id }]
reviews-quote-day = “{ $quote }”——{ $day } [{ $id }]
reviews-quote-item-day = “{ $quote }”——{ $item }，{ $day } [{ $id }]
reviews-quote-stars = “{ $quote }”——{ $stars }星 [{ $id }]
reviews-quote-stars-item = “{ $quote }”——{ $stars }星，{ $item } [{ $id }]
reviews-quote-stars-day = “{ $quote }”——{ $stars }星，{ $day } [{ $id }]
reviews-quote-stars-item-day = “{ $quote }”——{ $stars }星，{ $item }，{ $day } [{ $id }]
reviews-foreign = 这些评价是用{ $language }写的，引文保留原文。
reviews-same = 其中{ $n }条与别的评价内容相同，计入总数，但不重复列出。
reviews-spam = 另有{ $n }条明显是广告或凑字数的评价，没有计入。
reviews-quotes-foreign = 部分引文保留了顾客原来所用的语言。
reviews-behind = 还有{ $n }条评价没有进入搜索，运行“storewise index”即可补上。
reviews-none-typical = 查了{ $scope }{ $all }条评价，没有一条明确谈到{ $query }。不过这些评价通常是这样说的。
reviews-unrated = 这{ $scope }{ $all }条评价没有星级，分不出好评和差评。
reviews-no-negative = 在{ $scope }{ $all }条评价中，没有一条只给1至2星。
reviews-no-positive = 在{ $scope }{ $all }条评价中，没有一条给4至5星。
reviews-no-any = 这里还没有任何评价可供搜索。
reviews-groups-negative = { $scope }{ $all }条评价中有{ $n }条只给了1至2星。其中最大的一类约{ $size }条，大致是这样说的：“{ $quote }” [{ $id }]
reviews-groups-negative-item = { $scope }{ $all }条评价中有{ $n }条只给了1至2星。其中最大的一类约{ $size }条，大致是这样说的：“{ $quote }”——{ $item } [{ $id }]
reviews-groups-positive = { $scope }{ $all }条评价中有{ $n }条给了4至5星。其中最大的一类约{ $size }条，大致是这样说的：“{ $quote }” [{ $id }]
reviews-groups-positive-item = { $scope }{ $all }条评价中有{ $n }条给了4至5星。其中最大的一类约{ $size }条，大致是这样说的：“{ $quote }”——{ $item } [{ $id }]
reviews-groups-any = { $scope }{ $all }条评价中最大的一类约{ $size }条，大致是这样说的：“{ $quote }” [{ $id }]
reviews-groups-any-item = { $scope }{ $all }条评价中最大的一类约{ $size }条，大致是这样说的：“{ $quote }”——{ $item } [{ $id }]
reviews-group = 约{ $size }条更像这样：“{ $quote }” [{ $id }]
reviews-group-item = 约{ $size }条更像这样：“{ $quote }”——{ $item } [{ $id }]
reviews-groups-rough = 评价是按意思相近程度分类的，各类条数只是大概，每句引文也只是其中一位顾客的说法。
reviews-typical-negative = { $scope }{ $all }条评价中只有{ $n }条给了1至2星，还不够归类，先看看顾客的原话：
reviews-typical-positive = { $scope }{ $all }条评价中只有{ $n }条给了4至5星，还不够归类，先看看顾客的原话：
reviews-typical-any = 目前只有{ $all }条评价，先看看顾客的原话：
reviews-mood-good = 顾客大多满意：{ $scope }{ $n }条评价中，{ $high }给4至5星，{ $low }只给1至2星。
reviews-mood-mixed = 评价褒贬不一：{ $scope }{ $n }条评价中，{ $high }给4至5星，{ $low }只给1至2星。
reviews-mood-bad = 顾客大多不满意：{ $scope }{ $n }条评价中，{ $low }只给1至2星，{ $high }给4至5星。
reviews-store-unhappy = 这明显不如全店：1至2星占{ $low }，全店为{ $usual }。
reviews-store-happy = 这明显好于全店：1至2星占{ $low }，全店为{ $usual }。
reviews-store-usual = 这与全店大致相当，全店的1至2星评价占{ $usual }。
reviews-praise = 好评里有代表性的一条：“{ $quote }” [{ $id }]
reviews-praise-item = 好评里有代表性的一条：“{ $quote }”——{ $item } [{ $id }]
reviews-complaint = 差评里有代表性的一条：“{ $quote }” [{ $id }]
reviews-complaint-item = 差评里有代表性的一条：“{ $quote }”——{ $item } [{ $id }]
