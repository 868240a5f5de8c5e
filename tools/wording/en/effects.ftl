campaign-unknown = There is no campaign called “{ $given }”. Known: { $known }.
