"""accords: texts about relations between states in, an audited table of dates, organizations and agreements out."""

__version__ = "0.1.0"
