"""Workbooks and delimited text as grids of cell texts."""
