"""The words of the design as frozen dataclasses. Standard library only: every other layer may use this one."""
