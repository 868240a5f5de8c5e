channels-none = The store’s data do not say which channel visits or orders came from, so channels cannot be compared. Import a channel with the orders or events.
channels-no-budget = A budget has to be more than nothing. Say how much money there is to split.
channels-nothing = Nothing came from any channel { $period }. Try a longer period.
channels-best = { $channel } brought most { $what } { $period }: { $amount }, { $share } of the total, ahead of { $rest }.
channels-one = { $channel } brought { $amount } of { $what } { $period }{ $visits_value ->
    [0] {""}
   *[other] ; of its { $visits } visits, { $conversion } ended in a purchase
}.
channels-conversion = Visits from { $high } end in a purchase most often, those from { $low } least ({ $visits } and { $others } visits); the difference is more than chance.
channels-conversion-alike = Conversion runs from { $high } down to { $low }, but over { $visits } and { $others } visits that may be chance.
channels-new = { $total } customers ordered for the first time{ $alone ->
    [yes] {" "}through { $channel }
   *[no] , most of them through { $list }
}.
channels-spend = Campaigns cost { $spent } in that time: { $list }.
channels-returned = For each unit of money spent, visits that campaigns brought were worth this much revenue: { $list }. Not all of it is due to the campaigns: some would have bought anyway.
channels-no-spend = No campaign with a known cost ran in that time.
channels-no-cost = What channels cost is not in the store’s data, so their return on spend cannot be told.
channels-credited = A visit is credited to the channel it came from; that says where buyers came in, not what the channel caused.
channels-basis-response = answers to messages
channels-basis-activity = visits only
channels-basis-none = cannot tell
channels-time = On { $channel }, messages sent at { $hour }{ $day ->
    [yes] {" "}on { $weekday }
   *[no] {""}
} are answered best: { $rate } were followed by a visit within { $days } days ({ $low } to { $high } allowing for chance), against { $average } on average, judging by { $n } of { $sent } messages. Times were compared within each campaign, but not drawn at random.
channels-time-never-varied = The best time to send on { $list } cannot be told: all { $sent } messages went out at { $hours }, so there is nothing to compare. Send the next ones at two or three different hours, drawn at random.
channels-time-never-sent = The best time to send on { $list } cannot be told: no message with a time of sending is recorded.
channels-time-no-answers = The best time to send on { $list } cannot be told: none of { $sent } messages was followed by a visit.
channels-time-no-difference = On { $list }, the hour makes no difference that chance would not make as well ({ $sent } messages, sent at { $hours }): send when it suits.
channels-active = People who come through { $list } are in the store most often at { $hour } ({ $share } of { $n } visits begin then). That is when they are there, not proof that a message works best then.
channels-active-each = People who come through these channels are in the store most often at these hours: { $list }, judging by { $n } visits. That is when they are there, not proof that a message works best then.
channels-split = Of { $budget }, put { $list } into one campaign each: { $cost } that should bring { $gain } of { $target } before that cost ({ $low } to { $high } allowing for chance){ $keep ->
    [yes] . Keep the other { $kept }: { $target ->
        [profit] spent on these channels too, it is expected to bring less than it costs
       *[revenue] no campaign tried so far cost that much
    }
   *[no] {""}
}.
channels-keep-all = Keep the { $budget }: judging by tested campaigns, no channel is expected to bring more { $target } than it costs.
channels-sure = After their cost, { $net } should be left ({ $low } to { $high }).
channels-unsure = { $target ->
    [profit] After their cost, { $net } should be left, but anything from { $low } to { $high } is possible: this may also lose money
   *[revenue] This is about revenue, not profit: what the items cost is not known, so whether it pays cannot be told
}.
channels-budget-assumed = No budget was named, so what one campaign on each channel has cost on average, { $budget } in all, is split.
channels-tested = The { $n } campaigns with people held out at random cost { $cost } and brought { $gained } of { $target } that would not have come otherwise ({ $low } to { $high }).
channels-each = For each unit of money spent, tested campaigns brought this much { $target }: { $list }.
channels-alike = Campaigns on one channel differ as much as campaigns on different ones, so these figures do not yet prove one channel better than another; the split mostly follows how little each can be tried with.
channels-curve = More money on one channel is taken to bring less and less (four times the money, twice the gain): an assumption, as the data hold too few campaigns to tell. Amounts far from any tried are not looked at.
channels-unknown = Nothing can be said of { $list }: no campaign there has both a known cost and people held out.
channels-untestable = How to split a budget cannot be told: no past campaign has both a known cost and people held out at random. Hold out a tenth or more of the next audiences and note what each campaign costs; then this can be answered.
