"""What both taggers share: word pieces, and running a small transformer."""
