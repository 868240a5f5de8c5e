themes-few-people = Fewer than { $least } customers fit these filters, so their reviews are not told apart. Take a wider group.
themes-no-reviews = There are no reviews{ $scope } to read.
themes-none = { $all_value ->
    [one] The only review{ $scope } speaks of no theme.
   *[other] No theme comes up often enough in the { $all } reviews{ $scope } to count it.
}
themes-overview = In { $all } reviews{ $scope }, customers speak most of { $themes }.
themes-most-bad = Complaints are most often about { $theme }: { $n } of { $all } reviews{ $scope } ({ $share }){ $rest ->
    [yes] . Then come { $others }
   *[no] {""}
}.
themes-most-good = Customers most often praise { $theme }: { $n } of { $all } reviews{ $scope } ({ $share }){ $rest ->
    [yes] . Then come { $others }
   *[no] {""}
}.
themes-no-bad = { $all_value ->
    [one] The only review{ $scope } is no basis for counting complaints.
   *[other] Nothing is complained of often enough in the { $all } reviews{ $scope } to count it.
}
themes-no-good = { $all_value ->
    [one] The only review{ $scope } is no basis for counting praise.
   *[other] Nothing is praised often enough in the { $all } reviews{ $scope } to count it.
}
themes-quote-bad = A complaint about { $theme }: “{ $quote }” [{ $id }]
themes-quote-good = Praise for { $theme }: “{ $quote }” [{ $id }]
themes-unspoken = None of the { $all } reviews{ $scope } speaks of { $theme }.
themes-one = { $n } of { $all } reviews{ $scope } ({ $share }) speak of { $theme }: { $good } of these with praise, { $bad } with a complaint.
themes-stars = Reviews that speak of { $theme } give { $stars } stars on average, against { $others } for the rest.
themes-few = { $n_value ->
    [one] One review is one opinion, so please read nothing general into it.
   *[other] With only { $n } reviews, take this as examples rather than a trend.
}
themes-steady = { $mood ->
    [bad] Complaints about it have not clearly changed: { $now } of the reviews in { $period } and { $before } in { $earlier }, which is within chance.
   *[good] Praise for it has not clearly changed: { $now } of the reviews in { $period } and { $before } in { $earlier }, which is within chance.
}
themes-bad-rose = Complaints about { $theme } rose from { $before } of the reviews in { $earlier } to { $now } in { $period } ({ $count } reviews), up { $points } points.
themes-bad-fell = Complaints about { $theme } fell from { $before } of the reviews in { $earlier } to { $now } in { $period } ({ $count } reviews), down { $points } points.
themes-good-rose = Praise for { $theme } rose from { $before } of the reviews in { $earlier } to { $now } in { $period } ({ $count } reviews), up { $points } points.
themes-good-fell = Praise for { $theme } fell from { $before } of the reviews in { $earlier } to { $now } in { $period } ({ $count } reviews), down { $points } points.
themes-no-change = No theme is complained of or praised clearly more or less in { $period } than in { $earlier }: every difference is within chance ({ $n } reviews against { $n_before }).
themes-change-few = Too few reviews to tell what changed: { $n } in { $period } and { $n_before } in { $earlier }.
themes-change-basis = This compares { $n } reviews of { $period } with { $n_before } of { $earlier }; changes within chance are left out.
themes-undated = These reviews carry no dates, so it cannot be told what changed.
themes-rough = { $stars ->
    [yes] Praise and complaints are told from the words of each clause, so a few are read wrongly.
   *[no] Hardly any of these reviews has stars, so praise and complaints are told from their wording alone, and more are read wrongly.
}
themes-cost-unknown = The reviews cannot be joined with stars, returns or later orders here, so it cannot be told what complaints cost.
themes-cost-no-sales = The reviews cannot be joined with orders here, so it cannot be told what complaints cost; only the stars can be compared.
themes-cost-few = No theme has { $least } complaints{ $scope } that can be held against other reviews, so it cannot be told what they cost.
themes-cost-none = None of the { $themes } kinds of complaint in reviews{ $scope } that could be compared goes along with clearly more returns, or with clearly less spent in the { $days } days after: every difference is within chance.
themes-cost-returned = Of { $n } purchases with a complaint about { $theme }, { $rate } were sent back, against { $usual } otherwise in the same categories: { $points } points more (95% range: { $low } to { $high }). That is about { $goods } of goods.
themes-cost-later = Those who complained about { $theme } ({ $n } reviews) spent { $mean } in the { $days } days after, against { $usual } otherwise in the same categories: { $less } less each (95% range: { $low } to { $high }).
themes-cost-stars = { $alone ->
    [yes] The { $n } reviews with a complaint about { $theme }
   *[no] Complaints about { $theme } weigh most on the stars: the { $n } reviews with one
} give { $mean } stars on average, { $less } fewer than others in the same categories (95% range: { $low } to { $high }).
themes-cost-association = These go together, which does not prove that one causes the other: customers who complain may differ in other ways.

themes-searches-items = Searches are not tied to an item, a category or a theme; ask for them of the whole store, or keep a region, channel or device.
themes-searches-unknown = The store’s events do not say what was searched for. Import events with a query column.
themes-searches-first = “{ $query }” was searched for { $searches } times by { $people } people; after { $share } of these searches no item was opened.
themes-searches-unopened = There are items of that name, yet people open none: { $queries }. Look at what the search shows for these.
themes-searches-fell = Searches for “{ $query }” fell: { $n } in { $period } against { $n_before } in { $earlier }, more than chance explains.
themes-searches-steady = What people search for{ $scope } has not clearly changed between { $earlier } and { $period }.
themes-searches-no-before = There are no searches{ $scope } in { $earlier } to compare with.
themes-searches-meaning = A search counts as not found when no item is opened before the next search or the end of the visit; some people find their answer in the list itself. Phrases of fewer than { $least } people are not named.
themes-searches-none = Nobody searched{ $scope } { $when }.
themes-searches-unfound = Most looked for and not found{ $scope }: { $queries }. These are searches { $when } after which no item was opened; { $usual } of all { $all } searches end that way.
themes-searches-all-found = No search phrase{ $scope } clearly leads nowhere more often than others: after { $usual } of the { $all } searches { $when } no item was opened.
themes-searches-most = Searched for most{ $scope } { $when }: { $queries }, of { $all } searches.
themes-searches-few = No phrase was searched for by at least { $least } people{ $scope } { $when }, so none is named.
themes-searches-rose = Searches for “{ $query }” rose: { $n } in { $period } against { $n_before } in { $earlier }, more than chance explains.
themes-searches-among = {" ("}{ $names })
themes-searches-lacking = { $all ->
    [yes] None of these phrases is in an item’s name ({ $of } in all): perhaps something to add to the range.
   *[no] { $n } of these { $of } phrases are in no item’s name: perhaps something to add to the range.
}
themes-items = It is complained of clearly more often than usual ({ $usual } of reviews) with { $items }.
themes-trend-rose = Month by month complaints about it have risen: { $first } of the reviews in the first half of the { $months } months, { $last } in the second.
themes-trend-fell = Month by month complaints about it have fallen: { $first } of the reviews in the first half of the { $months } months, { $last } in the second.
themes-trend-none = Over the { $months } months there is no clear trend: { $first } of the reviews complain of it in the first half, { $last } in the second.
themes-foreign = { $n_value ->
    [one] One review in another language than English or Chinese was not read.
   *[other] { $n } reviews in other languages than English and Chinese were not read.
}
themes-part = “{ $given }” is counted here as part of { $theme }.
themes-undated-period = The reviews carry no dates, so those of a period cannot be picked out. Ask without a period.
