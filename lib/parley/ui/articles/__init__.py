"""The articles screen: search, table, and the reader with every found passage marked."""
