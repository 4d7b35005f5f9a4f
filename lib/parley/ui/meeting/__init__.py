"""One meeting on its page: head, sides, agenda, who says what, its articles side by side, its promises."""
