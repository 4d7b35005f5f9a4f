"""The system screen: what waits, what could not be read, how Parley stands and how right it was, what was done."""
