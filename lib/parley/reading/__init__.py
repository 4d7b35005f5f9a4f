"""bytes -> articles, one small file a format."""
