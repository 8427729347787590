"""The normalized document: what recovery produces, and all that writers know."""
