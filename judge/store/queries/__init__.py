"""What the edition holds, as frozen dataclasses and frames; one module per question."""
