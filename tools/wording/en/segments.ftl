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
segments-rule-during = { $one ->
    [yes] on { $span }
   *[no] in { $span }
}
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
segments-words-new = new; new customer; new buyers; first-time buyers; first time buyers; newcomers; first-time customers
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
segments-words-big-spenders = VIP; VIPs; VIP customers; high spenders; top spenders; whales; heavy spenders; large spenders; high-value customers; high value customers
segments-words-cart-abandoners = abandoned cart; abandoned carts; abandoned their cart; cart abandonment; abandoned a cart
segments-words-window-shoppers = browsers; just looking
segments-words-wishlisters = wishlisters
segments-words-discount-lovers = coupon lovers; coupon users; bargain hunters; deal seekers; discount hunters
segments-words-newly-registered = newly registered; new sign-ups; new signups; new registrations
segments-thing-alone = It is not clear what was done with “{ $what }”. Say it with a verb, such as “bought { $what }” or “viewed { $what } twice in 14 days”.
segments-overview = The { $buyers } customers who have bought fall into { $n_value ->
    [one] one RFM segment
   *[other] { $n } RFM segments
}; the largest are { $list }.
segments-overview-none = None of the { $people } customers known has bought yet, so there are no RFM segments.
segments-overview-revenue = Worth most per head are “{ $segment }”: { $people } people, { $share } of buyers, have brought { $revenue } of the revenue, { $spend } each.
segments-overview-slipping = { $list } together are { $people } good customers who have not ordered for long; each has spent { $spend }, { $ratio } times what a buyer spends on average.
segments-overview-behaviour = By behaviour: { $list }.
segments-overlap = Segments of behaviour overlap with each other and with RFM segments; RFM segments do not, and add up to all buyers.
segments-scores = RFM scores recency and frequency from 1 to 5 against this store’s own buyers: fifths of buyers by the last order, one order or quarters of repeat buyers by the number of orders. The definitions say where that leaves the lines.
segments-withheld = Fewer than { $n } people are in { $list }, so figures about them are not shown.
segments-one = “{ $segment }” are { $people } people, { $share } of the { $all } customers looked at. Who: { $definition }.
segments-read = Read as: { $definition }. That fits { $people } people, { $share } of the { $all } customers looked at.
segments-aside = I took “{ $words }” for no condition of the group; if it is one, say it in other words.
segments-one-nobody = Nobody is in “{ $segment }” ({ $definition }). Loosen a condition, such as the time or the number of times.
segments-one-few = Fewer than { $n } people are in “{ $segment }” ({ $definition }), too few to show figures about them. Loosen a condition.
segments-one-money = They have spent { $revenue } so far, { $share } of all revenue: { $spend } each in { $orders } orders (the others: { $usual } in { $usual_orders }). Half of them last ordered { $since } days ago or longer.
segments-one-buys = What they buy: { $list } of an average one’s purchases ({ $n } people).
segments-one-views = What they look at: { $list } of an average one’s views ({ $n } people).
segments-one-channels = How they came when they ordered: { $list } of an average one’s purchases.
segments-one-visits = How they came: { $list } of an average one’s views.
segments-one-differs = What sets them apart most is { $more }: { $share }, against { $usual } for the others. Percentage points above the others: { $list }.
segments-one-alike = In where they live, what they choose and how they come they do not differ from the others beyond chance.
segments-beyond-chance = Only differences that hold up against chance are told (Welch test at 5%, corrected for the { $n } values compared); what defines the segment is left out.
segments-one-reach = { $n } of them ({ $share }) agreed to marketing and may be contacted.
segments-one-followed = Of the { $n } { $whom } who fitted this { $days } days ago, { $ordered } ({ $share }) ordered in the { $days } days that followed; of all { $whom }, { $usual } did.
segments-advice-untested = What to do is common practice, not something measured here; send it to a part of them only and keep a holdout to see what it brings.
segments-advice-champions = What to do: reward, do not discount. Show them new items first, and ask them for reviews and referrals.
segments-advice-loyal = What to do: bring them back to their rhythm with what goes with earlier orders, and with a loyalty benefit rather than a price cut.
segments-advice-potential-loyalists = What to do: work for the next order soon: recommend what goes with what they bought, and explain the benefits of membership.
segments-advice-new = What to do: help with the first purchase, ask for a review, and suggest one fitting second item within weeks, not days.
segments-advice-promising = What to do: remind them of the store with items near their first purchase; a small incentive on the second order is fair to test.
segments-advice-needs-attention = What to do: a limited offer on the categories they bought from, before they drift off.
segments-advice-about-to-sleep = What to do: remind them with popular and new items of their categories; send less often if they do not react.
segments-advice-at-risk = What to do: win them back in person: name what they bought, ask what went wrong, make one strong offer.
segments-advice-cannot-lose = What to do: contact them one by one if you can; find out what changed, and do not let them leave over price or service.
segments-advice-hibernating = What to do: one reactivation message at low cost; if it is not opened, leave them in peace.
segments-advice-never-bought = What to do: remove the fear of a first purchase: reviews, returns policy, a first-order benefit for those who look often.
segments-advice-one-time = What to do: the second order is the hardest: follow up with what goes with the first.
segments-advice-repeat = What to do: keep their rhythm; recommend and restock in time, discount rarely.
segments-advice-lapsed = What to do: one reactivation message at low cost, then leave them in peace.
segments-advice-big-spenders = What to do: service before price: early access, better delivery, a person to write to.
segments-advice-cart-abandoners = What to do: remind them of what lies in the cart, within hours; offer a discount only to those who do not come back by themselves.
segments-advice-window-shoppers = What to do: help them decide: comparisons, reviews of what they viewed, answers about delivery and returns.
segments-advice-wishlisters = What to do: tell them when a saved item drops in price or runs low.
segments-advice-discount-lovers = What to do: keep coupons for slow stock and limited times; test whether they also buy without one.
segments-advice-newly-registered = What to do: welcome them, ask what they are interested in, and give a reason for the first order.
lookalike-answer = Of the { $pool } customers outside “{ $segment }” who may be contacted, the { $n } most like it begin with { $list } (chance of being taken for one of the segment).
lookalike-quality = Tried on people held out, it told right in { $auc } of pairs who is in the segment ({ $members } people) and who is not (95% interval { $low } to { $high }; guessing: 50%).
lookalike-left-out = What defines the segment was left out of the comparison. Being alike does not mean that they will act alike; try it on a part of them with a holdout.
lookalike-none = No lookalikes of “{ $segment }” can be told: beside what defines them, its { $members } people are no different from others (held out, right in { $auc } of pairs, 95% interval { $low } to { $high }; guessing: 50%).
lookalike-few = Lookalikes of “{ $segment }” need at least { $n } people in it, and as many outside. Take a larger segment.
lookalike-nothing = Beside what defines “{ $segment }” nothing is known of customers here, so no lookalikes can be told. Import events or users.
