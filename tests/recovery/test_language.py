"""The language of a text and of a name: function words, scripts, letters that only one language has."""

import pytest

from procpub.recovery.language import language_of_name, language_of_text

SENTENCES = {
    "en": "The words of the speech are in the language that is used in it by most of us.",
    "de": "Die Worte der Rede sind in der Sprache, die in ihr auch von allen ist.",
    "fr": "Les mots du discours sont dans la langue que les membres ont en usage.",
    "es": "Las palabras del discurso están en la lengua que usan los miembros de la cámara.",
    "it": "Le parole del discorso sono nella lingua che è in uso per la maggior parte dei membri.",
    "pt": "As palavras do discurso estão na língua que os membros usam mais, e não em uma outra.",
    "nl": "De woorden van de rede zijn in de taal die het meest in gebruik is bij ons.",
    "sv": "Orden i talet är på det språk som används av de flesta, och inte på ett annat.",
    "da": "Ordene i talen er på det sprog, som bruges af de fleste, og ikke også på et andet fra os.",
    "no": "Ordene i talen er på det språket som brukes av de fleste, og ikke også på et annet mellom oss.",
    "fi": "Puheen sanat ovat kielellä, joka on käytössä, ja se ei ole vain yksi, kuin hän sekä me.",
    "pl": "Słowa są w języku, który jest w użyciu, i nie ma w nim innych, jak na to się mówi.",
    "cs": "Slova v řeči jsou v jazyce, který je v užívání, a ne v jiném, jako se to říká na schůzi.",
    "hu": "A beszéd szavai azon a nyelven vannak, amely a legtöbb tagé, és nem egy másikon, ha azt kell.",
    "ro": "Cuvintele din discurs sunt în limba care este în uz pentru mai mulți, și nu în alta.",
    "ru": "Слова в речи на том языке, на котором говорят все, а не на другом, как это и принято.",
    "uk": "Слова у промові є тією мовою, якою говорять усі, а не іншою, як це й заведено, та що до нас.",
    "bg": "Думите в речта са на езика, който се говори от всички, а не на друг, като това ще е за нас.",
    "el": "Οι λέξεις του λόγου είναι στη γλώσσα που μιλούν οι περισσότεροι από τα μέλη της βουλής.",
    "zh": "会议在北京召开，与会者就反恐问题交换意见。",
    "ja": "会議は東京で開かれ、参加者は意見を交換しました。",
    "ko": "회의는 서울에서 열렸으며 참가자들은 의견을 교환했다.",
    "he": "הוועידה נערכה בירושלים והמשתתפים החליפו דעות.",
    "ar": "عقد المؤتمر في القاهرة وتبادل المشاركون الآراء.",
    "fa": "کنفرانس در تهران برگزار شد و شرکت‌کنندگان گفتگو کردند.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_few_sentences_tell_the_language(language: str) -> None:
    assert language_of_text([SENTENCES[language]] * 3) == language


def test_figures_alone_tell_none() -> None:
    assert language_of_text(["1 2 3", "Table 4"]) is None
    assert language_of_text([]) is None


def test_the_main_language_of_a_mixed_volume_is_that_of_most_of_it() -> None:
    foreword = [SENTENCES["fr"]] * 900
    talks = [SENTENCES["en"]] * 2000
    assert language_of_text(foreword + talks) == "en"
    assert language_of_text([SENTENCES["en"], *[SENTENCES["ja"]] * 3, "Ministry of Foreign Affairs"]) == "ja"


@pytest.mark.parametrize(
    ("name", "main", "language"),
    [
        ("中国国际问题研究院", "en", "zh"),
        ("ひろしま平和研究所", "en", "ja"),
        ("会議", "ja", ""),
        ("Інститут історії", "en", "uk"),
        ("Институт истории", "en", "ru"),
        ("Институт истории", "uk", ""),
        ("Ινστιτούτο", "de", "el"),
        ("Académie", "en", ""),
        ("Ministry", "zh", ""),
    ],
)
def test_a_name_in_another_script_is_in_another_language(name: str, main: str, language: str) -> None:
    assert language_of_name(name, main) == language
