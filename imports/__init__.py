"""Files in, records and findings out: Word forms, workbooks and tables; knows no database and no screen."""
