"""From a folder of YAML to a library: strict reading, exact places, all problems at once."""
