"""Trains the models in `data/models/` from annotated news; no part of the product, which only loads them."""
