"""One subject's explanation as JSON: its level and its findings, each with its sentences."""

import json

from xeploai.diagnostic import Language
from xeploai.report.rate_json import subject_data
from xeploai.report.result import Result
from xeploai.report.subject import Subject, stages, standing_of
from xeploai.wording.conditions import sentence
from xeploai.wording.explain import level_texts
from xeploai.wording.naming import naming


def explain_json(result: Result, subject: Subject, lang: Language) -> str:
    """The subject as in the result of `rate`, with `sentences` for its level and a `sentence` for every finding."""
    standing, until = standing_of(subject), result.days.until
    data, found = subject_data(result, subject, standing), stages(subject, standing)
    said = [(naming(one.rules, lang, until), one.findings) for one in found]
    sentences = [sentence(names, each) for names, findings in said for each in findings]
    for entry, text in zip(data["findings"], sentences, strict=True):
        entry["sentence"] = text
    if data["rating"] is not None:
        told = level_texts(found, lang, result.names, result.days)
        data["rating"]["sentences"] = [text for one in told for text in (one.text, *one.below)]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
