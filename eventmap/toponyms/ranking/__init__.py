"""Which of a name's places is meant: the evidence for each, weighed by a trained model."""
