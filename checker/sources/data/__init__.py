"""Reads the facts in files that hold data: JSON, YAML, TOML and CFF."""
