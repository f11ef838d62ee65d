"""The canonical layout of rule files, comments and all. tomlkit, which keeps them, lives here alone."""
