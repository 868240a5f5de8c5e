"""The commands of `storewise`, one file for each family."""
