"""Calibrating: what a method takes off sheets' totals, or adds to scores, for who judged them and where."""
