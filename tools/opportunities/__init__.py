"""Where money lies: scans of the store that rank what to do by the profit expected of it."""
