"""The only place where steps are joined: intake, reading, ledger, reconciling. Prints nothing; is handed its clock."""
