"""Event Map: the places and events of news stories, each one a verbatim quotation."""
