"""The inbox screen: what comes in, how far it is, and what became of each document."""
