"""What stands between a nomination and its sheet: conditions, checklists, quotas."""
