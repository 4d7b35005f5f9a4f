"""The `parley` command: a file a command, found by its name."""


def main() -> None:
    """Run the command that the command line names."""
