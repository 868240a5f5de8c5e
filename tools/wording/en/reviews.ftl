reviews-no-words = Please name what to look for in the reviews, for example “battery life” or “delivery”.
reviews-unknown-rating = Give the rating as “positive”, “negative”, one number of stars from 1 to 5, or a range such as “1-3”.
reviews-not-indexed = The reviews cannot be searched yet. Run “storewise index” once, then ask again.
reviews-nothing-named = There is no { $what } called “{ $given }”.
reviews-none-at-all = There is not a single review here to search.
reviews-none = None of the { $all } reviews{ $scope } searched touches on { $query }.
reviews-hint = A single subject in a word or two, such as “zipper” or “delivery”, is found best.
reviews-found = { $n_value ->
    [one] One review touches on { $query }.
   *[other] I found { $n } reviews{ $scope } that come closest to { $query }.
}
reviews-found-negative = { $n_value ->
    [one] One review with 1–2 stars touches on { $query }.
   *[other] Among the reviews{ $scope } with 1–2 stars, { $n } come close to { $query }.
}
reviews-found-positive = { $n_value ->
    [one] One review with 4–5 stars touches on { $query }.
   *[other] Among the reviews{ $scope } with 4–5 stars, { $n } come close to { $query }.
}
reviews-split = { $n_value ->
    [one] A single review comes close to { $query }{ $low_value ->
        [0] { $high_value ->
            [0] {""}
           *[other] , and it gives 4–5 stars
        }
       *[other] , and it gives only 1–2 stars
    }.
   *[other] Of the { $n } reviews{ $scope } closest to { $query }, { $low_value ->
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
reviews-foreign = These reviews are written in { $language }; they are quoted as they stand.
reviews-same = { $n_value ->
    [one] One review that says the same as another counts here but is listed once.
   *[other] { $n } reviews that say the same as another count here but are listed once.
}
reviews-spam = { $n_value ->
    [one] One review that is plainly advertising or filler was left out.
   *[other] { $n } reviews that are plainly advertising or filler were left out.
}
reviews-quotes-foreign = Some of the quotes stand in the language their authors wrote them in.
reviews-behind = { $n_value ->
    [one] One review is not in the search yet; “storewise index” adds it.
   *[other] { $n } reviews are not in the search yet; “storewise index” adds them.
}
reviews-none-typical = None of the { $all } reviews{ $scope } searched clearly touches on { $query }; here is what they say instead.
reviews-unrated = These { $all } reviews{ $scope } carry no stars, so praise and complaints cannot be told apart.
reviews-no-negative = Not one of the { $all } reviews{ $scope } gives only 1–2 stars.
reviews-no-positive = Not one of the { $all } reviews{ $scope } gives 4–5 stars.
reviews-no-any = There is not a single review here to search.
reviews-groups-negative = { $n } of the { $all } reviews{ $scope } give only 1–2 stars. The largest group of them, about { $size }, sounds like this: “{ $quote }” [{ $id }]
reviews-groups-negative-item = { $n } of the { $all } reviews{ $scope } give only 1–2 stars. The largest group of them, about { $size }, sounds like this: “{ $quote }” — { $item } [{ $id }]
reviews-groups-positive = { $n } of the { $all } reviews{ $scope } give 4–5 stars. The largest group of them, about { $size }, sounds like this: “{ $quote }” [{ $id }]
reviews-groups-positive-item = { $n } of the { $all } reviews{ $scope } give 4–5 stars. The largest group of them, about { $size }, sounds like this: “{ $quote }” — { $item } [{ $id }]
reviews-groups-any = The largest group of the { $all } reviews{ $scope }, about { $size }, sounds like this: “{ $quote }” [{ $id }]
reviews-groups-any-item = The largest group of the { $all } reviews{ $scope }, about { $size }, sounds like this: “{ $quote }” — { $item } [{ $id }]
reviews-group = About { $size } are more like this: “{ $quote }” [{ $id }]
reviews-group-item = About { $size } are more like this: “{ $quote }” — { $item } [{ $id }]
reviews-groups-rough = The groups are formed by likeness of meaning, so their sizes are rough and each quote is one voice of many.
reviews-typical-negative = { $n } of the { $all } reviews{ $scope } { $n_value ->
    [one] gives
   *[other] give
} only 1–2 stars; too few to tell apart kinds of complaint, but in the customers’ own words:
reviews-typical-positive = { $n } of the { $all } reviews{ $scope } { $n_value ->
    [one] gives
   *[other] give
} 4–5 stars; too few to tell apart kinds of praise, but in the customers’ own words:
reviews-typical-any = { $all_value ->
    [one] There is a single review; in the customer’s own words:
   *[other] There are only { $all } reviews{ $scope }; in the customers’ own words:
}
reviews-mood-good = Customers are mostly happy: { $high } of the { $n } reviews{ $scope } give 4–5 stars and { $low } only 1–2.
reviews-mood-mixed = Opinions are divided: { $high } of the { $n } reviews{ $scope } give 4–5 stars and { $low } only 1–2.
reviews-mood-bad = Customers are mostly unhappy: { $low } of the { $n } reviews{ $scope } give only 1–2 stars and { $high } give 4–5.
reviews-store-unhappy = That is clearly worse than usual: { $low } low ratings, against { $usual } across the store.
reviews-store-happy = That is clearly better than usual: { $low } low ratings, against { $usual } across the store.
reviews-store-usual = That is about what the store gets overall, where { $usual } of the reviews give 1–2 stars.
reviews-praise = Typical praise: “{ $quote }” [{ $id }]
reviews-praise-item = Typical praise: “{ $quote }” — { $item } [{ $id }]
reviews-complaint = A typical complaint: “{ $quote }” [{ $id }]
reviews-complaint-item = A typical complaint: “{ $quote }” — { $item } [{ $id }]
