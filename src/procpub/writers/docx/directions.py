"""The direction of runs: in a volume that runs from right to left Word wants to be told so of each (17.3.2.30), since a
style cannot say it.
"""

from procpub.writers.docx.ooxml import Element, name, switch, w


def run_right_to_left(story: Element) -> None:
    """Makes all runs of a story run from right to left, but for those that say they don't."""
    for run in story.iter(name("r")):
        properties = run.find(name("rPr"))
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        if properties.find(name("rtl")) is not None:
            continue
        language = properties.find(name("lang"))
        if language is None:
            properties.append(switch("rtl", True))
        else:
            language.addprevious(switch("rtl", True))
