"""Who judges what, as numbers: shared evenly, by sections, connected, and why it cannot be. No I/O."""
