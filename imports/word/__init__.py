"""Word files read straight from their XML: what a reader of the accepted document would see."""

from imports.word.flow import grids, grids_of
from imports.word.package import WordFile, open_word

__all__ = ["WordFile", "grids", "grids_of", "open_word"]
