"""Measures how fast Event Map is and how much memory it takes: `make bench`, or `python -m scripts.bench`."""
