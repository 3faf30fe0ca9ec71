"""Finds the configuration of a corpus and says what is wrong with it."""

from checker.configuration.reading import TOML_NAME, YAML_NAME, find, load
from checker.configuration.settings import Configuration, Override

__all__ = ["TOML_NAME", "YAML_NAME", "Configuration", "Override", "find", "load"]
