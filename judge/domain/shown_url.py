"""A database's URL as anybody may see it."""

import re

_LOGIN = re.compile(r"://(?P<user>[^:/\s]*):\S*@")
"""User and password, up to the last @: rather too much than the end of a password that was not quoted."""
_QUERY = re.compile(r"(?P<name>[?&](?:ssl)?password=)[^&#\s]*", re.IGNORECASE)


def without_password(name: str) -> str:
    """A path as it is; a URL with *** for each password in it."""
    if "://" not in name:
        return name
    return _QUERY.sub(r"\g<name>***", _LOGIN.sub(r"://\g<user>:***@", name))
