campaign-unknown = There is no campaign called “{ $given }”. Known: { $known }.
experiment-empty = The table has no rows; give one with a row a person.
experiment-same-column = “{ $column }” cannot be both the arm and the outcome; name two columns.
experiment-no-column = There is no column “{ $given }”; columns like it: { $known }.
experiment-no-value = No row has “{ $given }” in column “{ $column }”; its commonest values: { $known }.
experiment-same-arms = Treatment and control are both “{ $given }”; name two different values of the arm column.
experiment-not-numeric = The outcome “{ $outcome }” is neither numbers nor yes and no, so no effect on it can be measured; choose such a column.
experiment-constant = The outcome “{ $outcome }” is the same in every row, so no effect on it can be seen; choose one that varies.
experiment-tiny-arm = The arm “{ $arm }” has only { $n_value ->
    [one] { $n } row
   *[other] { $n } rows
} with an outcome; at least { $least } are needed in each arm.
experiment-better = Target the { $share } whom the models rank first: they gain { $first_value }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval { $first_low } to { $first_high }), significantly more than the { $value } that everyone gains on average; the others gain { $rest_value } ({ $rest_low } to { $rest_high }), so include them only if one contact costs less than that is worth.
experiment-pays = Target the { $share } whom the models rank first: at a cost of { $cost }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} a contact they gain { $first_value } (95% interval { $first_low } to { $first_high }), while the others gain only { $rest_value } ({ $rest_low } to { $rest_high }), which is significantly less than they cost.
experiment-works = Target everyone: “{ $treatment }” raised “{ $outcome }” by { $value }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval { $low } to { $high }), and { $ranked ->
    [yes] picking people is not shown to be better
   *[no] the data are too few to pick people by
}.
experiment-harms = Target nobody: “{ $treatment }” lowered “{ $outcome }” (effect { $value }{ $kind ->
    [rate] {" "}points,
   *[amount] ,
} 95% interval { $low } to { $high }), and no group is shown to gain.
experiment-costs = Target nobody: at a cost of { $cost }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} a contact, the effect of { $value } (95% interval { $low } to { $high }) does not pay, and no group is shown for whom it does.
experiment-nothing = Target nobody: the test was large enough to show an effect on “{ $outcome }” worth having and showed none ({ $value }{ $kind ->
    [rate] {" "}points,
   *[amount] ,
} 95% interval { $low } to { $high }), nor any group that gains.
experiment-unsure = It cannot be told whom to target: the effect on “{ $outcome }” may be anything from { $low } to { $high }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval), and no group is shown to gain; test with more people.
experiment-effect = “{ $outcome }” came to { $mean } with “{ $treatment }” ({ $n } people) and { $other_mean } with “{ $control }” ({ $other_n }): { $sure ->
    [yes] an effect of { $value }
   *[no] no significant effect, { $value }
}{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval { $low } to { $high }).
experiment-ranking = Ranked by models that had not seen them, the first { $share10 } of people gain { $at10_value } ({ $at10_low } to { $at10_high }), the first { $share30 } { $at30_value } ({ $at30_low } to { $at30_high }) and the first { $share50 } { $at50_value } ({ $at50_low } to { $at50_high }){ $kind ->
    [rate] , in points
   *[amount] {""}
}; everyone gains { $all_value }. The ranking is { $better ->
    [yes] better than chance
   *[no] not shown to be better than chance
} (Qini { $qini_value }, { $qini_low } to { $qini_high }).
experiment-how = The ranking averages a T-learner and an X-learner (LightGBM), fitted on four fifths of the people and tried on the fifth they had not seen, three times over.
experiment-unlearnable = There are too few people, cases or usable columns to learn whom it moves, so nobody can be picked out.
experiment-not-random = Many columns ({ $n }) differ between the arms more than chance allows, so people were probably not assigned at random; then the difference is no proof of cause.
experiment-units = Arms were assigned by “{ $unit }” ({ $n } of them), not by row, so the intervals count those as the independent units.
experiment-missing = { $n_value ->
    [one] { $n } row without an outcome was
   *[other] { $n } rows without an outcome were
} left out{ $apart ->
    [yes] {" "}; outcomes are missing more often in one arm, which can distort the effect
   *[no] {""}
}.
experiment-left-told = Not learned from, as you said: { $columns }.
experiment-left-constant = Not learned from, as it never changes: { $columns }.
experiment-left-id = Not learned from, as it only numbers the rows: { $columns }.
experiment-left-settles = Not learned from, as it settles the outcome and so must be an outcome itself: { $columns }.
experiment-left-same = Not learned from, as it nearly equals the outcome: { $columns }.
experiment-left-differs = Not learned from, as it differs between the arms beyond chance and so is probably of after the treatment: { $columns }.
experiment-drawn = Whom it moves was learned from { $n } of the people, drawn at random; the effect counts all of them.
experiment-taken = In “{ $file }” I took “{ $arm }” as the groups, “{ $treatment }” as the treatment, “{ $control }” as the control and “{ $outcome }” as the outcome. If that is wrong, tell me, for example: { $hint ->
    [both] “the outcome is { $column }” or “use { $value } as treatment”
    [outcome] “the outcome is { $column }”
    [arm] “use { $value } as treatment”
   *[swap] “{ $treatment } is the control”
}.
experiment-other-arm = “{ $treatment }” against the same control: “{ $outcome }” came to { $mean } ({ $n } people), { $sure ->
    [yes] an effect of { $value }
   *[no] no significant effect, { $value }
}{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval { $low } to { $high }).
experiment-left-outcomes = Not learned from, as other outcomes: { $columns }.
experiment-one-arm = Every row of “{ $column }” is in one group, so there is nothing to compare; name the column that says who was in which group.
experiment-no-arm = No column looks like groups of a test (two to twelve values of at least ten rows each); the table has { $known }.
experiment-which-arm = I cannot tell which column says who was in which group: { $known }. Tell me, for example “the groups are in …”.
experiment-which-control = I cannot tell which group of “{ $column }” is the control: { $known }. Tell me, for example “{ $example } is the control”.
experiment-no-outcome = No column can be the outcome: it must be numbers, or yes and no, and vary. The table has { $known }.
experiment-which-outcome = I cannot tell which column is the outcome: { $known }. Tell me, for example “the outcome is { $example }”.
upload-none = No table has been uploaded yet. Attach a CSV, Parquet, JSONL or Excel file with a row a person: the group, the outcome, and what was known before.
upload-unknown = There is no uploaded file “{ $given }”. Uploaded: { $known }.
upload-missing = There is no file “{ $file }”; check its path.
upload-format = “{ $file }” is not a format that can be read; save it as CSV, Parquet, JSONL or Excel (.xlsx).
upload-empty = “{ $file }” is empty; export it again.
upload-large = “{ $file }” is larger than { $most } MB; keep the columns that matter, or save it as Parquet.
upload-rows = “{ $file }” holds more than { $most } rows, or too much besides, for a chat; use “storewise experiment”, or draw a random part of the people.
upload-columns = “{ $file }” has more than { $most } columns; keep the group, the outcome, and what was known before.
upload-unreadable = “{ $file }” could not be read as a table; save it again as CSV (UTF-8), Parquet, JSONL or Excel (.xlsx), with column names in the first row.
campaign-bad-horizon = horizon_days counts the days after sending; give a number from 1 to 365.
campaign-ahead = “{ $name }” begins on { $day } and the data end on { $today }, so there is nothing to judge yet.
campaign-effect = { $sure ->
    [up] “{ $name }” ({ $when }) worked: it raised the share of customers who ordered by { $value } points (95% interval { $low } to { $high })
    [down] “{ $name }” ({ $when }) did harm: it lowered the share of customers who ordered, an effect of { $value } points (95% interval { $low } to { $high })
   *[open] Whether “{ $name }” ({ $when }) changed how many ordered cannot be told: the effect on the share of customers who ordered is { $value } points (95% interval { $low } to { $high })
}; { $rate } of the { $n } customers it was sent to ordered, against { $other } of the { $other_n } held out at random.
campaign-orders = Over the { $n } customers it was sent to, { $sure ->
    [up] that is { $value } orders that would not have come otherwise
   *[other] the effect comes to { $value } orders
} (95% interval { $low } to { $high }).
campaign-revenue = { $sure ->
    [up] It brought { $each_value } more revenue a customer (95% interval { $each_low } to { $each_high }), { $value } in all ({ $low } to { $high }).
    [down] Its effect on revenue was { $each_value } a customer (95% interval { $each_low } to { $each_high }), { $value } in all ({ $low } to { $high }).
   *[open] What it did to revenue cannot be told for sure: { $each_value } a customer (95% interval { $each_low } to { $each_high }), { $value } in all ({ $low } to { $high }).
}
campaign-profit = Its effect on gross profit was { $made_value } ({ $made_low } to { $made_high }), and it cost { $cost }: { $sure ->
    [up] it paid, leaving { $value }
    [down] it did not pay, leaving { $value }
   *[open] whether it paid cannot be told, leaving { $value }
} (95% interval { $low } to { $high }).
campaign-cuped = The estimates take out what the { $days } days before foretold of each customer (CUPED), which removed { $removed } of the variance; without it the effect is { $plain } points.
campaign-window = Counted are all orders placed { $days_value ->
    [0] from sending to the campaign’s end
    [one] within { $days } day of sending
   *[other] within { $days } days of sending
}, by any channel and link, in both groups; cancelled ones are not.
campaign-running = “{ $name }” runs until { $day } and is not finished, so these figures will still change.
campaign-uneven = Be careful: { $n } customers sent and { $other_n } held out do not fit any usual split, so something may have gone wrong in drawing the groups.
campaign-unlike = Be careful: the two groups already differed before the campaign more than chance allows, so they were probably not drawn at random.
campaign-advice-better = Next time send it to the { $share } whom the models rank first: their orders rise by { $first_value } points (95% interval { $first_low } to { $first_high }), significantly more than everyone’s; the others’ by { $rest_value } ({ $rest_low } to { $rest_high }).
campaign-advice-works = Next time send it to everyone again: it works, and picking people is not shown to be better.
campaign-advice-pays = Next time send it to everyone again: it paid, and picking people is not shown to be better.
campaign-advice-harms = Do not send it again: it did harm, and no group is shown to gain.
campaign-advice-costs = Do not send it again at this cost: it brought in less than it cost, and no group is shown for whom it pays.
campaign-advice-nothing = Do not send it again: the test was large enough to show an effect worth having and showed none.
campaign-advice-unpaid = It works, but whether it pays for itself cannot be told from these data, and picking people is not shown to be better; repeat it with a holdout, at a lower cost if you can.
campaign-advice-unsure = Whether to send it again, and to whom, cannot be told from these data; repeat it with a holdout and more customers, or at a lower cost.
campaign-ranking = Ranked by models (T- and X-learner) that had not seen them, the first { $share } gain { $first_value } points ({ $first_low } to { $first_high }) and the others { $rest_value } ({ $rest_low } to { $rest_high }); Qini { $qini_value } ({ $qini_low } to { $qini_high }).
campaign-margin = At { $contact } a customer, sending it to everyone pays once an extra order leaves { $margin } of profit ({ $low } to { $high }).
campaign-matched = “{ $name }” had no holdout, so whether it caused anything cannot be told; the best comparison there is: a hundred of the { $n } customers it was sent to placed { $sure ->
    [up] { $value } more orders, against what they placed before,
    [down] { $value } orders, against what they placed before,
   *[open] { $value } more orders (which may be chance), against what they placed before,
} than a hundred of { $other_n } customers of like past activity who were not sent it (95% interval { $low } to { $high }).
campaign-matched-conversion = The share who ordered differed by { $value } points (95% interval { $low } to { $high }) between the two.
campaign-matched-how = Customers are compared with those who had as many orders and active days in the 90 days before, each as the change against that time (matched difference in differences){ $unmatched_value ->
    [0] {""}
   *[other] ; { $unmatched } have nobody like them and are left out
}.
campaign-no-cause = This is no proof of cause: who was sent it was not drawn at random, and whatever else happened on those days is in the figures too.
campaign-unjudged = Whether “{ $name }” caused anything cannot be told: nobody was held out, so there is nobody to compare with.
campaign-days = On its { $days } days the store took { $orders } orders and { $revenue } a day, against { $before } orders and { $revenue_before } on as many days before.
campaign-days-orders = On its { $days } days the store took { $orders } orders a day, against { $before } on as many days before.
campaigns-how = To know next time, hold out a random tenth or more; ask me to plan the test.
campaigns-no-holdout = No campaign had a holdout of at least ten customers, so what they caused cannot be told: { $list }. Ask about one by name for the best comparison there is.
campaigns-counted = Of { $n_value ->
    [one] { $n } campaign
   *[other] { $n } campaigns
} judged against held-out customers, { $up_value ->
    [0] none
   *[other] { $up }
} raised the share who ordered and { $down_value ->
    [0] none
   *[other] { $down }
} lowered it{ $open_value ->
    [0] {""}
   *[other] , and for { $open } it cannot be told
}{ $some ->
    [yes] ; the strongest was “{ $best }”, which added { $value } points (95% interval { $low } to { $high })
   *[no] {""}
}.
campaigns-uplift = By points added to the share of customers who ordered, the strongest: { $list }.
campaigns-harmed = Did harm, in points of the share who ordered: { $list }.
campaigns-profit = After goods and the campaign’s own cost, { $paid_value ->
    [0] none
   *[other] { $paid }
} of the { $n } surely made money and { $lost_value ->
    [0] none
   *[other] { $lost }
} surely lost it; the best is “{ $best }” with { $value } left (95% interval { $low } to { $high }).
campaigns-chance = If none had any effect, chance alone would make about { $expected } of { $n } look significant; { $single } do, and { $kept } still do when all are looked at together (Benjamini–Hochberg).
campaigns-window = Counted are all orders { $days_value ->
    [0] from sending to each campaign’s end
    [one] within { $days } day of sending
   *[other] within { $days } days of sending
}, by any channel and link; cancelled ones are not.
campaigns-running = Not finished yet: { $list }.
campaigns-unjudged = Without a holdout, and so not judged: { $list }{ $more ->
    [yes] {" "}and others
   *[no] {""}
}.
plan-no-orders = The store has no orders with customers, so no test can be planned from it; import orders first.
plan-no-visits = The store’s events hold no visits, only purchases, so a test on visitors cannot be planned; plan it on customers.
plan-bad-lift = lift is the relative rise to be found; give a number such as 0.1 for 10%.
plan-bad-power = power is the chance of finding the rise; give a number from 0.5 to 0.99, such as 0.8.
plan-bad-holdout = holdout is the share of people held out; give a number from 0.01 to 0.99, such as 0.5.
plan-bad-horizon = horizon_days counts the days after sending; give a number from 1 to 90.
plan-few-orders = Hardly anyone ordered in the last { $days } days, so there is no rate to plan a test on; give a longer horizon_days.
plan-beyond = { $rate } order already, so a rise of that size would go beyond everyone; give a smaller lift.
plan-size = To find a rise of the share who order from { $base } to { $raised } ({ $lift } more) with a chance of { $power }, send it to { $sent } and hold out { $held }, { $total } people in all{ $enough ->
    [yes] ; it takes { $days_value ->
        [one] { $days } day
       *[other] { $days } days
    }
    [long] ; at the pace visitors come, that takes more than half a year
   *[no] , more than the store has
}.
plan-traffic = { $audience ->
    [customers] The store has { $people } { $consent ->
        [yes] customers who agreed to be sent marketing
       *[no] customers
    }; { $base } of them ordered in the last { $horizon } days.
   *[visitors] In the last { $horizon } days { $people } people visited the store; { $base } of them ordered.
}
plan-smallest = { $audience ->
    [customers] With all { $people } of them in the test
   *[visitors] With the { $people } visitors of { $horizon } days in the test
}, the smallest rise found with a chance of { $power } is { $points } points, that is { $relative } more.
plan-peeking = Do not stop as soon as it looks significant: looked at on each of { $looks } days, a test without any effect looks significant at some point in { $chance } of cases instead of { $level }. Either wait for the end, or use intervals { $wide } times as wide, which hold however often you look but take about { $more } times as many people.
plan-assumes = The plan takes a two-sided test at 95%, groups drawn at random, and the rate of the last { $horizon } days; a sale or a holiday in the test changes it for both groups alike.
