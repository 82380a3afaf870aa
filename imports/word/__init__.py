"""Word files read straight from their XML: what a reader of the accepted document would see."""

from imports.word.flow import grids

__all__ = ["grids"]
