"""The version of this package, in the one place that builds and reports read it from."""

__version__ = "0.1.0"
