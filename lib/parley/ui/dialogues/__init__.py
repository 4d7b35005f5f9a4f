"""The dialogues screen: the list, and a page for each with its rounds, topics and open promises."""
