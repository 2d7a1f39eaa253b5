"""In their own words: what somebody types, matched to places to begin. Needs the standard library only."""
