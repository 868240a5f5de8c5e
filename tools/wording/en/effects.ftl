campaign-unknown = There is no campaign called “{ $given }”. Known: { $known }.
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
experiment-pays = Target the { $share } whom the models rank first: at a cost of { $cost } a contact they gain { $first_value } (95% interval { $first_low } to { $first_high }), while the others gain only { $rest_value } ({ $rest_low } to { $rest_high }), which is significantly less than they cost.
experiment-works = Target everyone: “{ $treatment }” raised { $outcome } by { $value }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval { $low } to { $high }), and { $ranked ->
    [yes] picking people is not shown to be better
   *[no] the data are too few to pick people by
}.
experiment-harms = Target nobody: “{ $treatment }” lowered { $outcome } (effect { $value }{ $kind ->
    [rate] {" "}points,
   *[amount] ,
} 95% interval { $low } to { $high }), and no group is shown to gain.
experiment-costs = Target nobody: at a cost of { $cost } a contact, the effect of { $value } (95% interval { $low } to { $high }) does not pay, and no group is shown for whom it does.
experiment-nothing = Target nobody: the test was large enough to show an effect on { $outcome } worth having and showed none ({ $value }{ $kind ->
    [rate] {" "}points,
   *[amount] ,
} 95% interval { $low } to { $high }), nor any group that gains.
experiment-unsure = It cannot be told whom to target: the effect on { $outcome } may be anything from { $low } to { $high }{ $kind ->
    [rate] {" "}points
   *[amount] {""}
} (95% interval), and no group is shown to gain; test with more people.
experiment-effect = { $outcome } came to { $mean } with “{ $treatment }” ({ $n } people) and { $other_mean } with “{ $control }” ({ $other_n }): { $sure ->
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
