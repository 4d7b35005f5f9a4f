"""The promises screen, and a promise as every screen shows it: who, by when, where it stands, and its sentences."""
