"""For whom a campaign works: models of the effect on each person, and how well they rank people."""
