"""Overviews for people who are new: the map of routes, the routes side by side, and who does what."""
