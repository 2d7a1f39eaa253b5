"""Counting time: units, calendars, periods, and the dates that a timescale gives."""
