"""From files and standard input to reports: decoded, dated, credited, their language known. Writes nothing."""
