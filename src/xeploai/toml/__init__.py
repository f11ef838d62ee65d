"""Rule files ⇄ rule sets, every problem with its place."""

from xeploai.toml.load import load, parse
from xeploai.toml.series import shipped_series
from xeploai.toml.shelf import shipped

__all__ = ["load", "parse", "shipped", "shipped_series"]
