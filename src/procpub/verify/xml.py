"""XML read safely: no network, no files, no entities that the file defines, bounded depth and size."""

from lxml import etree

from procpub.errors import InputError


def parse(data: bytes, what: str) -> etree._Element:
    """The root of a document; `what` names it in errors.

    Raises:
        InputError: it is not well-formed, or defines entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{what} is no XML that can be read: {error}") from error
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and list(document_type.iterentities()):
        raise InputError(f"{what} defines entities of its own, which are not read")
    return root
