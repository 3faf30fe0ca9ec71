"""Reads sheets: workbooks and files of separated values, the tables found in their grids."""
