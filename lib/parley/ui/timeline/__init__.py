"""The timeline screen: lanes of meetings, the same as a table, and one meeting with its source sentences."""
