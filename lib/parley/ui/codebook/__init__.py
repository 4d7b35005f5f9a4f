"""The codebook screen: what Parley looks for, a sentence tried, a change looked at before it is saved, its states."""
