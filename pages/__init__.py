"""The pages besides the map; `parts` holds what several of them share, and is no page itself."""
