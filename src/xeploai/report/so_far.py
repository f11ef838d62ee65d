"""Up to which day a result tells, where its period lasted longer."""

from xeploai.diagnostic import Language
from xeploai.report.result import Result
from xeploai.wording.numbers import date_text


def so_far_text(result: Result, lang: Language) -> str:
    """*kết quả đến 30/6/2024 so với chỉ tiêu năm*; empty where the period was over when the data were gathered."""
    day = result.days.so_far
    if day is None:
        return ""
    year = result.period.name.isdecimal()
    if lang == "vi":
        return f"kết quả đến {date_text(day, lang)} so với chỉ tiêu {'năm' if year else 'quý'}"
    return f"results up to {date_text(day, lang)} against the targets of the {'year' if year else 'quarter'}"
