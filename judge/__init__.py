"""Judge: scoring and adjudication for award review panels."""

import os

# Before numpy is loaded: its threads wait for each other in a busy loop, which makes small solutions slower
# than one thread does, and anything five to ten times slower where the machine has other work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
