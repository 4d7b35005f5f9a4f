"""One document to check: its text with every passage marked, beside its fields. Opened by links; not in the menu."""

from parley.ui.check import screen
from parley.ui.page import page

page("Check", "The text and what Parley found in it, side by side. Each answer is kept at once.")
screen.show()
