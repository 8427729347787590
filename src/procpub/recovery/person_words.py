"""The words that stand around people's names, in several languages. Data.

Keys are case-folded and written without the stop at their end. A word belongs here only if it serves any volume in its
language; names of countries and places come from kept data (countries.py).
"""

TITLES = frozenset({
    "m", "d", "mr", "mrs", "ms", "miss", "cllr", "ald", "councillor", "supt", "msgr", "mgr", "de heer",
    "mevrouw", "dhr", "mevr", "mister", "messrs", "mx", "master", "madam", "madame", "sir", "dame", "lord",
    "lady", "dr", "drs", "doctor", "prof", "profs", "professor", "professors", "emeritus professor",
    "professor emeritus", "assoc. prof", "assoc.prof", "asst. prof", "assist. prof", "associate professor",
    "assistant professor", "prof. em", "prof. (em.)", "hon", "the hon", "honorable", "honourable", "the honorable",
    "the honourable", "right hon", "the right hon", "rt. hon", "the rt. hon", "rt hon", "the rt hon",
    "right honourable", "the right honourable", "the right honorable", "rev", "the rev", "reverend",
    "the reverend", "very rev", "the very rev", "the most rev", "most rev", "right rev", "the right rev",
    "rt. rev", "the rt. rev", "h. e", "h.e", "h.h", "h. h", "h.r.h", "h. r. h", "his excellency",
    "her excellency", "their excellencies", "his eminence", "his holiness", "his grace", "his honor",
    "his honour", "her honour", "her honor", "his royal highness", "her royal highness", "his highness",
    "her highness", "his majesty", "her majesty", "senator", "senators", "representative", "congressman",
    "congresswoman", "delegate", "councilman", "alderman", "ambassador", "judge", "justice",
    "mayor", "governor", "lieutenant governor", "lieut", "lieutenant", "general", "major", "major general",
    "brigadier", "brigadier general", "lieutenant general", "colonel", "lieutenant colonel", "lt. col",
    "lt. gen", "maj. gen", "brig. gen", "captain", "sergeant", "commander", "admiral", "rear admiral",
    "vice admiral", "bishop", "archbishop", "cardinal", "father", "fr", "brother", "sister", "pastor", "rabbi",
    "imam", "sheikh", "shaykh", "prince", "princess", "baron", "baroness", "count", "countess", "marquis",
    "viscount", "shri", "smt", "haji", "datuk", "dato", "tan sri", "engr", "eng", "arch", "atty", "attorney",
    "comrade", "messieurs",
    # German
    "herr", "herrn", "herren", "frau", "fräulein", "doktor", "dr. h.c", "dr. h. c", "h.c", "h. c", "h. c. mult",
    "h.c. mult", "dr.-ing", "dr.-ing. e.h", "dr. rer. nat", "dr. med", "dr. jur", "dr. phil", "dr. iur",
    "dr. rer. pol", "dr. theol", "dr. habil", "habil", "dipl.-ing", "dipl.-kfm", "dipl.-phys", "dipl.-volksw",
    "dipl. ing", "mag", "priv.-doz", "privatdozent", "pd", "univ.-prof", "a.o. prof", "ao. prof", "jun.-prof",
    "geh. rat", "geheimrat", "geheimer rat", "geh. reg.-rat", "geh. medizinalrat", "geh. regierungsrat",
    "hofrat", "sanitätsrat", "medizinalrat", "regierungsrat", "kommerzienrat", "justizrat", "freiherr", "frhr",
    "graf", "gräfin", "fürst", "abg", "abgeordneter", "abgeordnete", "abgeordneten", "genosse", "genossin",
    "kollege", "kollegin", "pfarrer", "pater", "bischof", "seine exzellenz", "ihre exzellenz",
    "seiner exzellenz", "ihrer exzellenz", "s. exz", "s.e", "s. e", "botschafter", "botschafterin",
    "professorin",
    # French
    "mm", "mme", "mmes", "mlle", "monsieur", "mademoiselle", "mesdames", "me", "maître", "pr", "docteur",
    "le docteur", "le professeur", "professeur", "le dr", "le pr", "son excellence", "son éminence", "s.e.m",
    "s. e. m", "sénateur", "l'abbé", "abbé", "monseigneur", "le général", "le comte", "le baron",
    "le marquis", "le citoyen", "citoyen",
    # Spanish and Portuguese
    "sr", "sra", "srta", "sres", "sras", "señor", "señora", "señorita", "señores", "el señor", "la señora",
    "la señorita", "los señores", "las señoras", "el sr", "la sra", "la srta", "don", "doña", "dña", "d.ª",
    "dª", "excmo", "excma", "excmo. sr", "excma. sra", "ilmo", "ilma", "ilmo. sr", "su excelencia",
    "s. e. el sr", "dra", "doctora", "profesor", "profesora", "el dr", "la dra", "el doctor", "la doctora",
    "el profesor", "la profesora", "lic", "licenciado", "licenciada", "el diputado", "la diputada", "diputado",
    "diputada", "senador", "senadora", "o sr", "a sra", "o senhor", "a senhora", "senhor", "senhora",
    "o sr. deputado", "a sr.ª", "sr.ª", "professora", "doutor", "doutora", "sua excelência", "exmo. sr",
    "exma. sra", "deputado", "deputada", "dom",
    # Italian
    "sig", "sig.ra", "sig.na", "signor", "signore", "signora", "signorina", "dott", "dott.ssa", "dottor",
    "dottore", "dottoressa", "professore", "professoressa", "prof.ssa", "il prof", "la prof.ssa", "il dott",
    "il sig", "onorevole", "on", "l'on", "avv", "ing", "sua eccellenza", "cav", "comm",
    # Dutch, the North, the East
    "mw", "ir", "mr. dr", "herra", "rouva", "hr", "fru", "fröken",
    "frøken", "pan", "pani", "poseł", "posłanka", "ks", "paní", "mudr", "judr", "phdr", "rndr", "doc", "úr",
    "asszony", "domnul", "doamna", "dl", "dna", "sayın", "bay", "bayan", "г-н", "г-жа", "господин", "госпожа",
    "господина", "тов", "товарищ", "проф", "профессор", "профессора", "д-р", "доктор", "доктора", "акад",
    "академик", "академика", "депутат", "пан", "пані", "κ", "κύριος", "κυρία",
})  # fmt: skip
"""What stands before a name and is no part of it."""

TITLES_WITH_STOP = frozenset({
    "on", "ing", "eng", "arch", "sig", "mag", "comm", "cav", "doc", "ir", "fr", "me", "pr", "count", "dl",
    "lic", "ks", "hr", "pd", "tov", "κ", "bay",
})  # fmt: skip
"""Titles that are words or names without the stop."""

TITLES_BY_LANGUAGE = {
    "m": ("fr",), "d": ("es",), "don": ("es", "it"), "doña": ("es",), "pan": ("pl", "cs", "sk"), "pani": ("pl",),
    "dom": ("pt",), "mm": ("fr",), "me": ("fr",), "fr": ("en",), "bay": ("tr",), "úr": ("hu",), "pr": ("fr",),
    "general": ("en", "es", "pt", "de"), "d.ª": ("es", "pt"), "dª": ("es", "pt"), "ir": ("nl",),
}  # fmt: skip
"""Titles that are initials or names in other languages than these; "M." opens a name in English."""

RANKS_WITH_STOP = frozenset({
    "gen", "lt", "col", "capt", "cpt", "maj", "sgt", "cmdr", "adm", "gov", "sen", "rep", "dep", "amb", "insp",
    "supt", "sec", "pres", "min", "brig",
})  # fmt: skip
"""Titles that are abbreviations: nothing without the stop."""

WOMEN = frozenset({
    "mrs", "ms", "miss", "madam", "madame", "dame", "lady", "sister", "frau", "fräulein", "mme", "mlle", "sra",
    "srta", "señora", "señorita", "la señora", "la sra", "doña", "dña", "a sra", "senhora", "a senhora",
    "signora", "signorina", "sig.ra", "mevrouw", "mevr", "mw", "fru", "pani", "paní", "г-жа", "госпожа", "пані",
    "abgeordnete", "dra", "professorin", "dott.ssa", "prof.ssa", "her excellency", "congresswoman",
})  # fmt: skip
"""Titles of women: who bears one is nobody who bears one of men."""

MEN = frozenset({
    "mr", "mister", "sir", "lord", "brother", "father", "herr", "herrn", "monsieur", "m", "sr", "señor",
    "el señor", "el sr", "don", "d", "o sr", "senhor", "o senhor", "signor", "sig", "de heer", "dhr", "pan",
    "г-н", "господин", "пан", "abgeordneter", "his excellency", "congressman", "de hr", "hr",
})  # fmt: skip
"""Titles of men."""

DEGREES = frozenset({
    "md", "phd", "ma", "ba", "ms", "bs", "msc", "bsc", "mba", "lld", "llb", "llm", "dd", "jd", "dsc", "scd",
    "dphil", "edd", "esq", "esquire", "obe", "mbe", "cbe", "kbe", "dbe", "kcb", "kcmg", "cmg", "cb", "gcb",
    "gcmg", "frs", "frse", "frcs", "frcp", "mrcs", "fsa", "mp", "mps", "mdb", "mdl", "mdep", "mep", "mla",
    "mlc", "qc", "kc", "sc", "sj", "op", "osb", "ofm", "rn", "pe", "cpa", "mpa", "mpp", "mph", "dvm", "dds",
    "littd", "dlitt", "lhd", "thd", "stb", "std", "drph", "meng", "beng", "bd", "ret", "retd", "usn", "usmc",
    "cm", "oc", "am", "ao", "ac", "vc", "gbe", "fba", "bsa", "mfa", "msw", "fieee", "мп", "дэн", "ктн", "кэн",
    "дтн", "днм", "кфн", "дфн", "дин", "кин",
})  # fmt: skip
"""What follows a name and is no part of it, without stops and spaces."""

SURE_DEGREES = frozenset({
    "phd", "md", "mdb", "mdl", "mep", "obe", "mbe", "cbe", "kbe", "frs", "lld", "esq", "esquire", "dphil",
    "msc", "bsc", "mba", "dsc", "jd", "rn", "dds", "dvm", "frcs", "frcp", "mph",
})  # fmt: skip
"""Degrees that need neither stops nor a comma before them."""

GENERATIONS = frozenset({
    "jr", "jun", "junr", "sr", "sen", "senr", "ii", "iii", "iv", "fils", "père", "filho", "júnior",
})  # fmt: skip
"""What follows a name and belongs to it."""

PARTICLES = frozenset({
    "al", "af", "av", "ap", "aus", "bin", "bint", "binti", "ben", "d", "da", "das", "de", "dei", "degli", "del",
    "dela", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "ibn", "in", "im", "la",
    "las", "le", "les", "li", "los", "lo", "op", "o", "of", "abu", "ter", "ten", "te", "thoe", "'t", "und",
    "van", "vander", "ver", "vom", "von", "y", "i", "zu", "zum", "zur", "zer", "ul", "ur", "ud", "ould", "st",
    "san", "de'", "dall",
})  # fmt: skip
"""Small words inside a name."""

STRONG_PARTICLES = frozenset({
    "van", "von", "vom", "zu", "bin", "ibn", "bint", "ter", "ten", "af", "av", "al", "el",
})  # fmt: skip
"""Particles that hardly stand in titles of talks."""

LOWERED = frozenset({
    "van", "von", "vom", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos",
    "du", "des", "ter", "ten", "te", "af", "av", "bin", "ibn", "bint", "und", "y", "e", "of",
})  # fmt: skip
"""Particles that are small in a name given in capitals."""

LOWERED_AFTER = frozenset({"la", "las", "le", "los", "lo", "'t"})
"""Particles that are so behind another one only."""

CHAIRS = frozenset({
    "chairman", "chairwoman", "chairperson", "chair", "chairmen", "co-chair", "co-chairman", "president",
    "speaker", "moderator", "facilitator", "presider", "presiding officer", "presiding judge", "toastmaster",
    "vorsitzender", "vorsitzende", "vorsitzenden", "präsident", "präsidentin", "vizepräsident",
    "vizepräsidentin", "alterspräsident", "alterspräsidentin", "altersvorsitzender", "landtagspräsident",
    "landtagspräsidentin", "bundestagspräsident", "bundestagspräsidentin", "obmann", "obfrau", "sitzungsleiter",
    "sitzungsleiterin", "tagungsleiter", "tagungsleiterin", "moderatorin", "diskussionsleiter",
    "diskussionsleiterin", "gesprächsleiter", "président", "présidente", "vice-président", "vice-présidente",
    "modérateur", "modératrice", "presidente", "presidenta", "vicepresidente", "vicepresidenta",
    "vice-presidente", "moderador", "moderadora", "moderatore", "moderatrice", "voorzitter", "ondervoorzitter",
    "talman", "talmannen", "ordförande", "ordföranden", "formand", "formanden", "presidenten", "ordstyrer",
    "puheenjohtaja", "puhemies", "przewodniczący", "przewodnicząca", "marszałek", "wicemarszałek", "předseda",
    "předsedkyně", "místopředseda", "predseda", "elnök", "alelnök", "președinte", "președintele", "başkan",
    "председатель", "председательствующий", "председательствующая", "ведущий", "ведущая", "модератор", "спикер",
    "головуючий", "голова", "председателят", "πρόεδρος", "προεδρεύων", "主席", "議長", "议长", "主持人", "委員長",
    "座長", "司会", "会长",
})  # fmt: skip
"""Who presides."""

CHAIR_MODIFIERS = frozenset({
    "vice", "acting", "deputy", "temporary", "senior", "honorary", "co", "interim", "pro", "tem", "tempore",
    "session", "presiding", "mr", "mrs", "ms", "madam", "madame", "herr", "frau", "monsieur", "m", "le", "la",
    "el", "il", "the", "der", "die", "o", "a", "señor", "señora", "sr", "sra", "amtierender", "amtierende",
    "stellvertretender", "stellvertretende", "de", "séance", "sesión", "provisional", "d'âge", "heer", "of",
    "meeting", "sitzung", "in", "interino", "interina", "élu", "l'on", "on", "den", "pan", "pani", "г-н",
    "господин", "заседания", "facente", "funzione", "i",
})  # fmt: skip
"""What may stand beside the word for who presides without making it another office."""

COLLECTIVE = frozenset({
    "member", "members", "voice", "voices", "delegate", "delegates", "participant", "participants", "audience",
    "speaker", "speakers", "guest", "guests", "student", "students", "woman", "man", "questioner",
    "representative", "representatives", "panelist", "panellist", "attendee", "senators", "senator",
    "abgeordneter", "abgeordnete", "abgeordneten", "stimme", "stimmen", "zuruf", "zurufe", "zwischenruf",
    "zwischenrufe", "teilnehmer", "teilnehmerin", "zuhörer", "publikum", "mitglied", "mitglieder",
    "fragesteller", "voix", "membre", "membres", "député", "députés", "délégué", "délégués", "sénateur",
    "sénateurs", "auditeur", "intervenant", "public", "salle", "voz", "voces", "diputado", "diputados",
    "delegado", "delegados", "miembro", "miembros", "público", "voce", "voci", "deputato", "deputati", "vozes",
    "deputado", "deputados", "membro", "membros", "stem", "stemmen", "lid", "leden", "röst", "röster", "głos",
    "głosy", "głos z sali", "hlas", "hlasy", "голос", "голоса", "реплика", "众", "问", "答", "question", "answer",
    "q", "frage", "antwort", "interviewer", "operator",
})  # fmt: skip
"""Nobody in particular."""

ALONE_COLLECTIVE = frozenset({
    "voice", "voices", "members", "delegates", "audience", "zuruf", "zurufe", "zwischenruf", "zwischenrufe",
    "stimmen", "stimme", "publikum", "voix", "voces", "voci", "vozes", "stemmen", "głosy", "hlasy", "голос",
    "голоса", "реплика", "众", "q", "question", "answer", "frage", "antwort", "participants", "interviewer",
    "questioner", "fragesteller", "问", "答", "operator",
})  # fmt: skip
QUANTIFIERS = frozenset({
    "a", "an", "the", "one", "some", "several", "many", "various", "all", "other", "another", "certain", "few",
    "numerous", "unidentified", "unknown", "unnamed", "male", "female", "hon", "honorable", "honourable",
    "from", "floor", "of", "in", "ein", "eine", "einige", "mehrere", "viele", "verschiedene", "alle", "aus",
    "dem", "von", "der", "unbekannter", "unbekannte", "weitere", "un", "une", "plusieurs", "divers", "diverses",
    "autre", "autres", "nombreux", "nombreuses", "quelques", "dans", "la", "le", "sur", "una", "varios",
    "varias", "algunos", "muchos", "otro", "otra", "unos", "vari", "varie", "alcuni", "altri", "voci", "um",
    "uma", "vários", "várias", "outro", "outra", "een", "enkele", "verschillende", "en", "flera", "z", "sali",
    "ze", "sálu", "с", "места", "мест", "из", "зала", "opposition", "government", "left", "right", "centre",
    "center", "gallery", "unidentifizierter", "e", "y", "et", "und", "and",
})  # fmt: skip
"""How many and which of them."""

OFFICES = frozenset({
    "minister", "ministers", "secretary", "undersecretary", "under-secretary", "under-secretary-general",
    "secretary-general", "director", "director-general", "directors", "president", "vice-president", "chairman",
    "chairwoman", "chairperson", "chair", "co-chair", "vice-chair", "vice-chairman", "head", "chief",
    "professor", "lecturer", "reader", "fellow", "researcher", "scholar", "scientist", "analyst", "expert",
    "adviser", "advisor", "counsellor", "counselor", "consultant", "commissioner", "ambassador", "envoy",
    "governor", "mayor", "member", "senator", "representative", "delegate", "deputy", "spokesman",
    "spokeswoman", "spokesperson", "manager", "officer", "coordinator", "co-ordinator", "dean", "provost",
    "rector", "chancellor", "vice-chancellor", "principal", "editor", "journalist", "writer", "author",
    "engineer", "architect", "librarian", "archivist", "curator", "teacher", "student", "candidate",
    "physician", "surgeon", "superintendent", "inspector", "treasurer", "registrar", "assistant", "associate",
    "attorney", "solicitor", "counsel", "judge", "justice", "general", "commander", "captain", "colonel",
    "major", "admiral", "bishop", "archbishop", "priest", "pastor", "king", "queen", "prince", "premier",
    "founder", "co-founder", "owner", "specialist", "clerk", "agent", "attaché", "consul", "rapporteur",
    "moderator", "speaker", "leader", "horticulturist", "botanist", "economist", "chemist", "geologist",
    "historian", "lawyer", "farmer", "ceo", "cto", "cfo", "postdoc", "intern", "trustee", "overseer",
    "administrator", "executive", "convener", "convenor", "organizer", "organiser", "congressman",
    "congresswoman", "councillor", "pathologist", "entomologist", "pomologist", "forester", "nurse", "artist",
    "poet",
    # German
    "ministerin", "kanzler", "kanzlerin", "präsident", "präsidentin", "vizepräsident", "vizepräsidentin",
    "vorsitzender", "vorsitzende", "vorsitzenden", "direktor", "direktorin", "leiter", "leiterin", "sekretär",
    "sekretärin", "beauftragter", "beauftragte", "sprecher", "sprecherin", "referent", "referentin",
    "professorin", "dozent", "dozentin", "botschafter", "botschafterin", "bürgermeister", "bürgermeisterin",
    "oberbürgermeister", "oberbürgermeisterin", "senatorin", "rektor", "rektorin", "dekan", "dekanin",
    "mitglied", "geschäftsführer", "geschäftsführerin", "intendant", "landrat", "landrätin", "stadtrat",
    "richter", "richterin", "anwalt", "anwältin", "rechtsanwalt", "rechtsanwältin", "arzt", "ärztin", "pfarrer",
    "bischof", "wissenschaftler", "wissenschaftlerin", "mitarbeiter", "mitarbeiterin", "berater", "beraterin",
    "schriftsteller", "schriftstellerin", "redakteur", "redakteurin", "abgeordneter", "abgeordnete",
    "berichterstatter", "berichterstatterin", "oberarzt", "chefarzt", "lehrer", "lehrerin", "ingenieur",
    "fabrikbesitzer", "generalsekretär", "generalsekretärin",
    # French
    "ministre", "secrétaire", "directeur", "directrice", "président", "présidente", "vice-président",
    "vice-présidente", "professeur", "professeure", "maître", "chercheur", "chercheuse", "ambassadeur",
    "ambassadrice", "maire", "recteur", "doyen", "doyenne", "chef", "conseiller", "conseillère", "député",
    "députée", "sénateur", "sénatrice", "membre", "rapporteure", "commissaire", "préfet", "délégué", "déléguée",
    "responsable", "chargé", "chargée", "avocat", "médecin", "ingénieur", "gouverneur", "inspecteur", "docteur",
    # Spanish, Portuguese, Italian
    "ministro", "ministra", "secretario", "secretaria", "directora", "presidente", "presidenta",
    "vicepresidente", "vicepresidenta", "profesor", "profesora", "catedrático", "catedrática", "investigador",
    "investigadora", "embajador", "embajadora", "alcalde", "alcaldesa", "decano", "decana", "jefe", "jefa",
    "consejero", "consejera", "diputado", "diputada", "senador", "senadora", "miembro", "gobernador",
    "gobernadora", "subsecretario", "subsecretaria", "coordinador", "coordinadora", "representante", "abogado",
    "médico", "ingeniero", "secretário", "secretária", "diretor", "diretora", "professora", "reitor", "reitora",
    "pesquisador", "pesquisadora", "embaixador", "prefeito", "deputado", "deputada", "coordenador", "membro",
    "segretario", "segretaria", "direttore", "direttrice", "professore", "professoressa", "ricercatore",
    "ricercatrice", "ambasciatore", "sindaco", "rettore", "preside", "capo", "consigliere", "deputato",
    "senatore", "sottosegretario", "docente", "vescovo", "avvocato", "onorevole", "doctor",
    # Dutch, the North, the East
    "staatssecretaris", "voorzitter", "hoogleraar", "burgemeester", "secretaris", "lid", "minister-president",
    "statsminister", "statsråd", "ordförande", "direktör", "direktør", "formand", "generalsekreterare",
    "prezes", "przewodniczący", "dyrektor", "prezydent", "poseł", "ředitel", "ministr", "předseda", "děkan",
    "igazgató", "miniszter", "elnök", "директор", "министр", "министра", "председатель", "заместитель",
    "начальник", "президент", "профессор", "доцент", "руководитель", "заведующий", "секретарь", "посол",
    "депутат", "ректор", "декан", "научный", "сотрудник", "советник", "директора", "президента", "主任", "教授",
    "部长", "所长", "院长", "会长", "研究员", "大使", "主席", "书记", "総裁", "大臣",
})  # fmt: skip
"""Nouns for what somebody is or does."""

OFFICE_ENDINGS = (
    "minister", "ministerin", "kanzler", "kanzlerin", "präsident", "präsidentin", "sekretär", "sekretärin",
    "vorsitzender", "vorsitzende", "leiter", "leiterin", "direktor", "direktorin", "referent", "referentin",
    "sprecher", "sprecherin", "beauftragter", "beauftragte", "professor", "professorin", "assistent",
    "assistentin", "mitarbeiter", "mitarbeiterin", "meister", "meisterin", "inspektor", "dozent", "dozentin",
    "kommissar", "kommissarin", "ologist", "ologe", "ologin",
)  # fmt: skip
"""How compounds that name an office end: "Bundeskanzlerin", "Staatssekretär"."""

OFFICES_BEFORE = frozenset({
    "präsidenten", "vorsitzenden", "ministers", "direktors", "rektors", "dekans",
    "president", "chairman", "chairwoman", "chair", "speaker", "minister", "secretary", "commissioner", "dean",
    "director", "chancellor", "moderator", "premier", "vice president", "vice-president", "prime minister",
    "attorney general", "secretary-general", "foreign minister", "präsident", "präsidentin", "vizepräsident",
    "vizepräsidentin", "alterspräsident", "alterspräsidentin", "vorsitzender", "vorsitzende", "ministerin",
    "staatsminister", "staatsministerin", "staatssekretär", "staatssekretärin", "parl. staatssekretär",
    "parl. staatssekretärin", "bundesminister", "bundesministerin", "bundeskanzler", "bundeskanzlerin",
    "ministerpräsident", "ministerpräsidentin", "bundespräsident", "bundespräsidentin", "bürgermeister",
    "bürgermeisterin", "oberbürgermeister", "oberbürgermeisterin", "senatorin", "direktor", "direktorin",
    "rektor", "rektorin", "stadtrat", "stadträtin", "berichterstatter", "berichterstatterin", "obmann",
    "generalsekretär", "generalsekretärin", "landesrat", "landesrätin", "le président", "la présidente",
    "le ministre", "la ministre", "el presidente", "la presidenta", "el ministro", "la ministra", "presidente",
    "presidenta", "ministro", "ministra", "voorzitter", "talmannen", "talman", "statsminister", "statsrådet",
    "statsråd", "ministeren", "marszałek", "wicemarszałek", "poseł", "председатель", "министр", "président",
    "présidente", "ministre", "rapporteur", "premier ministre", "secrétaire", "il presidente", "la presidente",
    "principal", "superintendent", "inspector", "detective",
})  # fmt: skip
"""Offices that stand before a name as titles do."""

BYLINE_WORDS = (
    "by", "von", "vom", "par", "por", "di", "da", "door", "av", "af", "przez", "written by",
    "prepared by", "presented by", "submitted by", "read by", "delivered by", "edited by", "reported by",
    "vorgetragen von", "vorgelegt von", "verfasst von", "referat von", "présenté par", "présentée par",
    "presentado por", "presentada por", "apresentado por", "presentato da", "pronunciada por",
    "pronunciado por", "a cargo de", "pelo", "pela", "del", "dal",
)  # fmt: skip
"""What a line of authors begins with."""

AUTHOR_WORDS = frozenset({
    "author", "authors", "author(s)", "speaker", "speakers", "presenter", "presenters", "lecturer", "autor",
    "autoren", "autorin", "verfasser", "referent", "referentin", "referenten", "redner", "rednerin", "auteur",
    "auteurs", "autores", "ponente", "ponentes", "autore", "autori", "relatore", "relatori", "автор", "авторы",
    "докладчик", "作者",
})  # fmt: skip
"""What stands before a colon and the authors."""

NOT_NAMES = frozenset({
    "change", "climate", "energy", "policy", "policies", "security", "world", "war", "peace", "health",
    "education", "development", "research", "science", "history", "future", "past", "new", "old", "global",
    "national", "international", "state", "public", "social", "political", "economic", "law", "rights", "human",
    "water", "data", "analysis", "study", "studies", "theory", "methods", "system", "systems", "design",
    "model", "models", "review", "case", "questions", "question", "answers", "answer", "note", "notes",
    "resolved", "resolution", "motion", "motions", "bill", "table", "figure", "chapter", "article", "section",
    "example", "page", "keywords", "key", "words", "thank", "thanks", "welcome", "opening", "closing", "dinner",
    "lunch", "luncheon", "break", "coffee", "registration", "reception", "invocation", "prayer", "benediction",
    "adjournment", "election", "elections", "report", "reports", "proceedings", "business", "committee",
    "united", "nations", "states", "city", "street", "avenue", "road", "hall", "hotel", "room", "theatre",
    "however", "therefore", "moreover", "today", "now", "yes", "no", "also", "such", "these", "those", "there",
    "here", "gesetz", "antrag", "drucksache", "tagesordnungspunkt", "zusatzpunkt", "frage", "fragen", "anfrage",
    "beschluss", "geschichte", "politik", "wirtschaft", "recht", "entwicklung", "zukunft", "forschung",
    "wissenschaft", "pause", "mittagessen", "eröffnung", "schluss", "tagesordnung", "programm", "titel",
    "thema", "themen", "anmerkung", "hinweis", "beispiel", "abbildung", "tabelle", "kapitel", "seite", "dies",
    "diese", "dieser", "hier", "heute", "ordre", "jour", "loi", "projet", "remarque", "exemple", "tableau",
    "objet", "thème", "orden", "día", "ley", "nota", "tema", "ejemplo", "cuadro", "historia", "ciencia",
    "derecho", "política", "introducción", "legge", "ordine", "giorno", "esempio", "storia", "scienza",
    "вопрос", "ответ", "закон", "примечание", "глава", "таблица", "рисунок", "date", "time", "place", "venue",
    "subject", "subjects", "title", "topic", "topics", "source", "sources", "copyright", "version", "number",
    "volume", "issue", "abstract", "poster", "plenary", "keynote", "tutorial", "demo", "track", "paper",
    "papers", "ladies", "gentlemen", "mesdames", "damen", "herren", "excellencies", "honorary", "annual",
    "monthly", "weekly", "first", "last", "end", "begin", "continued", "appendix", "exhibit", "schedule",
    "witness", "witnesses", "staff", "majority", "minority", "counsel", "reporter", "office", "present",
    "absent", "attendees", "attendance", "voted",
})  # fmt: skip
"""Words of headings and sentences that hardly stand in names."""

SURNAMES = frozenset({
    "king", "prince", "bishop", "major", "dean", "general", "priest", "captain", "judge", "justice", "chancellor",
    "reader", "fellow", "forester", "farmer", "head", "queen", "clerk", "mayor", "lawyer", "pfarrer", "bischof",
    "richter", "meister", "preside", "capo", "alcalde", "pastor", "chef", "poet", "premier", "rector", "marshal",
    "maire", "maître", "doyen", "leader",
})  # fmt: skip
"""Words for offices that are surnames too."""

RUNNING = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may",
    "might", "must", "that", "which", "who", "this", "these", "those", "we", "you", "they", "he", "she", "it", "not",
    "but", "if", "when", "what", "there", "than", "then", "so", "been", "be", "do", "does", "did", "ist", "sind",
    "war", "waren", "hat", "haben", "wird", "werden", "dass", "wir", "sie", "ich", "es", "nicht", "aber", "wenn",
    "est", "sont", "était", "que", "qui", "nous", "vous", "ils", "elles", "ne", "pas", "fue", "se", "no", "pero", "è",
    "sono", "era", "che", "non",
})  # fmt: skip
"""Small words of sentences, in no name, office or place."""
