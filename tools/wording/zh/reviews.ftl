reviews-no-words = 请说明想在评价里查什么，例如“续航”或“物流”。
reviews-not-indexed = 评价暂时还不能搜索。请先运行一次“storewise index”，然后再问。
reviews-nothing-named = 没有名为“{ $given }”的{ $what }。
reviews-none-at-all = 这里还没有任何评价可供搜索。
reviews-none = 查了{ $all }条评价，没有一条谈到“{ $query }”。
reviews-hint = 用一两个词说出一个具体的话题（例如“拉链”“物流”），最容易找到。
reviews-found = { $n_value ->
    [1] 有1条评价谈到“{ $query }”。
   *[other] 与“{ $query }”最相关的评价有{ $n }条。
}
reviews-found-negative = 在1至2星的评价中，有{ $n }条与“{ $query }”相关。
reviews-found-positive = 在4至5星的评价中，有{ $n }条与“{ $query }”相关。
reviews-split = { $n_value ->
    [1] 只有1条评价与“{ $query }”相关{ $low_value ->
        [0] { $high_value ->
            [0] {""}
           *[other] ，给了4至5星
        }
       *[other] ，只给了1至2星
    }。
   *[other] 与“{ $query }”最相关的{ $n }条评价中，{ $low_value ->
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
reviews-quotes-foreign = 部分引文保留了顾客原来所用的语言。
reviews-behind = 还有{ $n }条评价没有进入搜索，运行“storewise index”即可补上。
