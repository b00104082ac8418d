"""Parts of pages: what needs Streamlit and is used by more than one page, or would make one too long."""
