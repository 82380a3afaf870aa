FINDINGS: dict[str, str] = {}
