reviews-no-words = Please name what to look for in the reviews, for example “battery life” or “delivery”.
reviews-not-indexed = The reviews cannot be searched yet. Run “storewise index” once, then ask again.
reviews-nothing-named = There is no { $what } called “{ $given }”.
reviews-none-at-all = There is not a single review here to search.
reviews-none = None of the { $all } reviews searched speaks about “{ $query }”.
reviews-hint = A single subject in a word or two, such as “zipper” or “delivery”, is found best.
reviews-found = { $n_value ->
    [one] One review speaks about “{ $query }”.
   *[other] I found { $n } reviews that come closest to “{ $query }”.
}
reviews-found-negative = { $n_value ->
    [one] One review with 1–2 stars speaks about “{ $query }”.
   *[other] Among the reviews with 1–2 stars, { $n } come close to “{ $query }”.
}
reviews-found-positive = { $n_value ->
    [one] One review with 4–5 stars speaks about “{ $query }”.
   *[other] Among the reviews with 4–5 stars, { $n } come close to “{ $query }”.
}
reviews-split = { $n_value ->
    [one] A single review comes close to “{ $query }”{ $low_value ->
        [0] { $high_value ->
            [0] {""}
           *[other] , and it gives 4–5 stars
        }
       *[other] , and it gives only 1–2 stars
    }.
   *[other] Of the { $n } reviews closest to “{ $query }”, { $low_value ->
        [0] none gives 1–2 stars
        [one] one gives 1–2 stars
       *[other] { $low } give 1–2 stars
    } and { $high_value ->
        [0] none gives 4–5
        [one] one gives 4–5
       *[other] { $high } give 4–5
    }.
}
reviews-more-unhappy = Customers who bring this up are clearly less happy than most: { $low } of these reviews give 1–2 stars, against { $usual } of all those searched.
reviews-more-happy = Customers who bring this up are clearly happier than most: { $low } of these reviews give 1–2 stars, against { $usual } of all those searched.
reviews-more-usual = That is not clearly different from the rest: { $low } of these reviews give 1–2 stars, against { $usual } of all those searched.
reviews-few = { $n_value ->
    [one] One review is one opinion, so please read nothing general into it.
   *[other] With only { $n } reviews, take this as examples rather than a trend.
}
reviews-quote = “{ $quote }” — [{ $id }]
reviews-quote-item = “{ $quote }” — { $item } [{ $id }]
reviews-quote-day = “{ $quote }” — { $day } [{ $id }]
reviews-quote-item-day = “{ $quote }” — { $item }, { $day } [{ $id }]
reviews-quote-stars = “{ $quote }” — { $stars } { $stars_value ->
    [one] star
   *[other] stars
} [{ $id }]
reviews-quote-stars-item = “{ $quote }” — { $stars } { $stars_value ->
    [one] star
   *[other] stars
}, { $item } [{ $id }]
reviews-quote-stars-day = “{ $quote }” — { $stars } { $stars_value ->
    [one] star
   *[other] stars
}, { $day } [{ $id }]
reviews-quote-stars-item-day = “{ $quote }” — { $stars } { $stars_value ->
    [one] star
   *[other] stars
}, { $item }, { $day } [{ $id }]
reviews-quotes-foreign = Some of the quotes stand in the language their authors wrote them in.
reviews-behind = { $n_value ->
    [one] One review is not in the search yet; “storewise index” adds it.
   *[other] { $n } reviews are not in the search yet; “storewise index” adds them.
}
