"""Ground floor: errors, identifiers, clock, translation, paths, offsets and EDTF dates; imports nothing above."""
