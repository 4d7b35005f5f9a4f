"""Files to take away: tables as CSV and XLSX. No screen and no database here."""
