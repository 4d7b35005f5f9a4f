"""What the topics page is made of."""
