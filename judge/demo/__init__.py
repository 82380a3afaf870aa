"""A synthetic edition: papers as bodies would send them, and the judgement that panels would give."""
