"""Filters -> DataFrame: the only package with SELECTs for screens."""
