"""One document to check: its text with every found passage marked, beside the fields that rest on them."""
