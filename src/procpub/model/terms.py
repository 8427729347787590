"""The few words that procpub itself puts into an edition, by language."""

_TERMS = {
    "beginning": {
        "cs": "Začátek", "da": "Begyndelse", "de": "Anfang", "el": "Αρχή", "en": "Beginning", "es": "Comienzo",
        "fi": "Alku", "fr": "Début", "hu": "Kezdet", "it": "Inizio", "ja": "本文", "nl": "Begin", "no": "Begynnelse",
        "pl": "Początek", "pt": "Início", "ro": "Început", "ru": "Начало", "sv": "Början", "tr": "Başlangıç",
        "uk": "Початок", "zh": "正文",
    },
    "colophon": {
        "cs": "Tiráž", "da": "Kolofon", "de": "Kolophon", "el": "Κολοφώνας", "en": "Colophon", "es": "Colofón",
        "fi": "Kolofoni", "fr": "Colophon", "hu": "Kolofon", "it": "Colophon", "ja": "奥付", "nl": "Colofon",
        "no": "Kolofon", "pl": "Kolofon", "pt": "Colofão", "ro": "Colofon", "ru": "Выходные сведения",
        "sv": "Kolofon", "tr": "Kolofon", "uk": "Вихідні відомості", "zh": "版本说明",
    },
    "contents": {
        "cs": "Obsah", "da": "Indhold", "de": "Inhalt", "el": "Περιεχόμενα", "en": "Contents", "es": "Índice",
        "fi": "Sisällys", "fr": "Sommaire", "hu": "Tartalom", "it": "Indice", "ja": "目次", "nl": "Inhoud",
        "no": "Innhold", "pl": "Spis treści", "pt": "Sumário", "ro": "Cuprins", "ru": "Содержание", "sv": "Innehåll",
        "tr": "İçindekiler", "uk": "Зміст", "zh": "目录",
    },
    "cover": {
        "cs": "Obálka", "da": "Omslag", "de": "Umschlag", "el": "Εξώφυλλο", "en": "Cover", "es": "Cubierta",
        "fi": "Kansi", "fr": "Couverture", "hu": "Borító", "it": "Copertina", "ja": "表紙", "nl": "Omslag",
        "no": "Omslag", "pl": "Okładka", "pt": "Capa", "ro": "Copertă", "ru": "Обложка", "sv": "Omslag",
        "tr": "Kapak", "uk": "Обкладинка", "zh": "封面",
    },
    "edited-by": {
        "de": "Herausgegeben von {}", "en": "Edited by {}", "es": "Editado por {}", "fr": "Sous la direction de {}",
        "it": "A cura di {}", "ja": "{} 編", "nl": "Onder redactie van {}", "pl": "Redakcja: {}",
        "pt": "Editado por {}", "ru": "Редакторы: {}", "sv": "Redigerad av {}", "uk": "Редактори: {}", "zh": "{} 编",
    },
    "index-of-speakers": {
        "cs": "Rejstřík řečníků", "da": "Talerregister", "de": "Verzeichnis der Rednerinnen und Redner",
        "el": "Ευρετήριο ομιλητών", "en": "Index of speakers", "es": "Índice de oradores",
        "fi": "Puhujahakemisto", "fr": "Index des intervenants", "hu": "Az előadók névmutatója",
        "it": "Indice dei relatori", "ja": "発言者索引", "nl": "Register van sprekers", "no": "Talerregister",
        "pl": "Indeks mówców", "pt": "Índice de oradores", "ro": "Indice de vorbitori",
        "ru": "Указатель выступавших", "sv": "Talarregister", "tr": "Konuşmacılar dizini",
        "uk": "Покажчик промовців", "zh": "发言人索引",
    },
    "keywords": {
        "de": "Schlagwörter: {}", "en": "Keywords: {}", "es": "Palabras clave: {}", "fr": "Mots-clés : {}",
        "it": "Parole chiave: {}", "ja": "キーワード：{}", "nl": "Trefwoorden: {}", "pl": "Słowa kluczowe: {}",
        "pt": "Palavras-chave: {}", "ru": "Ключевые слова: {}", "sv": "Nyckelord: {}", "uk": "Ключові слова: {}",
        "zh": "关键词：{}",
    },
    "produced": {
        "de": "Diese Ausgabe hat procpub {} aus {} hergestellt (SHA-256 {}\u00a0…).",
        "en": "This edition was made by procpub {} from {} (SHA-256 {}\u00a0…).",
        "es": "Esta edición ha sido elaborada por procpub {} a partir de {} (SHA-256 {}\u00a0…).",
        "fr": "Cette édition a été réalisée par procpub {} à partir de {} (SHA-256 {}\u00a0…).",
        "it": "Questa edizione è stata realizzata da procpub {} a partire da {} (SHA-256 {}\u00a0…).",
        "ja": "本版は procpub {} により {} から作成された（SHA-256 {}\u00a0…）。",
        "nl": "Deze uitgave is door procpub {} gemaakt van {} (SHA-256 {}\u00a0…).",
        "pl": "To wydanie zostało przygotowane przez procpub {} z pliku {} (SHA-256 {}\u00a0…).",
        "pt": "Esta edição foi produzida por procpub {} a partir de {} (SHA-256 {}\u00a0…).",
        "ru": "Издание подготовлено программой procpub {} из файла {} (SHA-256 {}\u00a0…).",
        "sv": "Denna utgåva har framställts av procpub {} ur {} (SHA-256 {}\u00a0…).",
        "uk": "Видання підготовлено програмою procpub {} з файлу {} (SHA-256 {}\u00a0…).",
        "zh": "本版由 procpub {} 据 {} 制作（SHA-256 {}\u00a0…）。",
    },
    "title-page": {
        "cs": "Titulní strana", "da": "Titelblad", "de": "Titelseite", "el": "Σελίδα τίτλου", "en": "Title page",
        "es": "Portada", "fi": "Nimiösivu", "fr": "Page de titre", "hu": "Címlap", "it": "Frontespizio", "ja": "標題紙",
        "nl": "Titelpagina", "no": "Tittelblad", "pl": "Strona tytułowa", "pt": "Página de rosto",
        "ro": "Pagină de titlu", "ru": "Титульный лист", "sv": "Titelsida", "tr": "Başlık sayfası",
        "uk": "Титульна сторінка", "zh": "扉页",
    },
    "untitled": {
        "de": "Ohne Titel", "en": "Untitled proceedings", "es": "Sin título", "fr": "Sans titre", "it": "Senza titolo",
        "pt": "Sem título", "ru": "Без названия", "zh": "无题",
    },
}  # fmt: skip


def term(key: str, language: str) -> str:
    """The word for `key` in the language of a BCP 47 tag; English where it is not known.

    A term with braces is a frame for `str.format`: the names or words that go with it stand in their place, in the same
    order in every language.

    Raises:
        KeyError: procpub has no such term.
    """
    words = _TERMS[key]
    return words.get(language.partition("-")[0].lower(), words["en"])
