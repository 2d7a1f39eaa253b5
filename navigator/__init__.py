"""The fostering policy navigator: policies in YAML become a searchable site and a wizard."""

__version__ = "0.1.0"
