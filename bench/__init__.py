"""Benchmarks: how fast Parley is on this machine. `make bench` writes `bench/results.json`; no test is timed."""
