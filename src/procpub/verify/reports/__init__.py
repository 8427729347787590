"""A verification as something to read: JSON for programs, a page of HTML for editors."""
