"""Rule files ⇄ rule sets, every problem with its place."""

from xeploai.toml.load import load, parse, shipped

__all__ = ["load", "parse", "shipped"]
