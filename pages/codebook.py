"""Codebook: what Parley looks for, a sentence tried, what a change would move, and every state that was saved."""

from parley.ui import filters
from parley.ui.codebook import address, change, dialogues, named, people, sentence, standing, topics, versions
from parley.ui.page import page

page("Codebook", "What Parley looks for, in which words, and which sentences a change would move.")
chosen = filters.current()
now = standing.in_force()
standing.show(now)
view = address.choose()
if view == "dialogues":
    dialogues.show(now, chosen)
elif view == "people":
    people.show(now, chosen)
elif view == "try":
    sentence.show(now)
elif view == "change":
    named.fill_in()
    change.show(now)
elif view == "versions":
    versions.show(now)
else:
    topics.show(now, chosen)
