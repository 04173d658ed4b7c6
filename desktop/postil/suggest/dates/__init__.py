"""Dates, periods, durations and frequencies in English, French and Vietnamese text, as EDTF. Start at `find.find`."""
