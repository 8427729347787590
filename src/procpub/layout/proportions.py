"""Where title, imprint, running heads and folios stand, in all editions that have pages of their own."""

HEAD_RISE = 1.9
"""From the top of the text up to the running head's baseline, of its leading."""

FOLIO_DROP = 2.6
"""From the foot of the text down to the folio's baseline, of its leading."""

EDGE = 14.0
"""Furniture stays so many points from the edge of the page at least."""

TITLE_SINK = 0.14
"""How far down the title begins, of the text's height."""

BREATHING = 0.06
"""At least so much of the text's height stays white between titles, what stands in the middle, and organisers."""

ABOVE_MIDDLE = 0.4
"""How much of the white of a title page stands above what is in its middle: there the eye takes it to be."""

PARALLEL = 0.8
"""Size of a title in another language, of the main title's."""

TURN_OVER = 1.5
"""How far turned-over lines are set in, where they are, of the type size."""

LEVEL_INDENT = 1.5
"""How far each level of the contents is set in, of the type size."""
