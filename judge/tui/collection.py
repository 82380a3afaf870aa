"""No search for rubbish while a screen starts: there is none yet, but all that is loaded is searched.

Loading makes some hundred thousand objects that stay. Python's collector goes through them again and again
as they grow, for a tenth of the time until a desk can be read; and once more whenever it collects while
somebody types, unless it is told that they stay.
"""

import gc


def hold_collection() -> None:
    """Collect nothing until `let_collect`; what is no longer held by anybody goes at once all the same."""
    gc.disable()


def let_collect() -> None:
    """Collect from now on, and leave alone for good what is here already."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
