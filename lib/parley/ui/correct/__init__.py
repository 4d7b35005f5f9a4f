"""Correcting what Parley found, from wherever it is shown: fields of meetings, people, topics, promises."""
