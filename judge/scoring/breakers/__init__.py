"""What breaks a tie: named metrics of a nomination's counted sheets, each exact."""
