"""Training of what reads events: the event tagger, and the weights of triggers."""
