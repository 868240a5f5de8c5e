purchase-not-trained = The purchase predictor has not been trained for this store yet. Run “storewise train” once, then ask again.
purchase-too-short = The data cover too few days to learn who will buy: at least five days of visits or orders are needed, better several months.
purchase-too-few-buyers = Too few customers bought this in the recent periods to learn who will buy it next, so no prediction is made. Ask about a larger category or more days ahead, or import a longer history.
purchase-too-few-users = { $n_value ->
    [0] No customer fits
    [one] Only { $n } customer fits
   *[other] Only { $n } customers fit
} that description: too few to say anything about. Try a wider group.
purchase-unknown-user = No customer “{ $user }” was active in this store up to { $day }, so there is nothing to predict from. Check the id, or ask for the most likely buyers without naming one.
purchase-unknown-filter = “{ $given }” does not pick out customers. Write it as “dimension=value”; customers can be picked by { $known }.
purchase-anything = something
purchase-from = something from { $category }
purchase-expected = { $days_value ->
    [one] On the next day
   *[other] In the next { $days } days
} ({ $period }), { $expected_value ->
    [0] fewer than one
   *[other] about { $expected }
} of { $users } customers will probably buy { $what }.
purchase-list = { $n_value ->
    [one] The customer most
   *[other] The { $n } customers most
} likely to buy { $what } { $days_value ->
    [one] on the next day
   *[other] in the next { $days } days
} ({ $period }){ $more ->
    [yes] {" "}begin with
   *[other] :
} { $list }{ $more ->
    [yes] ; the rest are in the table
   *[other] {""}
}.
purchase-first = The likeliest of all are { $list }.
purchase-interval = The number of buyers will most likely lie between { $low } and { $high }, judging by chance and by how far past periods strayed from what was expected of them.
purchase-top = The likeliest buyer is customer { $user }, with a probability of { $probability }: { $reason }.
purchase-lift = The { $n } customers at the top of the list have a probability of { $probability } on average, { $lift } times that of the average customer ({ $base }).
purchase-drivers = What tells likely buyers apart most is { $drivers }.
purchase-quality = Tried out on { $period }, days the model had not seen, { $rate } of the tenth it ranked highest did buy: { $lift } times the { $base } of all customers.
purchase-fitted = This prediction comes from a simpler model made for this question alone; in the { $days_value ->
    [one] day
   *[other] { $days } days
} it was tried out on, { $buyers_value ->
    [one] { $buyers } customer
   *[other] { $buyers } customers
} bought.
purchase-fitted-rough = This prediction comes from a simpler model made for this question alone; in the { $days_value ->
    [one] day
   *[other] { $days } days
} it was tried out on, only { $buyers } customers bought, so take the order of the list as rough.
purchase-shortened = The data are too short to look { $asked } days ahead, so the prediction is for { $days_value ->
    [one] one day
   *[other] { $days } days
}.
purchase-trained = The predictor was last trained on data up to { $day }; later visits and orders are taken into account, but it has not learned from them yet. Run “storewise train” to renew it.
purchase-user = The probability that customer { $user } buys { $what } { $days_value ->
    [one] on the next day
   *[other] in the next { $days } days
} ({ $period }) is { $probability }; the average customer’s is { $base }.
purchase-user-rank = { $more_value ->
    [0] Of all { $users } customers, none is likelier to buy.
    [one] Of all { $users } customers, only one is likelier to buy.
   *[other] Of all { $users } customers, { $more } are likelier to buy.
}
purchase-user-baseline = From how recently the customer visited and bought alone, it would be { $baseline }.
purchase-user-alike = Of the { $users } customers it scored about as high when it was tried out, { $rate } did buy.
purchase-recency = Had they been ranked by how recently they visited and bought alone, { $rate } of the highest tenth would have bought.
purchase-user-up = In favour: { $reasons }.
purchase-user-down = Against: { $reasons }.
purchase-reason-none = no single thing stands out
purchase-reason-category = viewed { $category } { $seen_value ->
    [one] once
   *[other] { $seen } times
} in the last { $window } days{ $added_value ->
    [0] {""}
   *[other] {" "}and put { $added } in the cart or on the wish list
}
purchase-reason-recency = last bought { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
purchase-reason-once = has bought on one day only, { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
purchase-reason-never = has not bought yet
purchase-reason-rhythm = buys every { $gap } days on average, last { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
purchase-reason-cart = put { $carts_value ->
    [0] nothing
    [one] { $carts } item
   *[other] { $carts } items
} in the cart in the last { $window } days
purchase-reason-views = viewed { $views_value ->
    [0] no items
    [one] an item once
   *[other] items { $views } times
} in the last { $window } days
purchase-reason-frequency = has ordered { $orders_value ->
    [0] nothing yet
    [one] once
   *[other] { $orders } times
}
purchase-reason-value = has spent { $value } in all
purchase-reason-activity = { $active_value ->
    [0] was not active in the last { $window } days
   *[other] was active on { $active } of the last { $window } days
}
purchase-reason-returns = has { $returns_value ->
    [0] returned nothing
    [one] returned { $returns } item
   *[other] returned { $returns } items
}
purchase-group-served-worse = The model tells buyers from others less well among “{ $group }” customers: it ranks a buyer above another in { $own } of cases, against { $rest } for everyone else. Take their order as rougher.
purchase-group-overlooked = The model underestimates “{ $group }” customers: { $own } of them bought in the trial, where it expected { $expected }. A list of the likeliest buyers names too few of them.
