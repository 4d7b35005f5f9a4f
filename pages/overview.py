"""Overview: what is held, what was talked about of late, and how often the sides met."""

from parley.ui.page import page

page("Overview", "What governments said to each other, counted by meeting. Every number opens the sentences behind it.")
