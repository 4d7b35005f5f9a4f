"""The entry script: it only navigates."""
