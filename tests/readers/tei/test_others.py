"""TEI that others wrote, or an editor changed by hand: as far as the model goes; the rest is reported, no text lost."""

import pytest

from procpub.model.walk import contributions, plain_text
from tests.readers.tei.reading import HEADER, body, document, volume, work

PAPER = """<div><head>Introduction</head>
  <p>We read <hi rend="italic">charred</hi>
     rolls (see <ref target="#f1">Figure 1</ref>)<note n="1"><p>As others</p></note>.</p>
  <figure xml:id="f1"><graphic url="one.png"/><head>A roll</head></figure>
  <div><head>Method</head><p>With <term>care</term>.</p></div></div>"""

AUTHORS = """<author><persName><surname>Rossi</surname><forename>Ada</forename></persName>
  <affiliation><orgName>Naples</orgName></affiliation><email>ada@example.org</email></author><author>Kim Lee</author>"""


def test_a_conference_abstract_is_one_contribution_with_the_authors_of_its_header() -> None:
    header = HEADER.replace("</titleStmt>", f"{AUTHORS}</titleStmt>")
    found, told = document(volume(f"<body>{PAPER}</body>", header))
    (paper,) = contributions(found)
    assert plain_text(paper.heading) == "A Volume"
    assert plain_text(paper.byline) == "Ada Rossi, Kim Lee"
    assert [(who.name, who.affiliation, who.email) for who in found.people] == [
        ("Ada Rossi", "Naples", "ada@example.org"),
        ("Kim Lee", "", ""),
    ]
    assert body(volume(f"<body>{PAPER}</body>", header))[2:] == [
        "  section a-volume-s1: Introduction",
        "    paragraph: We read {em charred} rolls (see {link #a-volume-s1 Figure 1}){note 1 paragraph: As others}.",
        "    figure (no image; A roll): A roll",
        "    section a-volume-s1-s1: Method",
        "      paragraph: With care.",
    ]
    assert any("5: <graphic> is left out (the picture 'one.png' is not in the file" in each for each in told)
    assert "6: <term> is not carried over; its text stands without it" in told


def test_a_corpus_is_a_volume_of_its_works_each_under_its_own_header() -> None:
    abstract = "<profileDesc><abstract><p>In short.</p></abstract></profileDesc>"
    works = work("One", "<author>Ann A.</author>", "<body><p>Words.</p></body>", abstract) + work(
        "Two", "<author>Bob B.</author><author>Ann A.</author>", "<body><head>Two</head><p>More.</p></body>"
    )
    source = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{works}</teiCorpus>'
    assert body(source) == [
        "contribution one (paper) by p-ann-a: One",
        "  byline: Ann A.",
        "  quote",
        "    paragraph: In short.",
        "  paragraph: Words.",
        "contribution two (paper) by p-bob-b, p-ann-a: Two",
        "  byline: Bob B., Ann A.",
        "  paragraph: More.",
    ]


def test_a_parliament_s_transcript_keeps_what_is_said_apart_from_what_happens() -> None:
    people = """<profileDesc><particDesc><listPerson><person xml:id="SmithJohn"><persName><surname>Smith</surname>
      <forename>John</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>"""
    debate = """<body><div type="debateSection"><head>Debate</head><note type="time">Opened at 9.</note>
      <note type="speaker">The President:</note>
      <u who="#Nobody"><seg>Order. <kinesic><desc>Applause</desc></kinesic> Thank you.</seg></u>
      <u who="#SmithJohn"><seg>I agree.</seg><note>(Laughter)</note><pb n="2"/><seg>More.</seg></u></div></body>"""
    source = volume(debate, HEADER.replace("</teiHeader>", people))
    assert body(source) == [
        "contribution debate (debateSection): Debate",
        "  event: Opened at 9.",
        "  turn: The President:",
        "    paragraph: Order.",
        "    event: Applause",
        "    paragraph: Thank you.",
        "  turn (SmithJohn): John Smith",
        "    paragraph: I agree.",
        "    event: (Laughter)",
        "    {pb print 2}",
        "    paragraph: More.",
    ]
    assert "4: @who of <u> is not carried over" in document(source)[1]


def test_a_group_of_texts_is_a_part_of_contributions_called_as_their_title_pages_say() -> None:
    first = """<text><front><titlePage><docTitle><titlePart>Text A</titlePart></docTitle>
      <byline>by <docAuthor>Ada A.</docAuthor></byline><docEdition>2nd</docEdition></titlePage></front>
      <body><p>a</p></body></text>"""
    second = "<text><body><head>Text B</head><lg><l>one</l><l>two</l></lg></body></text>"
    assert body(volume(f"<group><head>All</head>{first}{second}</group>")) == [
        "part all: All",
        "  contribution text-a (paper) by p-ada-a: Text A",
        "    byline: by Ada A.",
        "    paragraph: 2nd",
        "    paragraph: a",
        "  contribution text-b (paper): Text B",
        "    verse",
        "      line: one",
        "      line: two",
    ]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<p>a <choice><sic>teh</sic><corr>the</corr></choice> b</p>", ["paragraph: a teh b"]),
        ("<p>one<lb n='2'/>two<lb n='3' break='no'/>three<lb/>four</p>", ["paragraph: one twothree{br}four"]),
        ("<p>中国\n  国际</p>", ["paragraph: 中国国际"]),
        ("<p><w>a</w> <w join='right'>b</w> <pc>.</pc></p>", ["paragraph: a b."]),
        ("<p>He said <q>yes</q>.</p>", ["paragraph: He said yes."]),
        ("<p>a<list><item n='1.'>b</item></list>c</p>",
         ["paragraph: a", "list (decimal from 1)", "  item 1.", "    paragraph: b", "paragraph: c"]),
        ("<list><label>(b)</label><item>b</item></list>",
         ["list (lower-alpha from 1)", "  item (b)", "    paragraph: b"]),
        ("<p xml:lang='fr'>Merci.</p>", ["paragraph: {foreign fr Merci.}"]),
        ("<p><seg xml:lang='fr'>Oui</seg> yes</p>", ["paragraph: {foreign fr Oui} yes"]),
        ("<sp><speaker>A.</speaker><p>No <stage>leaves</stage></p></sp>",
         ["turn: A.", "  paragraph: No", "  event: leaves"]),
        ("<opener><dateline>Rome</dateline><salute>Sir,</salute></opener><p>x</p>",
         ["paragraph: Rome", "salutation: Sir,", "paragraph: x"]),
        ("<table><row><cell cols='9'>a</cell></row><row><cell rows='2'>b<p>c</p></cell></row></table>",
         ["table", "  row: 9x1 a", "  row: 1x2 b{br}c"]),
        ("<p>x</p><div><p>no heading</p></div>", ["paragraph: x", "paragraph: no heading"]),
        ("<div><head>S</head></div><p>after</p>", ["section c-s1: S", "  paragraph: after"]),
        ("<p>1 &lt; 2 <formula>E = mc</formula></p>", ["paragraph: 1 < 2 E = mc"]),
        ("<p>see <ref target='#nowhere'>there</ref> or <ref target='a.html'>here</ref></p>",
         ["paragraph: see there or here"]),
    ],
)  # fmt: skip
def test_what_the_model_has_no_place_for_keeps_its_text(inside: str, lines: list[str]) -> None:
    division = f'<div type="contribution" subtype="speech" xml:id="c"><head>C</head>{inside}</div>'
    assert body(volume(f"<body>{division}</body>"))[1:] == [f"  {line}" for line in lines]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("<fw>Page 7</fw>", "<fw> is left out: “Page 7” (a running head, page number or the like)"),
        ('<p rend="big">x</p>', "@rend of <p> is not carried over"),
        ("<gap reason='lost'/>", "<gap> is left out"),
        ("<p><app><lem>a</lem><rdg>b</rdg></app></p>", "<rdg> is left out: “b” (another reading of what stands there)"),
        ("<figure><head>F</head></figure>", "the description of a figure was supplied: “F”"),
        ("<sp who='#x'><p>x</p></sp>", "@who of <sp> is not carried over"),
    ],
)
def test_what_is_not_carried_over_is_reported_by_element_and_line(change: str, told: str) -> None:
    messages = document(volume(f"<body><div><head>A</head>\n{change}</div></body>"))[1]
    assert any(message.startswith(f"2: {told}") for message in messages)


def test_of_many_cases_of_one_kind_the_first_are_told_and_the_rest_counted() -> None:
    messages = document(volume(f"<body><div><head>A</head><p>{'<term>x</term>' * 40}</p></div></body>"))[1]
    assert len(messages) == 11
    assert messages[-1] == "1: <term>: 30 more such cases from here on"


def test_ids_that_no_edition_can_have_are_made_anew_and_links_follow_them() -> None:
    section = '<div xml:id="s_1.2"><head>S</head><p xml:id="p_1">x</p></div>'
    links = '<p><ref target="#s_1.2">a</ref> <ref target="#p_1">b</ref></p>'
    found = body(volume(f'<body><div xml:id="c_1"><head>C</head>{links}{section}</div></body>'))
    assert found == [
        "contribution c-1 (speech): C",
        "  paragraph: {link #s-1-2 a} {link #s-1-2 b}",
        "  section s-1-2: S",
        "    paragraph: x",
    ]


def test_a_new_speaker_needs_no_more_than_a_name_in_the_heading() -> None:
    found, _ = document(volume("<body><div><head>Remarks by <persName>Ana Silva</persName></head></div></body>"))
    (talk,) = contributions(found)
    assert [(person.id, person.name) for person in found.people] == [("p-ana-silva", "Ana Silva")]
    assert talk.contributors == ("p-ana-silva",)
    assert plain_text(talk.heading) == "Remarks by Ana Silva"


def test_contents_are_made_anew_and_differences_reported() -> None:
    contents = """<front><div type="contents"><head>Contents</head><list>
      <item><ref target="#c">Old</ref></item><item><ref target="#d">Lost</ref></item></list></div></front>"""
    found, told = document(volume(f'{contents}<body><div xml:id="c"><head>New</head></div></body>'))
    assert found.front == ()
    assert told == [
        "2: the contents say “Old” where the heading is “New”",
        "2: the contents lead to 'd', which is not there: “Lost”",
    ]


def test_a_line_that_only_the_title_page_has_is_kept() -> None:
    title = "<docTitle><titlePart>A Volume</titlePart></docTitle>"
    page = f"<front><titlePage>{title}<docEdition>2nd</docEdition></titlePage></front>"
    found, told = document(volume(f"{page}<body><div><head>A</head></div></body>"))
    assert [(matter.kind, [plain_text(block.children) for block in matter.blocks]) for matter in found.front] == [  # type: ignore[union-attr]
        ("imprint", ["2nd"])
    ]
    assert told == ["1: the title page says “2nd”, the header does not; kept as an imprint"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<body><head><note>n</note></head><p>a</p></body>",
         ["contribution a-volume (paper): A Volume", "  paragraph: {note  paragraph: n}", "  paragraph: a"]),
        ("<body><div xml:id='c'><head>A</head><div><byline>b</byline><p>c</p></div></div></body>",
         ["contribution c (speech): A", "  paragraph: b", "  paragraph: c"]),
        ("<group><p>a</p></group>", ["contribution piece (paper): piece", "  paragraph: a"]),
    ],
)  # fmt: skip
def test_headings_that_say_nothing_are_none_and_lose_nothing(text: str, lines: list[str]) -> None:
    assert body(volume(text)) == lines


def test_words_where_tei_has_none_are_reported() -> None:
    messages = document(volume("<body><div><head>A</head><list>stray<item>a</item></list></div></body>"))[1]
    assert messages == ["1: what stands directly in <list> is left out: “stray”"]


def test_text_around_divisions_stays_in_its_place() -> None:
    source = volume("<body><p>before</p><div><head>A</head><p>a</p></div><p>after</p></body>")
    found, _ = document(source)
    assert [matter.kind for matter in found.front] == ["preliminaries"]
    assert body(source) == ["contribution a (speech): A", "  paragraph: a", "  paragraph: after"]


def test_facts_of_a_header_that_have_no_place_are_quoted() -> None:
    header = HEADER.replace("<sourceDesc><p/></sourceDesc>", "<sourceDesc><p>Typed by a typist.</p></sourceDesc>")
    told = document(volume("<body><div><head>A</head></div></body>", header))[1]
    assert told == ["1: <p> is left out: “Typed by a typist.”"]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<list><label>aa</label><label>bb</label><item>c</item><label>last</label></list>",
         ["list (bullet from 1)", "  item aa", "    paragraph: bb", "    paragraph: c", "    paragraph: last"]),
        ("<list><label>x</label><item n='4'>c</item></list>",
         ["list (decimal from 1)", "  item 4", "    paragraph: x", "    paragraph: c"]),
        ("<u><seg>s</seg></u><note type='speaker'>One</note><note type='speaker'>Two</note>",
         ["turn: ", "  paragraph: s", "paragraph: One", "paragraph: Two"]),
        ("<table><head>One</head><head>Two</head></table>", ["paragraph: One{br}Two"]),
        ("<figure><figDesc>a</figDesc><figDesc>b</figDesc></figure>", ["figure (no image; a)", "paragraph: b"]),
        ("<cit><quote>Qt</quote><bibl>Bb</bibl></cit>", ["quote", "  paragraph: Qt", "paragraph: Bb"]),
        ("<p><name><forename>Fo</forename><surname>Su</surname></name></p>", ["paragraph: Fo Su"]),
        ("<address><addrLine>A</addrLine><addrLine>B</addrLine></address><foo>c</foo><bar>d</bar>",
         ["paragraph: A B", "paragraph: c", "paragraph: d"]),
        ("<castList><castItem>A</castItem><castItem>B</castItem></castList>", ["paragraph: A", "paragraph: B"]),
        ("<p>a</p><byline>late</byline>", ["paragraph: a", "paragraph: late"]),
    ],
)  # fmt: skip
def test_words_stand_once_in_their_place_and_never_run_together(inside: str, lines: list[str]) -> None:
    division = f'<div type="contribution" subtype="speech" xml:id="c"><head>C</head>{inside}</div>'
    assert body(volume(f"<body>{division}</body>"))[1:] == [f"  {line}" for line in lines]


def test_what_stands_before_the_body_of_a_work_stays_before_it() -> None:
    front = "<front><div><head>Abstract</head><p>a</p></div></front>"
    back = "<back><div><head>Thanks</head><p>t</p></div></back>"
    text = f"{front}<body><p>b</p><div><head>S</head><p>s</p></div></body>{back}"
    source = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{work("W", "", text)}</teiCorpus>'
    assert body(source) == [
        "contribution w (paper): W",
        "  quote",
        "    paragraph: {strong Abstract}",
        "    paragraph: a",
        "  paragraph: b",
        "  section w-s1-2: S",
        "    paragraph: s",
        "  section w-s1-3: Thanks",
        "    paragraph: t",
    ]


def test_a_group_of_texts_in_a_corpus_keeps_what_is_around_it() -> None:
    front = "<front><titlePage><titlePart>T</titlePart></titlePage><p>f</p></front>"
    text = f"{front}<group><text><body><head>G</head><p>g</p></body></text></group><back><p>k</p></back>"
    source = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{work("W", "", text)}</teiCorpus>'
    assert body(source) == [
        "part w: W",
        "  matter preliminaries (preliminaries)",
        "    paragraph: T",
        "  matter preliminaries-2 (preliminaries)",
        "    paragraph: f",
        "  contribution g (paper): G",
        "    paragraph: g",
        "    paragraph: k",
    ]


def test_titles_in_a_title_are_read_one_by_one() -> None:
    title = '<title type="full"><title type="main">Maps</title><title type="sub">A Study</title></title>'
    found, _ = document(volume("<body><p>x</p></body>", HEADER.replace("<title>A Volume</title>", title)))
    assert [name.text for name in found.metadata.titles] == ["Maps"]
    assert [name.text for name in found.metadata.subtitles] == ["A Study"]


def test_pointers_to_nobody_and_nothing_are_reported() -> None:
    inside = '<head>A</head>\n<sp who="#x #y"><p>a <ref target="#z">b</ref></p></sp>'
    messages = document(volume(f"<body><div>{inside}</div></body>"))[1]
    assert messages == ["2: @who of <sp> is not carried over", "2: @target of <ref> is not carried over"]


def test_what_is_left_out_is_quoted_however_often_it_happens() -> None:
    readings = "".join(f"<app><lem>a</lem><rdg>b{number}</rdg></app>" for number in range(40))
    messages = document(volume(f"<body><div><head>A</head><p>{readings}</p></div></body>"))[1]
    assert all(any(f"“b{number}”" in message for message in messages) for number in range(40))
