segments-rule-everyone = everyone
segments-rule-then = ;{" "}
segments-rule-or = {" "}or{" "}
segments-rule-both = {" "}and{" "}
segments-rule-comma = ,{" "}
segments-rule-either = { $first } or { $last }
segments-rule-nested = ({ $rule })
segments-rule-not = not ({ $rule })
segments-rule-gender = { $negated ->
    [yes] not { $values }
   *[no] { $values }
}
segments-rule-region = { $negated ->
    [yes] not in { $values }
   *[no] in { $values }
}
segments-rule-country = { $negated ->
    [yes] not in { $values }
   *[no] in { $values }
}
segments-rule-age-band = { $negated ->
    [yes] not aged { $values }
   *[no] aged { $values }
}
segments-rule-consent = { $given ->
    [yes] agreed to marketing
   *[no] did not agree to marketing
}
segments-rule-coupons = { $share_value ->
    [0] used a coupon on an order
   *[other] used a coupon on { $share } of their orders or more
}
segments-rule-first-order = placed the first order { $when }
segments-rule-registered = registered { $when }
segments-rule-segment = { $negated ->
    [yes] not in the segment “{ $name }”
   *[no] in the segment “{ $name }”
}
segments-rule-recency = { $bound ->
    [exact] last order exactly { $low_value ->
        [one] one day
       *[other] { $low } days
    } ago
    [from] last order { $low_value ->
        [one] one day
       *[other] { $low } days
    } ago or longer
    [to] last order within { $high_value ->
        [0] the last day
        [one] one day
       *[other] { $high } days
    }
   *[both] last order { $low } to { $high } days ago
}
segments-rule-something = something
segments-rule-anything = anything
segments-rule-words = “{ $words }”
segments-rule-often = { $bound ->
    [exact] { $low_value ->
        [one] exactly once
        [2] exactly twice
       *[other] exactly { $low } times
    }
    [from] { $low_value ->
        [one] {""}
        [2] twice or more
       *[other] { $low } times or more
    }
    [to] { $high_value ->
        [one] at most once
        [2] at most twice
       *[other] at most { $high } times
    }
   *[both] { $low } to { $high } times
}
segments-rule-how = via { $values }
segments-rule-view = { $never ->
    [ever] never viewed { $what }
    [yes] did not view { $what }
   *[no] viewed { $what } { $often }
} { $how } { $when }
segments-rule-search = { $never ->
    [ever] never searched { $named ->
        [yes] for { $what }
       *[no] {""}
    }
    [yes] did not search { $named ->
        [yes] for { $what }
       *[no] {""}
    }
   *[no] searched { $named ->
        [yes] for { $what }
       *[no] {""}
    } { $often }
} { $how } { $when }
segments-rule-cart = { $never ->
    [ever] never put { $what } in the cart
    [yes] did not put { $what } in the cart
   *[no] put { $what } in the cart { $often }
} { $how } { $when }
segments-rule-remove = { $never ->
    [ever] never took { $what } out of the cart
    [yes] did not take { $what } out of the cart
   *[no] took { $what } out of the cart { $often }
} { $how } { $when }
segments-rule-wishlist = { $never ->
    [ever] never saved { $what } to the wishlist
    [yes] did not save { $what } to the wishlist
   *[no] saved { $what } to the wishlist { $often }
} { $how } { $when }
segments-rule-purchase = { $never ->
    [ever] never bought { $what }
    [yes] did not buy { $what }
   *[no] bought { $what } { $often }
} { $how } { $when }
segments-rule-return = { $never ->
    [ever] never returned { $what }
    [yes] did not return { $what }
   *[no] returned { $what } { $often }
} { $how } { $when }
segments-rule-visit = { $never ->
    [ever] never visited
    [yes] did not visit
   *[no] visited { $often }
} { $how } { $when }
segments-rule-order = { $never ->
    [ever] never ordered
    [yes] placed no order
   *[no] ordered { $often }
} { $how } { $when }
segments-rule-at-least = { $amount } or more
segments-rule-above = more than { $amount }
segments-rule-at-most = { $amount } or less
segments-rule-below = less than { $amount }
segments-rule-spend = { $mean ->
    [yes] spent { $amount } an order on average
   *[no] spent { $amount }
} { $when }
segments-rule-last = in the last { $n_value ->
    [one] { $unit ->
        [day] day
        [week] week
       *[month] month
    }
   *[other] { $n } { $unit ->
        [day] days
        [week] weeks
       *[month] months
    }
}
segments-rule-named = { $token ->
    [today] today
    [yesterday] yesterday
    [this_week] this week
    [last_week] last week
    [this_month] this month
    [last_month] last month
    [this_quarter] this quarter
    [last_quarter] last quarter
    [this_year] this year
    [last_year] last year
   *[all] ever
}
segments-rule-during = in { $span }
segments-nobody-known = This store knows no customers, so there are no segments. Import users, orders or events with a user_id.
segments-no-orders = The orders of this store do not say who placed them, so buyers cannot be told apart. Import orders with a user_id.
segments-no-prices = The orders of this store have no prices, so nobody can be picked by spending. Import orders with prices, or pick by number of orders.
segments-lacking = The store’s data do not tell the { $what } of what this segment asks about. Leave that condition out, or import data that have it.
segments-circular = The segment “{ $name }” is defined by itself. Edit its file so that it names other segments only.
segments-unknown = There is no segment “{ $given }”. Nearest: { $known }. Or describe whom you mean, such as “women who viewed dresses twice in 14 days but bought nothing”.
segments-not-understood = I did not understand “{ $words }” in that description, so no segment was made. Say it in other words, or leave it out; the store’s own categories, brands, regions and channels are understood.
segments-nothing-said = That description names no condition. Say who is meant by what they did, bought or spent, or by where they live, such as “ordered 3 times or more and spent over 500 this year”.
segments-bad-file = The file { $file } is not a segment: { $problem } Put it right or delete it.
segments-reserved = “{ $given }” is the name of a standard segment. Save yours under another name.
segments-name-champions = Champions
segments-name-loyal = Loyal customers
segments-name-potential-loyalists = Potential loyalists
segments-name-new = New customers
segments-name-promising = Promising
segments-name-needs-attention = Need attention
segments-name-about-to-sleep = About to sleep
segments-name-at-risk = At risk
segments-name-cannot-lose = Cannot lose them
segments-name-hibernating = Hibernating
segments-name-never-bought = Never bought
segments-name-one-time = One-time buyers
segments-name-repeat = Repeat customers
segments-name-lapsed = Lapsed
segments-name-big-spenders = Big spenders
segments-name-cart-abandoners = Cart abandoners
segments-name-window-shoppers = Window shoppers
segments-name-wishlisters = Wishlisted, not ordered
segments-name-discount-lovers = Discount lovers
segments-name-newly-registered = Newly registered, yet to buy
segments-words-champions = champion; best customers; top customers; best buyers
segments-words-loyal = loyal; loyals; loyal customer; loyal buyers
segments-words-potential-loyalists = potential loyalist; potential loyal customers
segments-words-new = new; new customer; new buyers; newcomers; first-time customers
segments-words-promising = promising customers
segments-words-needs-attention = needs attention; needing attention
segments-words-about-to-sleep = about to lapse; about to go
segments-words-at-risk = at risk customers; at-risk; at-risk customers
segments-words-cannot-lose = cannot lose; can't lose; can't lose them; cannot lose customers
segments-words-hibernating = hibernating customers; dormant; dormant customers; sleeping customers
segments-words-never-bought = non-buyers; never ordered; never buyers; prospects
segments-words-one-time = one-time customers; one time buyers; one-off buyers; single-order customers
segments-words-repeat = repeat buyers; returning customers; repeat purchasers; regulars
segments-words-lapsed = lapsed customers; lost customers; churned customers
segments-words-big-spenders = VIP; VIPs; VIP customers; high spenders; top spenders; whales; high-value customers; high value customers
segments-words-cart-abandoners = abandoned cart; abandoned carts; abandoned their cart; cart abandonment; abandoned a cart
segments-words-window-shoppers = browsers; just looking
segments-words-wishlisters = wishlisters
segments-words-discount-lovers = coupon lovers; coupon users; bargain hunters; deal seekers; discount hunters
segments-words-newly-registered = newly registered; new sign-ups; new signups; new registrations
segments-thing-alone = It is not clear what was done with “{ $what }”. Say it with a verb, such as “bought { $what }” or “viewed { $what } twice in 14 days”.
