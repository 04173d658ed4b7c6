"""The nouns of Postil as frozen dataclasses, enums and invariants; no input or output."""
