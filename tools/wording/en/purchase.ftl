purchase-not-trained = The purchase predictor has not been trained for this store yet. Run “storewise train” once, then ask again.
purchase-too-short = The data cover too few days to learn who will buy: at least five days of visits or orders are needed, better several months.
purchase-too-few-buyers = Too few customers bought in the recent periods to learn who will buy next, so no prediction is made. Import a longer history and train again.
purchase-too-few-users = Only { $n } customers fit that description: too few to say anything about. Try a wider group.
purchase-expected = About { $expected } of { $users } customers will probably buy { $what } in the days ahead ({ $period }).
purchase-interval = The true number will most likely lie between { $low } and { $high }.
purchase-top = The most likely buyer, { $user }, has a { $probability } chance: { $reason }.
purchase-lift = The { $n } customers at the top of the list have a { $probability } chance on average, { $lift } times the average customer’s { $base }.
purchase-drivers = What tells buyers apart most is { $drivers }.
purchase-quality = Checked against { $period }, which the model had not seen: the tenth of customers it ranked highest bought { $lift } times as often as the average, and its average precision was { $precision } against { $base } for guessing.
purchase-trained = The model knows the data up to { $day }; what happened since is not in it.
purchase-user = Customer { $user } will buy { $what } in the days ahead ({ $period }) with a probability of { $probability }; the average customer’s is { $base }.
purchase-user-up = What speaks for it: { $reasons }.
purchase-user-down = What speaks against it: { $reasons }.
purchase-unknown-user = No customer “{ $user }” was active in this store up to { $day }, so there is nothing to predict from. Check the id, or ask for the most likely buyers without naming one.
purchase-reason-category = has shown interest in this category
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
    [0] nothing
    [one] { $views } item
   *[other] { $views } items
} in the last { $window } days
purchase-reason-frequency = has ordered { $orders_value ->
    [0] nothing yet
    [one] once
   *[other] { $orders } times
}
purchase-reason-value = has spent { $value } in all
purchase-reason-activity = { $active_value ->
    [0] was not active in the last { $window } days
    [one] was active on { $active } day of the last { $window }
   *[other] was active on { $active } days of the last { $window }
}
purchase-reason-returns = has { $returns_value ->
    [0] returned nothing
    [one] returned { $returns } item
   *[other] returned { $returns } items
}
purchase-reason-tenure = first seen { $tenure } days ago
purchase-reason-habit = by the days of the week they come
