"""What a TEI header says about the volume (TEI P5, chapter 2)."""

from collections.abc import Sequence

from procpub.verify.facts import identifiers, licence
from procpub.verify.tei.names import TEI, XML
from procpub.verify.tei.text import number
from procpub.verify.words import one_line
from procpub.verify.xml import Element, local, text_of


def facts_of(root: Element) -> dict[str, tuple[str, ...]]:
    """The facts, by the names of `procpub.verify.facts`."""

    def found(path: str) -> list[Element]:
        return root.findall(f"t:teiHeader/{path}", {"t": TEI[1:-1]})

    def texts(path: str) -> tuple[str, ...]:
        return tuple(filter(None, (one_line(text_of(each)) for each in found(path))))

    languages = [
        each.get("ident", "") for each in found("t:profileDesc/t:langUsage/t:language") if each.get("scope") != "minor"
    ]
    language = root.get(f"{XML}lang") or (languages[0] if languages else "")
    statement = "t:fileDesc/t:titleStmt"
    titles = [each for each in found(f"{statement}/t:title") if each.get("type") in (None, "main", "desc")]
    names = {
        each.get(f"{XML}id", ""): one_line(_first(each, "persName/name", "persName"))
        for each in found(".//t:listPerson/t:person")
    }
    dates = found("t:fileDesc/t:publicationStmt/t:date")
    licences = found("t:fileDesc/t:publicationStmt/t:availability/t:licence")
    return {
        "title": tuple(one_line(text_of(each)) for each in titles[:1]),
        "parallel titles": tuple(one_line(text_of(each, " ")) for each in titles),
        "subtitles": texts(f"{statement}/t:title[@type='sub']"),
        "language": (language,) if language else (),
        "languages": tuple(languages),
        "date": tuple(filter(None, [dates[0].get("when") or dates[0].get("from") or ""])) if dates else (),
        "identifiers": identifiers(texts("t:fileDesc/t:publicationStmt/t:idno")),
        "editors": texts(f"{statement}/t:editor"),
        "organisers": tuple(
            name
            for each in found(f"{statement}/t:respStmt")
            for name in sorted(one_line(text_of(inner)) for inner in each.iter(f"{TEI}orgName"))
        ),
        "publishers": tuple(
            name
            for each in found("t:fileDesc/t:publicationStmt/t:publisher")
            for name in _main(each.findall(f"{TEI}orgName"), language)
        ),
        "contributors": tuple(names.get(each, each) for each in _contributors(root)),
        "description": texts("t:profileDesc/t:abstract"),
        "subjects": texts("t:profileDesc/t:textClass/t:keywords/t:term"),
        "licence": licence(part for each in licences for part in (text_of(each), each.get("target", ""))),
    }


def _main(names: Sequence[Element], language: str) -> tuple[str, ...]:
    """Of names in several languages, that in the main language, or else the first."""
    own = [each for each in names if each.get(f"{XML}lang", language) == language] or list(names)
    return tuple(filter(None, (one_line(text_of(each)) for each in own[:1])))


def _first(element: Element, *paths: str) -> str:
    for path in paths:
        inner = element.find(f"{TEI}" + path.replace("/", f"/{TEI}"))
        if inner is not None:
            return text_of(inner)
    return ""


def _contributors(root: Element) -> dict[str, None]:
    """The ids of those whom headings and bylines of contributions name, in order, each once."""
    found: dict[str, None] = {}
    for division in root.iter(f"{TEI}div"):
        if division.get("type") == "contribution":
            named = [
                name
                for child in division
                if local(child) in ("head", "byline")
                for name in child.iter(f"{TEI}persName")
                if name.get("ref")
            ]
            order = sorted(
                range(len(named)), key=lambda each: number(named[each].get("n")) if named[each].get("n") else each + 1
            )
            found |= {named[each].get("ref", "").removeprefix("#"): None for each in order}
    return found
