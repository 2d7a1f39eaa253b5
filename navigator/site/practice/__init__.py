"""Learning by cases: a page for each case, packs for sessions, and links that a trainer makes."""
