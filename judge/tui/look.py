"""The desk's colours: quiet ground, one accent, red for refusals only."""

from textual.theme import Theme

DARK = Theme(
    name="judge-dark",
    primary="#e5b567",
    accent="#e5b567",
    secondary="#8a92a3",
    warning="#e5b567",
    error="#f0808a",
    success="#e5b567",
    foreground="#d9dce3",
    background="#15171c",
    surface="#15171c",
    panel="#1f232b",
    dark=True,
)
