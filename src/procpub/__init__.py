"""procpub turns the proceedings of a conference, as they really come, into editions that agree with each other."""

__version__ = "0.1.0"
