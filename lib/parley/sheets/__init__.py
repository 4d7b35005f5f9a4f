"""Spreadsheets whose user says what they are: which columns hold what, and rows into meetings without a text. Pure."""
