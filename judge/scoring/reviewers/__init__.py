"""How each reviewer judges beside the others: severity, spread, fit to the panel, halo, drift.

Aids for whoever leads a panel. Nothing here changes a score.
"""
