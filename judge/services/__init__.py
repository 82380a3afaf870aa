"""One function per thing a person does; the only door for the command line and the screens."""
