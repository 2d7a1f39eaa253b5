"""What people type: dates and times, in every form they are written in."""
