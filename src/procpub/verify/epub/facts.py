"""What the package document says about the volume (EPUB 3.3, section 5.5)."""

from procpub.verify.facts import identifiers, licence
from procpub.verify.words import one_line
from procpub.verify.xml import Element, text_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"


def facts_of(package: Element) -> dict[str, tuple[str, ...]]:
    """The facts, by the names of `procpub.verify.facts`."""
    refined: dict[str, list[tuple[str, str]]] = {}
    for meta in package.iter(f"{_OPF}meta"):
        if about := meta.get("refines", "").removeprefix("#"):
            refined.setdefault(about, []).append((meta.get("property", ""), one_line(text_of(meta))))

    def said(name: str) -> list[tuple[str, list[tuple[str, str]]]]:
        return [(one_line(text_of(each)), refined.get(each.get("id", ""), [])) for each in package.iter(f"{_DC}{name}")]

    def values(name: str) -> tuple[str, ...]:
        return tuple(value for value, _ in said(name) if value)

    titles = [(value, dict(more).get("title-type", "")) for value, more in said("title")]
    languages = values("language")
    contributors = [
        (value, more, {role for name, role in more if name == "role"}) for value, more in said("contributor")
    ]
    organisers = [
        name
        for value, more, roles in contributors
        if "orm" in roles
        for name in sorted((value, *(other for kind, other in more if kind == "alternate-script")))
    ]
    return {
        "title": tuple(value for value, kind in titles if kind in ("", "main"))[:1],
        "parallel titles": tuple(value for value, kind in titles if kind in ("", "main")),
        "subtitles": tuple(value for value, kind in titles if kind == "subtitle"),
        "language": languages[:1],
        "languages": languages,
        "date": values("date")[:1],
        "identifiers": identifiers(values("identifier")),
        "contributors": values("creator"),
        "editors": tuple(value for value, _, roles in contributors if "edt" in roles),
        "organisers": tuple(organisers),
        "publishers": values("publisher"),
        "description": values("description"),
        "subjects": values("subject"),
        "licence": licence(values("rights")),
    }


def page_source(package: Element) -> str:
    """Whose pages are marked: "pdf", or "print" where the source is said to be the volume itself."""
    titles = {one_line(text_of(each)) for each in package.iter(f"{_DC}title")}
    for meta in package.iter(f"{_OPF}meta"):
        if meta.get("property") in ("pageBreakSource", "a11y:pageBreakSource", "schema:pageBreakSource"):
            return "print" if one_line(text_of(meta)) in titles else "pdf"
    return "pdf"
