"""What screens share: the page guard, the filter bar, the evidence panel, tables and theme."""
