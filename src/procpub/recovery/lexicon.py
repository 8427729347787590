"""The words by which proceedings, in several languages, say what a line is. Data, shared by the passes.

All are compared case-folded. They come from the conventions of the genre (how speakers are announced, addressed and
thanked, what organisations are called), so a word belongs here only if it serves any volume in its language.
"""

ARTICLES = frozenset({
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una",
    "il", "lo", "gli", "o", "os", "as", "um", "uma", "de", "het", "een",
})  # fmt: skip

CONTENTS_HEADINGS = frozenset({
    "contents", "table of contents", "content", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
    "índice", "indice", "sumario", "sumário", "contenido", "inhoud", "inhoudsopgave", "innehåll", "indhold", "innhold",
    "sisällys", "spis treści", "obsah", "tartalom", "cuprins", "içindekiler", "содержание", "оглавление", "зміст",
    "περιεχόμενα", "目录", "目錄", "目次", "차례",
})  # fmt: skip

FOLIO_HEADINGS = frozenset({
    "page", "pages", "page no", "page number", "seite", "pág", "página", "páginas", "pag", "pagina", "стр", "页", "頁",
})  # fmt: skip
"""What stands above the column of folios in a contents list."""

KINDS = frozenset({
    "opening remarks", "closing remarks", "concluding remarks", "welcome remarks", "welcoming remarks", "remarks",
    "opening address", "closing address", "welcome address", "keynote address", "address", "opening speech",
    "closing speech", "welcome speech", "keynote speech", "speech", "opening statement", "closing statement",
    "statement", "keynote", "lecture", "presentation", "intervention", "contribution", "comment", "comments", "reply",
    "response", "report", "paper", "message", "greeting", "greetings", "foreword", "preface", "introduction",
    "discussion", "summary", "testimony", "argument", "debate", "address of welcome", "word of welcome", "welcome",
    "prepared statement", "sermon", "oration", "eulogy", "discourse", "talk", "communication", "note",
    "rede", "ansprache", "begrüßung", "grußwort", "eröffnung", "eröffnungsrede", "schlusswort", "vortrag", "beitrag",
    "stellungnahme", "bericht", "referat", "festrede", "erwiderung", "mitteilung", "geleitwort", "discours",
    "conférence", "rapport", "mot de bienvenue", "propos", "clôture", "allocution", "allocution d'ouverture", "exposé",
    "discurso", "intervención", "palabras", "palabras de apertura", "palabras de bienvenida", "ponencia",
    "conferencia", "comunicación",
    "saludo", "informe", "palabras de clausura",
    "discorso", "intervento", "relazione", "saluto", "discurso de abertura", "intervenção", "comunicação",
    "выступление", "доклад", "приветствие", "речь", "вступительное слово", "заключительное слово",
})  # fmt: skip
"""What a contribution is called before "by" or "of"."""

CONNECTIVES = (
    "by", "of", "from", "von", "vom", "des", "der", "par", "de", "di", "du", "da", "por", "del", "door", "av", "af",
)  # fmt: skip
"""Between the kind of a contribution and its speaker."""

GENERIC_SECTIONS = frozenset({
    "abstract", "summary", "introduction", "background", "overview", "preface", "foreword", "preamble", "conclusion",
    "conclusions", "references", "bibliography", "discussion", "methods", "results", "acknowledgements",
    "acknowledgments", "einleitung", "zusammenfassung", "einführung", "vorwort", "schluss", "fazit", "literatur",
    "résumé", "avant-propos", "bibliographie", "introducción", "resumen", "conclusiones", "bibliografía",
    "introduzione", "conclusioni", "riassunto", "introdução", "resumo", "conclusão", "введение", "заключение",
    "аннотация", "引言", "摘要", "结论",
})  # fmt: skip
"""Headings that name a section's function: never the title of a talk."""

ADDRESSEES = frozenset({
    "excellency", "excellencies", "ladies", "gentlemen", "colleague", "colleagues", "friend", "friends", "guest",
    "guests", "delegate", "delegates", "participant", "participants", "chair", "chairman", "chairwoman", "chairperson",
    "president", "moderator", "speaker", "speakers", "sir", "sirs", "madam", "comrades", "students", "fellows",
    "brothers", "sisters", "highness", "majesty", "highnesses", "heads", "members", "ministers", "ambassadors",
    "damen", "herren", "kolleginnen", "kollegen", "freunde", "präsident", "präsidentin", "exzellenzen", "gäste",
    "vorsitzender", "vorsitzende", "mesdames", "messieurs", "monsieur", "madame", "collègues", "amis", "président",
    "présidente", "excellences", "señoras", "señores", "señor", "señora", "presidente", "presidenta", "colegas",
    "amigos", "amigas", "excelencias", "signore", "signori", "colleghi", "amici", "eccellenze", "senhoras", "senhores",
    "excelências", "дамы", "господа", "коллеги", "друзья", "председатель", "товарищи", "女士们", "先生们", "朋友们",
    "女士们、先生们", "各位来宾", "各位同事",
})  # fmt: skip
"""Whom a salutation is spoken to."""

VOCATIVES = frozenset({
    "excellencies", "ladies", "gentlemen", "damen", "herren", "mesdames", "messieurs", "señoras", "señores", "signore",
    "signori", "senhoras", "senhores", "дамы", "господа", "女士们", "先生们", "女士们、先生们",
})  # fmt: skip
"""Addressees who are hardly ever spoken about."""

COURTESIES = frozenset({
    "dear", "distinguished", "honorable", "honourable", "honored", "honoured", "esteemed", "respected", "your", "my",
    "fellow", "mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr.", "prof", "prof.", "professor", "and", "the", "of",
    "all", "to", "vice", "deputy", "h.e", "h.e.", "good", "sehr", "geehrte", "geehrter", "geehrten", "verehrte",
    "liebe", "lieber", "meine", "und", "herr", "frau", "chers", "chères", "cher", "chère", "et", "le", "la", "mes",
    "les", "estimados", "estimadas", "queridos", "queridas", "y", "el", "los", "las", "distinguidos", "distinguidas",
    "cari", "care", "gentili", "e", "caros", "caras", "prezados", "уважаемые", "уважаемый", "дорогие", "и", "尊敬的",
})  # fmt: skip
"""What may stand around the addressee."""

GREETINGS = (
    "good morning", "good afternoon", "good evening", "good day", "guten morgen", "guten tag", "guten abend",
    "bonjour", "bonsoir", "buenos días", "buenas tardes", "buenas noches", "buongiorno", "buonasera", "bom dia",
    "boa tarde", "добрый день", "доброе утро", "добрый вечер", "大家好", "早上好", "下午好",
)  # fmt: skip

THANKS = (
    "thank", "thanks", "many thanks", "danke", "vielen dank", "herzlichen dank", "merci", "gracias", "muchas gracias",
    "grazie", "obrigado", "obrigada", "muito obrigado", "спасибо", "благодарю", "谢谢", "謝謝", "dank u", "tack", "tak",
    "takk", "dziękuję", "děkuji", "köszönöm", "teşekkür",
)  # fmt: skip
"""How a closing line begins, perhaps after "I" or "we"."""

ORGANISATIONS = frozenset({
    "academy", "academies", "administration", "agency", "alliance", "association", "authority", "bank", "board",
    "bureau", "center",
    "centre", "chamber", "college", "commission", "committee", "company", "confederation", "conference", "congress",
    "consortium", "corporation", "council", "court", "department", "directorate", "division", "embassy", "faculty",
    "federation", "forum", "foundation", "fund", "group", "hospital", "institute", "institution", "laboratory",
    "league",
    "library", "ministry", "mission", "museum", "network", "observatory", "office", "organisation", "organization",
    "parliament", "press", "programme", "school", "secretariat", "senate", "service", "society", "trust", "union",
    "university", "akademie", "amt", "anstalt", "bundestag", "gesellschaft", "hochschule", "institut", "kammer",
    "ministerium", "stiftung", "universität", "verband", "verein", "zentrum", "académie", "comité",
    "conseil", "école", "ministère", "société", "université", "academia", "asociación", "centro",
    "consejo", "facultad", "fundación", "instituto", "ministerio", "sociedad", "universidad", "università", "istituto",
    "ministero", "società", "universidade", "ministério", "академия", "институт", "министерство", "университет",
    "центр", "общество", "universiteit", "instituut", "uniwersytet", "univerzita",
})  # fmt: skip
"""Nouns that name a kind of organisation."""

ORGANISATION_ENDINGS = (
    "部",
    "院",
    "所",
    "会",
    "會",
    "大学",
    "大學",
    "中心",
    "局",
    "委员会",
    "協会",
    "协会",
    "学校",
    "研究室",
)
"""How Chinese and Japanese names of organisations end."""

VOLUME_KINDS = frozenset({
    "proceedings", "papers", "report", "minutes", "verbatim report", "official report", "record", "transactions",
    "abstracts", "book of abstracts", "conference proceedings", "selected papers", "stenografischer bericht",
    "tagungsband", "protokoll", "beiträge", "actes", "compte rendu", "actas", "memorias", "atti", "anais",
    "материалы", "труды", "сборник докладов", "论文集", "文集", "会议记录",
})  # fmt: skip
"""What a volume calls itself under its title."""

FUNCTION_WORDS = {
    "en": "the of and to in that is for on with as by this are was it be at from which not have has",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce sont",
    "es": "de la que el en y los del se las por un para con no una su al lo como más es sus",
    "it": "di e il la che in a per un del è della i con non una si da le sono alla dei nel",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er die om ook als bij door",
    "sv": "och i att det som en på är av för med den till inte har de ett om var men sig",
    "pl": "w i na z do się nie że o jest to od za po przez dla jak są oraz przy które",
    "ru": "и в не на что с по как из к у за от это для а то о же мы так все",
    "uk": "і в не на що з та до як за від це для у а про є його ми які",
    "tr": "ve bir bu da de için ile olarak olan çok en gibi daha kadar ne var sonra",
    "da": "og i at det er en til af på som med den der de for ikke et har om vi også fra blev",
    "no": "og i at det er en til av på som med den for ikke et har om vi også fra ble seg mellom",
    "fi": "ja on ei että se oli mutta ovat myös joka kun hän niin kuin sekä tai jos voi ole olla mukaan",
    "cs": "a v se na že je s z do to o i k ve pro za by jako jsou který která nebo jsme bylo při",
    "sk": "a v sa na že je s z do to o aj k vo pre za by ako sú ktorý ktorá alebo sme bolo pri",
    "hu": "a az és hogy nem is egy ez meg de volt csak már mint vagy ha azt kell el sem lehet szerint",
    "ro": "de și în la a că cu pe din care nu să se o un este pentru mai prin sunt fi au ca al",
    "ca": "de la i el que a en les els del per un una amb és no al dels es va com són més ha",
    "hr": "i u je se na da su za s od a ne koji o kao što ili bi iz sve te nije će koja",
    "bg": "и на да се в за от не са с че е по това като до ще към или който която има беше",
    "sr": "и у је да се на за су са од не који као о што или би из све није ће али која",
    "el": "και το να του η της με που την από για είναι στο ο οι τα των σε τη δεν στην θα",
}
"""The commonest words of each language: enough to tell running text in one from another."""

SUSPENDING = {
    "en": "and or to nor versus", "de": "und oder bzw beziehungsweise sowie", "nl": "en of tot", "sv": "och eller",
    "da": "og eller", "no": "og eller", "fi": "ja tai eli", "hu": "és vagy illetve", "fr": "et ou", "es": "y o e u",
    "it": "e o ed", "pt": "e ou", "ca": "i o", "ro": "și sau", "pl": "i oraz lub", "cs": "a i nebo či",
    "sk": "a i alebo či", "ru": "и или", "uk": "і та або", "bg": "и или",
    "": "und oder bzw sowie and or",
}  # fmt: skip
"""What goes on after a hyphen that stands for the second half of a word ("pre- and post-war", "Hin- und Rückweg");
under the empty tag, the words that are taken so where the language is not known.
"""

PART_WORDS = frozenset({
    "part", "volume", "book", "division", "teil", "abteilung", "band", "partie", "tome", "parte", "tomo", "deel", "del",
    "część", "часть", "том",
})  # fmt: skip
"""What a volume is divided into, above sessions; with a number."""

DAY_WORDS = frozenset({
    "day", "tag", "verhandlungstag", "journée", "jour", "jornada", "día", "giornata", "giorno", "dia", "dag", "dzień",
    "день", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "sonnabend", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
})  # fmt: skip
"""Days, by number or by name."""

SESSION_WORDS = frozenset({
    "session", "sessions", "sitting", "meeting", "panel", "workshop", "roundtable", "hearing",
    "sitzung", "vormittagssitzung", "nachmittagssitzung", "hauptsitzung", "séance", "séances",
    "sesión", "mesa", "ponencias", "seduta", "sessione", "sessão", "sessao", "zitting", "sessie", "session:", "sesja",
    "zasedání", "заседание", "секция", "сессия", "分会", "第一分会", "专题",
})  # fmt: skip
"""What a meeting is divided into."""

ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "one", "two", "three", "four", "five", "six", "opening", "closing", "final", "last", "plenary",
    "general",
    "business", "afternoon", "morning", "evening", "forenoon", "public", "executive",
    "erste", "erster", "erstes", "zweite", "zweiter", "zweites", "dritte", "dritter", "drittes", "vierte", "vierter",
    "fünfte", "fünfter", "sechste", "siebte", "siebente", "achte", "öffentliche", "geschlossene",
    "première", "premier", "deuxième", "seconde", "troisième", "quatrième", "cinquième", "sixième",
    "primera", "primer", "segunda", "segundo", "tercera", "tercer", "cuarta", "quinta", "sexta", "prima", "primo",
    "seconda", "secondo", "terza", "terzo", "quarta", "primeira", "primeiro", "terceira", "matin", "après-midi",
    "первое", "второе", "третье", "четвёртое", "первый", "второй", "третий", "первая", "вторая", "третья", "утреннее",
    "вечернее", "пленарное",
})  # fmt: skip
"""Numbers in words, and what else tells one meeting of a series from another."""

FRONT_MATTER = {
    "introductory remarks": "introduction", "introductory note": "introduction", "list of officers": "officers",
    "officers and": "officers", "officers of": "officers",
    "preface": "preface", "foreword": "foreword", "introduction": "introduction", "introductory": "introduction",
    "prefatory": "preface", "acknowledgements": "acknowledgements", "acknowledgments": "acknowledgements",
    "welcome message": "preface", "message from the": "preface", "letter from the": "preface",
    "organizing committee": "committees", "organising committee": "committees", "program committee": "committees",
    "programme committee": "committees", "organization": "committees", "committees": "committees",
    "editors' note": "preface", "editor's note": "preface", "note by the editor": "preface", "note to the": "preface",
    "to the reader": "preface", "advertisement": "preface", "officers": "officers", "about this": "preface",
    "vorwort": "preface", "geleitwort": "foreword", "einleitung": "introduction", "vorbemerkung": "preface",
    "zum geleit": "foreword", "avant-propos": "foreword", "préface": "preface", "présentation": "preface",
    "avertissement": "preface", "remerciements": "acknowledgements", "prólogo": "foreword", "prefacio": "preface",
    "presentación": "preface", "introducción": "introduction", "agradecimientos": "acknowledgements",
    "prefazione": "preface", "premessa": "foreword", "presentazione": "preface", "introduzione": "introduction",
    "prefácio": "preface", "apresentação": "preface", "introdução": "introduction", "voorwoord": "preface",
    "woord vooraf": "preface", "ten geleide": "foreword",
    "inleiding": "introduction", "förord": "preface", "forord": "preface", "przedmowa": "preface",
    "wstęp": "introduction", "předmluva": "preface", "предисловие": "preface", "введение": "introduction",
    "от редакции": "preface", "передмова": "preface", "前言": "preface", "序": "preface", "序言": "preface",
    "はじめに": "preface",
}  # fmt: skip
"""How pieces before the first contribution begin, and the kind of matter that each is."""

BACK_MATTER = {
    "appendix": "appendix", "appendices": "appendix", "annex": "annex", "annexes": "annex", "annexe": "annex",
    "exhibit": "annex", "anlage": "annex", "anlagen": "annex", "anhang": "annex", "beilage": "annex",
    "beilagen": "annex", "anexo": "annex", "anexos": "annex", "apéndice": "appendix", "allegato": "annex",
    "allegati": "annex", "appendice": "appendix", "bijlage": "annex", "bijlagen": "annex", "bilaga": "annex",
    "bilag": "annex", "aneks": "annex", "załącznik": "annex", "příloha": "annex", "приложение": "annex",
    "приложения": "annex", "додаток": "annex", "附录": "annex", "附錄": "annex", "付録": "annex",
    "index": "index", "author index": "index", "index of names": "index", "index of authors": "index",
    "namenregister": "index", "register": "index",
    "sachregister": "index", "índice de autores": "index", "index des": "index",
    "указатель": "index", "glossary": "glossary", "glossar": "glossary", "bibliography": "bibliography",
    "list of participants": "participants", "participants": "participants", "list of attendees": "participants",
    "list of attendance": "participants", "attendance": "participants", "list of members": "participants",
    "list of delegates": "participants", "teilnehmer": "participants", "teilnehmerverzeichnis": "participants",
    "teilnehmerliste": "participants", "liste der teilnehmer": "participants", "anwesenheitsliste": "participants",
    "liste des participants": "participants", "lista de participantes": "participants",
    "lijst van deelnemers": "participants", "deelnemerslijst": "participants", "deelnemers": "participants",
    "indice dei": "index", "índice onomástico": "index", "index locorum": "index", "personenregister": "index",
    "elenco dei partecipanti": "participants", "список участников": "participants", "与会者名单": "participants",
    "colophon": "colophon", "impressum": "colophon", "errata": "errata", "corrigenda": "errata",
    "constitution": "appendix", "by-laws": "appendix", "bylaws": "appendix", "constitution and": "appendix",
    "programme": "programme", "program": "programme", "programm": "programme", "programa": "programme",
    "agenda": "programme", "notes on contributors": "contributors", "about the authors": "contributors",
}  # fmt: skip
"""How pieces after the last contribution begin, and the kind of matter that each is."""

EVENTS = frozenset({
    "applause", "laughter", "cheers", "cheering", "hear", "cries", "interruption", "interruptions", "pause", "recess",
    "adjourned", "music", "silence", "hisses", "loud", "prolonged", "renewed", "laughing", "applauding", "crosstalk",
    "inaudible", "beifall", "heiterkeit", "zuruf", "zurufe", "lachen", "unruhe", "widerspruch", "zustimmung", "glocke",
    "unterbrechung", "schluss", "bravo", "hört", "lebhafter", "applaudissements", "rires", "sourires",
    "exclamations", "bravos", "aplausos", "risas", "rumores", "applausi", "risate", "ilarità",
    "commenti", "risos", "applaus", "gelach", "applåder", "oklaski", "potlesk", "аплодисменты", "смех",
    "оживление", "оплески", "掌声", "笑声", "拍手",
})  # fmt: skip
"""What happens while people speak, printed in brackets."""

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec",
    "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
    "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre",
    "dicembre", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro", "januari", "februari", "maart", "mei", "augustus", "augusti", "maj", "marts",
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia", "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září",
    "října", "listopadu", "prosince", "január", "február", "március", "április", "május", "június", "július",
    "augusztus", "szeptember", "október", "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta",
    "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
})  # fmt: skip
"""Months as they stand after the day."""

NOTES_HEADINGS = frozenset({
    "footnotes", "footnote", "notes", "endnotes", "fußnoten", "anmerkungen", "endnoten", "fussnoten",
    "notes de bas de page", "notas", "notas al pie", "note", "note a piè di pagina", "notas de rodapé", "noten",
    "voetnoten", "noter", "fotnoter", "przypisy", "poznámky", "jegyzetek", "примечания", "сноски", "注释", "注釋", "注",
    "脚注",
})  # fmt: skip
"""Lines over notes that are printed together."""

NOTE_WORDS = frozenset({
    "footnote", "note", "endnote", "fußnote", "fussnote", "anmerkung", "nota", "voetnoot", "fotnot", "przypis",
    "примечание", "сноска", "注",
})  # fmt: skip
"""What a transcriber writes before a note's number: "[Footnote 1: ...]"."""

REFERENCES_HEADINGS = frozenset({
    "references", "bibliography", "works cited", "literature", "sources", "literatur", "literaturverzeichnis",
    "quellen", "références", "bibliographie", "références bibliographiques", "referencias", "bibliografía",
    "bibliografia", "riferimenti bibliografici", "referências", "literatuur", "litteratur", "referenser",
    "kirjallisuus", "literatura", "irodalom", "литература", "список литературы", "библиография", "参考文献", "參考文獻",
})  # fmt: skip
"""Lines over a bibliography, whose entries are cited by marks as notes are called."""

DISCUSSIONS = frozenset({
    "discussion", "discussions", "general discussion", "debate", "questions", "questions and answers", "q & a", "q&a",
    "question and answer session", "diskussion", "aussprache", "debatte", "discussion générale", "débat", "débats",
    "discusión", "debates", "coloquio", "discussione", "dibattito", "discussão", "discussie", "diskusja", "diskuse",
    "дискуссия", "обсуждение", "прения", "讨论",
})  # fmt: skip
"""Headings of what is said about a contribution after it; no contribution of their own."""

SAYING = frozenset({
    "said", "stated", "asked", "thanked", "replied", "observed", "noted", "recalled", "expressed", "welcomed",
    "pointed", "proposed", "supported", "endorsed", "introduced", "agreed", "requested", "wished", "announced", "drew",
    "considered", "felt", "thought", "believed", "suggested", "declared", "explained", "reported", "remarked",
    "speaking", "introducing", "regretted", "shared", "hoped", "doubted", "took", "called", "referred",
    "informed", "invited", "associated", "commended", "congratulated", "emphasized", "stressed",
    "sagte", "erklärte", "führte", "fragte", "dankte", "berichtete", "déclare", "dit", "demande", "remercie",
    "rappelle", "souligne", "estime", "dijo", "dice", "manifestó", "señaló", "preguntó", "disse", "dichiara",
})  # fmt: skip
"""What is behind the name in a record that reports speech instead of quoting it."""

EDITED = (
    "edited", "editor", "eds", "ed.", "herausgegeben", "hrsg", "bearbeitet", "sous la direction", "publié", "editado",
    "edición", "coordina", "a cura", "organizado", "onder redactie", "redigerad", "под ред", "составител", "redakcja",
    "prepared by", "compiled", "reported by", "published",
)  # fmt: skip
"""How lines about those who made the volume begin; they sign no piece of it."""
