"""What is written to disk: as a whole or not at all, and never over what somebody else put there."""
