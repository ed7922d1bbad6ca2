"""The flow, its settings and scheduling, and the command line."""
