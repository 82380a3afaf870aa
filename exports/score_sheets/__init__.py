"""Score sheets as a workbook: one reviewer's nominations to be marked in Excel, WPS or LibreOffice."""
