"""A document as JSON and back, without loss: field for field, spans and pictures included.

cattrs does the work from the type annotations, so the form follows the model; `FORMAT` changes when the model does.
"""

import json
from base64 import b64decode, b64encode
from typing import Any, get_args

from cattrs import ClassValidationError, transform_error
from cattrs.preconf.json import JsonConverter, make_converter

from procpub.model.nodes import Block, Inline
from procpub.model.proceedings import Member, Proceedings

FORMAT = "procpub-1"
"""Value of the top-level "format" field."""


class NotADocumentError(ValueError):
    """The JSON is not a document of this format; the message says where and why."""


def _converter() -> JsonConverter:
    converter = make_converter(forbid_extra_keys=True, omit_if_default=True)
    converter.register_structure_hook(bytes, lambda value, _: b64decode(value, validate=True))
    converter.register_unstructure_hook(bytes, lambda value: b64encode(value).decode("ascii"))
    for union in (Inline, Block, Member):
        _register_union(converter, union)
    return converter


def _register_union(converter: JsonConverter, union: Any) -> None:
    """Each node says what it is in "type". cattrs' own strategy for this fixes the members' hooks when it is set up,
    before the other unions are known, so it cannot serve unions that hold each other.
    """
    classes = {kind.__name__: kind for kind in get_args(union)}

    def structure(value: dict[str, Any], _: Any) -> Any:
        data = dict(value)
        name = data.pop("type", None)
        if name not in classes:
            raise ValueError(f"type {name!r} is not one of {', '.join(classes)}")
        return converter.structure(data, classes[name])

    def unstructure(node: Any) -> dict[str, Any]:
        return {"type": type(node).__name__, **converter.unstructure(node, type(node))}

    converter.register_structure_hook_func(lambda kind: kind == union, structure)
    converter.register_unstructure_hook_func(lambda kind: kind == union, unstructure)


def encode(proceedings: Proceedings) -> str:
    """The document as indented JSON, keys in the order of the model, a line feed at the end."""
    data = {"format": FORMAT, **_converter().unstructure(proceedings)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def decode(text: str) -> Proceedings:
    """The document that `encode` wrote.

    Raises:
        NotADocumentError: not JSON, another format, or a field that is missing, unknown or of the wrong type.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise NotADocumentError(f"it is not JSON ({error})") from error
    except RecursionError as error:
        raise NotADocumentError("it is nested too deeply") from error
    form = data.pop("format", None) if isinstance(data, dict) else None
    if isinstance(form, str) and form != FORMAT and form.startswith("procpub-"):
        raise NotADocumentError(f"another version of procpub wrote it, as {form!r}; this one reads {FORMAT!r}")
    if form != FORMAT:
        raise NotADocumentError(f'it has no "format": "{FORMAT}" at the top')
    return _structure(data)


def _structure(data: dict[str, Any]) -> Proceedings:
    try:
        return _converter().structure(data, Proceedings)
    except ClassValidationError as error:
        raise NotADocumentError(transform_error(error, path="document")[0]) from error
    except RecursionError as error:
        raise NotADocumentError("it is nested too deeply") from error
    except (TypeError, ValueError, KeyError) as error:
        raise NotADocumentError(str(error)) from error
