"""Figures about a panel: how far reviewers agree, and what else a chair may have to answer for."""
