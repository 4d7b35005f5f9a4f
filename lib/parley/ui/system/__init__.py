"""The system screen: under which limits documents are read, what the database holds, what waits, and what was done."""
