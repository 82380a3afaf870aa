"""Records in, files out: the award book and its plain tables; knows no database and no screen."""
