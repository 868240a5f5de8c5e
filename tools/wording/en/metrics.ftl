# Parts of sentences. `by` names the dimension; `name` is the group as the store calls it.
metrics-when = { $shape ->
    [day] on { $span }
    [days] from { $span }
   *[whole] in { $span }
 }
metrics-during = { $span }
metrics-within = { $when } for { $kept }
metrics-among = { $when } among { $kept }
metrics-top = { $size ->
    [most] Top { $n } by { $metric }
    [each] { $subject }
   *[least] Bottom { $n } by { $metric }
 } { $when }: { $list }.
metrics-together = Together these { $n } make up { $share } of the total.
metrics-without = { $when } (leaving out { $kept })
metrics-pair = { $first } ({ $second })
metrics-group = { $by ->
    [weekday] { $name }s
    [hour] the hour { $name }
    [age_band] customers aged { $name }
    [age_named] customers aged { $name }
    [campaign] the campaign “{ $name }”
   *[other] { $name }
 }
metrics-span = { $by ->
    [week] the week of { $day }
   *[other] { $span }
 }

# The whole.
metrics-total = { $subject } { $kind ->
    [ratio] stood at
   *[sum] came to
 } { $value } { $when }.
metrics-rate = { $subject } stood at { $value } { $when }: { $top } of { $base } { $counted }.
metrics-moved = { $subject } { $kind ->
    [ratio] stood at
   *[sum] came to
 } { $value } { $when }, { $way ->
    [flat] practically unchanged against { $before } { $earlier }
    [new] after none { $earlier }
   *[other] { $way } { $change } { $in ->
        [points] percentage points from
        [stars] stars from
       *[share] from
     } { $before } { $earlier }
 }.
metrics-since = Compared with { $than }, { $metric } { $when } { $way ->
    [up] rose by { $change }{ $in ->
        [points] {" "}percentage points
        [stars] {" "}stars
       *[share] {""}
     }, from { $before } to { $value }
    [down] fell by { $change }{ $in ->
        [points] {" "}percentage points
        [stars] {" "}stars
       *[share] {""}
     }, from { $before } to { $value }
   *[flat] held steady at { $value }
 }.
metrics-no-before = { $subject } { $kind ->
    [ratio] stood at
   *[sum] came to
 } { $value } { $when }; there are no figures from { $than } to hold that against.
metrics-none = Nothing was recorded { $when } that would give a figure for { $metric }.
metrics-sure = The change in { $metric } between { $earlier } and { $later } is more than chance would explain (p { $sign ->
    [less] <
   *[equal] =
 } { $p }).
metrics-chance = The change in { $metric } between { $earlier } and { $later } may well be chance (p = { $p }).

# Groups.
metrics-end-share = { $start } had the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value }, { $share } of the total.
metrics-end-rate = { $start } had the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value }, against { $whole } overall.
metrics-end = { $start } had the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value }.
metrics-end-sound = Of those with at least { $n } { $counted }, { $group } had the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value }.
metrics-tied = { $start } tied for the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value } each.
metrics-many-tied = Split by { $by }, { $n } share the { $size ->
    [most] most
    [fewest] fewest
    [high] highest
   *[low] lowest
 } { $metric } { $when }: { $value } each.
metrics-group-value = { $kind ->
    [count] For { $group }, { $metric } { $when } came to { $value }
    [ratio] { $start } had { $name ->
        [average_order_value] an
        [average_rating] an
       *[other] a
     } { $metric } of { $value } { $when }
   *[sum] { $start } had { $metric } of { $value } { $when }
 }.
metrics-group-share = { $start } accounted for { $share } of { $metric } { $when }: { $value }.
metrics-listed = { $groups }
metrics-part = { $left ->
    [out] All but { $group }
   *[in] { $start }
 } accounted for { $share } of total { $metric } { $when }.
metrics-rose = { $start } gained most against { $than }: { $metric } { $when } { $way ->
    [new] reached { $value } after none before
   *[other] rose from { $before } to { $value }, up { $change }{ $in ->
        [points] {" "}percentage points
        [stars] {" "}stars
       *[share] {""}
     }
 }.
metrics-fell = { $start } lost most against { $than }: { $metric } { $when } fell from { $before } to { $value }, down { $change }{ $in ->
    [points] {" "}percentage points
    [stars] {" "}stars
   *[share] {""}
 }.
metrics-gap-sure = The gap in { $metric } between { $first } and { $last } { $when } is more than chance would explain (p { $sign ->
    [less] <
   *[equal] =
 } { $p }).
metrics-gap-chance = The gap in { $metric } between { $first } and { $last } { $when } may well be chance (p = { $p }).

# Time.
metrics-peak = { $subject } { $when } peaked at { $high } { $by ->
    [day] on { $peak }
   *[other] in { $peak }
 } and dipped to { $low } { $by ->
    [day] on { $dip }
   *[other] in { $dip }
 }.
metrics-only-peak = { $subject } { $when } peaked at { $high } { $by ->
    [day] on { $peak }
   *[other] in { $peak }
 }.
metrics-course = Between { $first } and { $last }, { $metric } { $way ->
    [up] rose from { $before } to { $value }, up { $change }{ $in ->
        [points] {" "}percentage points
        [stars] {" "}stars
       *[share] {""}
     }
    [down] fell from { $before } to { $value }, down { $change }{ $in ->
        [points] {" "}percentage points
        [stars] {" "}stars
       *[share] {""}
     }
    [new] rose from { $before } to { $value }
   *[flat] held steady at { $value }
 }.
metrics-at = { $subject } { $kind ->
    [ratio] stood at
   *[sum] came to
 } { $value } { $by ->
    [day] on { $group }
   *[other] in { $group }
 }.

# What to know.
metrics-few = { $n_value ->
    [one] That { $metric } rests on too few { $counted } to lean on: only one { $when }.
   *[other] That { $metric } rests on only { $n } { $counted } { $when }, too few to lean on.
 }
metrics-few-groups = Each of these rests on fewer than { $n } { $counted }, so treat its { $metric } with care: { $groups }.
metrics-withheld = { $n_value ->
    [one] One group of fewer than { $k } customers is left out to protect their privacy.
   *[other] { $n } groups of fewer than { $k } customers each are left out to protect their privacy.
 }
metrics-too-few-people = Fewer than { $k } customers fit that description, so I keep the figure back to protect their privacy.
metrics-unrecorded = No { $by } was recorded for { $share } of { $metric } { $when }; that part is in none of the groups.
metrics-overlap = One order or visit can touch several groups, so { $metric } by { $by } cannot be added up to the overall figure.
metrics-newcomers = A customer counts as new in the first order since { $day }, when the data begin.
metrics-chosen = You named no period, so these figures cover { $span }.
metrics-unfinished = { $span } is not over yet: the figures run up to { $day }.
metrics-same-days = { $span } is not over yet, so the days up to { $day } are held against { $earlier }.
metrics-partly = The data cover { $data }, so only part of { $span } is counted.
metrics-unequal = { $later } counts { $days } days and { $earlier } counts { $earlier_days }, so the totals are not quite like for like.
metrics-before-partly = The data begin on { $day }, so { $earlier } is only partly covered and the comparison is not quite fair.
metrics-outside = The data cover { $data }; there is nothing for { $span }.
metrics-cut = { $group } is only partly covered, so it is left out of the comparison over time.
metrics-means = { $subject } here means { $definition }.

# Questions that cannot be answered as asked.
metrics-lacking = This store’s data cannot tell { $what }. It can tell { $known }.
metrics-unsplittable = This store’s data cannot split { $metric } by { $by }. It can be split by { $known }.
metrics-bad-filter = “{ $given }” is not a filter I can read. Write it as “category=Headphones” or “channel!=email”.
metrics-time-filter = “{ $given }” filters by date; name the period instead, for example “last_month” or “2026-10”.
metrics-overlapping = { $one } and { $other } overlap. Name two periods that lie apart, for example 2026-08 and 2026-10.
metrics-bad-top = The number of groups to show must be at least 1.
