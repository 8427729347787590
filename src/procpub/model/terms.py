"""The few words that procpub itself puts into an edition, by language."""

_TERMS = {
    "contents": {
        "cs": "Obsah", "da": "Indhold", "de": "Inhalt", "el": "Περιεχόμενα", "en": "Contents", "es": "Índice",
        "fi": "Sisällys", "fr": "Sommaire", "hu": "Tartalom", "it": "Indice", "ja": "目次", "nl": "Inhoud",
        "no": "Innhold", "pl": "Spis treści", "pt": "Sumário", "ro": "Cuprins", "ru": "Содержание", "sv": "Innehåll",
        "tr": "İçindekiler", "uk": "Зміст", "zh": "目录",
    },
    "edited-by": {
        "de": "Herausgegeben von {}", "en": "Edited by {}", "es": "Editado por {}", "fr": "Sous la direction de {}",
        "it": "A cura di {}", "ja": "{} 編", "nl": "Onder redactie van {}", "pl": "Redakcja: {}",
        "pt": "Editado por {}", "ru": "Редакторы: {}", "sv": "Redigerad av {}", "uk": "Редактори: {}", "zh": "{} 编",
    },
    "keywords": {
        "de": "Schlagwörter: {}", "en": "Keywords: {}", "es": "Palabras clave: {}", "fr": "Mots-clés : {}",
        "it": "Parole chiave: {}", "ja": "キーワード：{}", "nl": "Trefwoorden: {}", "pl": "Słowa kluczowe: {}",
        "pt": "Palavras-chave: {}", "ru": "Ключевые слова: {}", "sv": "Nyckelord: {}", "uk": "Ключові слова: {}",
        "zh": "关键词：{}",
    },
    "untitled": {
        "de": "Ohne Titel", "en": "Untitled proceedings", "es": "Sin título", "fr": "Sans titre", "it": "Senza titolo",
        "pt": "Sem título", "ru": "Без названия", "zh": "无题",
    },
}  # fmt: skip


def term(key: str, language: str) -> str:
    """The word for `key` in the language of a BCP 47 tag; English where it is not known.

    A term with braces is a frame for `str.format`: the names or words that go with it stand in their place.

    Raises:
        KeyError: procpub has no such term.
    """
    words = _TERMS[key]
    return words.get(language.partition("-")[0].lower(), words["en"])
