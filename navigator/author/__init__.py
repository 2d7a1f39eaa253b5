"""A new policy from answers: questions at a terminal or a file of answers, and YAML that passes the check."""
