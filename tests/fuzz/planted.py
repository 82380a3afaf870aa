"""Faults put where the room must find them."""

import os
from hashlib import sha256
from pathlib import Path

from tests.fuzz.cases import Case, case
from tests.fuzz.ground import Ground
from tests.fuzz.worker import MEMORY


def misbehave(_ground: Ground, tried: Case, _folder: Path) -> str:
    """Do what the case's name says; a number asks for the digest of the case of that number."""
    match tried.name:
        case "raises":
            raise KeyError(tried.name)
        case "hangs":
            while True:
                pass
        case "dies":
            os._exit(3)
        case "hoards":
            return str(len(bytearray(2 * MEMORY)))
        case "prints":
            os.write(2, b"thread panicked")
            return "filed"
        case _:
            return digest(int(tried.name)) if tried.name.isdecimal() else "sound"


def digest(number: int) -> str:
    """The digest of a case made in this process."""
    return sha256(case(5, number).content).hexdigest()
