"""When customers buy next: chances, and ranges of days that hold as often as is said."""
