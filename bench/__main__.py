"""Measure what Judge promises, each against a named peer in the same run: python -m bench [NAME…]."""

import importlib
import sys

BENCHES = ("start", "forms", "save", "sheets", "rank", "export")
"""Modules of this package; each prints one line."""

for name in sys.argv[1:] or BENCHES:
    importlib.import_module(f"bench.{name}").main()
