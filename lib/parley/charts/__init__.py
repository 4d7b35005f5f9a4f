"""DataFrame -> plotly figure, as plain dicts from one theme."""
