"""The report as one page: a file that opens in any browser and asks the network for nothing."""

from checker.reports.html.page import render

__all__ = ["render"]
