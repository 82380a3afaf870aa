"""Ranked lists, the rulings behind them, and the award book."""
