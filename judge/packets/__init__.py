"""Out and back: the keys of packets' pens, and the files in which their entries come home."""
