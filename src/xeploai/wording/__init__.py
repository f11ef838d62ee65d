def explain(outcome, lang="vi"):
    return ""
