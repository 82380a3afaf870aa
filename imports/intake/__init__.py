"""Papers as people send them: folders, archives, old Word files, scans, each opened once."""
