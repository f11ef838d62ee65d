"""Rule files ⇄ rule sets, every problem with its place."""

from xeploai.toml.dump import dump
from xeploai.toml.load import load, parse, shipped

__all__ = ["dump", "load", "parse", "shipped"]
