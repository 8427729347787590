"""The words by which proceedings, in several languages, say what a line is. Data, shared by the passes.

All are compared case-folded. They come from the conventions of the genre (how speakers are announced, addressed and
thanked, what organisations are called), so a word belongs here only if it serves any volume in its language.
"""

CONTENTS_HEADINGS = frozenset({
    "contents", "table of contents", "content", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
    "índice", "indice", "sumario", "sumário", "contenido", "inhoud", "inhoudsopgave", "innehåll", "indhold", "innhold",
    "sisällys", "spis treści", "obsah", "tartalom", "cuprins", "içindekiler", "содержание", "оглавление", "зміст",
    "περιεχόμενα", "目录", "目錄", "目次", "차례",
})  # fmt: skip

KINDS = frozenset({
    "opening remarks", "closing remarks", "concluding remarks", "welcome remarks", "welcoming remarks", "remarks",
    "opening address", "closing address", "welcome address", "keynote address", "address", "opening speech",
    "closing speech", "welcome speech", "keynote speech", "speech", "opening statement", "closing statement",
    "statement", "keynote", "lecture", "presentation", "intervention", "contribution", "comment", "comments", "reply",
    "response", "report", "paper", "message", "greeting", "greetings", "foreword", "preface", "introduction",
    "discussion", "summary", "testimony", "argument", "debate",
    "rede", "ansprache", "begrüßung", "grußwort", "eröffnung", "eröffnungsrede", "schlusswort", "vortrag", "beitrag",
    "stellungnahme", "discours", "allocution", "allocution d'ouverture", "communication", "exposé",
    "discurso", "intervención", "palabras", "palabras de apertura", "ponencia", "palabras de clausura",
    "discorso", "intervento", "relazione", "saluto", "discurso de abertura", "intervenção", "comunicação",
    "выступление", "доклад", "приветствие", "речь", "вступительное слово", "заключительное слово",
})  # fmt: skip
"""What a contribution is called before "by" or "of"."""

CONNECTIVES = ("by", "of", "from", "von", "vom", "par", "de", "di", "du", "da", "por", "del", "door", "av", "af")
"""Between the kind of a contribution and its speaker."""

HONORIFICS = (
    r"H\.\s?E\.", "His Excellency", "Her Excellency", r"Mr\b\.?", r"Mrs\b\.?", r"Ms\b\.?", "Miss", "Madame?", "Sir",
    "Dame", "Lord", "Lady", r"Drs?\b\.?", r"Prof\b\.?", "Professor", r"Assoc\.\s?Prof\.", r"Hon\b\.?",
    "The Honou?rable",
    r"Rev\b\.?", "Senator", "Ambassador", "Judge", "Justice", r"Gen\.", r"Lt\.", r"Col\.", r"Capt\.", r"Ing\.",
    r"Dipl\.-Ing\.", r"h\. ?c\.", "Herr", "Frau", r"M\.", r"Mme\b\.?", "Monsieur", r"Sr\.", r"Sra\.", "Don", "Doña",
    r"Dott\.", "Dottoressa", "Signor", "Signora",
)  # fmt: skip
"""Regular expressions of what stands before a name and is no part of it."""

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
}
"""The commonest words of each language: enough to tell running text in one from another."""
