"""Texts in other languages are told from English ones, and from what is in no language."""

from __future__ import annotations

import pytest

from checker import check_texts
from checker.language.identification import foreign_language
from checker.language.language import table
from checker.sources.formats import EXCLUDE

FOREIGN = {
    "German": (
        "Die Brücke wurde im Jahre 1911 gebaut und ist seitdem nicht mehr verändert worden, sie wird "
        "von vielen Leuten aus der Stadt benutzt."
    ),
    "French": (
        "Le pont a été construit en 1911 et il est encore utilisé par les habitants, qui ne veulent pas "
        "que la ville le remplace."
    ),
    "Spanish": (
        "El puente fue construido en 1911 y todavía es usado por los vecinos, que no quieren que la "
        "ciudad lo cambie por otro más grande."
    ),
    "Portuguese": (
        "A ponte foi construída em 1911 e ainda é usada pelos moradores, que não querem que a cidade a "
        "troque por uma outra mais larga."
    ),
    "Italian": (
        "Il ponte è stato costruito nel 1911 e viene ancora usato dagli abitanti, che non vogliono che "
        "la città lo cambi con un altro più grande."
    ),
    "Dutch": (
        "De brug werd in tien jaar gebouwd en wordt nog steeds gebruikt door de bewoners, die niet "
        "willen dat de stad het geld daar aan uitgeeft."
    ),
    "Swedish": (
        "Bron byggdes av staden och har inte ändrats sedan dess, men den används av alla som bor där "
        "och som vill till andra sidan."
    ),
    "Danish": (
        "Broen blev bygget af byen og er ikke blevet ændret siden, men den bruges af alle som bor der "
        "og vil over til den anden side."
    ),
    "Norwegian": (
        "Broen ble bygget av byen og har ikke blitt endret siden, men den brukes av alle som bor der og "
        "vil over til den andre siden."
    ),
    "Finnish": (
        "Silta oli kaupungin rakentama ja se on yhä käytössä, mutta asukkaat eivät ole tyytyväisiä, kun "
        "se on niin kapea."
    ),
    "Polish": (
        "Most został zbudowany przez miasto i nie był od tego czasu zmieniany, ale jest używany przez "
        "ludzi, którzy tam mieszkają, oraz przez kupców."
    ),
    "Czech": (
        "Most byl postaven městem a od té doby se nezměnil, ale je stále používán lidmi, kteří tam žijí "
        "a která by chtěla nový."
    ),
    "Hungarian": (
        "A hidat a város építette és azóta nem volt rajta változás, de még mindig ez az, amely a két "
        "part között van, hogy az emberek átjussanak."
    ),
    "Romanian": (
        "Podul a fost construit de oraş şi nu s-a schimbat de atunci, dar este folosit de cei care stau "
        "acolo şi pentru că nu au altul."
    ),
    "Turkish": (
        "Köprü şehir için yapıldı ve o günden sonra bir daha değişmedi, ancak çok eski olduğu için bu "
        "yol ile gelen yok gibi."
    ),
    "Indonesian": (
        "Jembatan itu dibangun oleh kota dan tidak berubah sejak itu, tetapi masih dapat dipakai oleh "
        "mereka yang ada di sana."
    ),
    "Cyrillic letters": "Мост был построен городом в 1911 году и с тех пор не менялся.",
    "Greek letters": "Η γέφυρα χτίστηκε από την πόλη το 1911 και δεν άλλαξε από τότε.",
    "Arabic letters": "بني الجسر من قبل المدينة في عام 1911 ولم يتغير منذ ذلك الحين",
    "Chinese": "这座桥由该市于一九一一年建造，此后没有改变，至今仍被居民使用。",
    "Japanese": "この橋は千九百十一年に市によって建てられ、それ以来変わっていません。",
    "Korean": "이 다리는 천구백십일년에 도시에 의해 지어졌으며 그 이후로 변하지 않았습니다.",
}
READ = {
    "prose": "The bridge was built by the town in 1911 and has not been changed since.",
    "no article": (
        "Built by townspeople in 1911, it never changed hands and never closed; repairs followed in 1950 and in 1961."
    ),
    "short": "Museo de la Ciudad de Tarn",
    "one word": "Brückenbau",
    "empty": "",
    "figures": "1911 1912 1913 | 4,000 | 5,100\n" * 20,
    "names": "Universidad de los Andes\nInstituto de la Costa\nMuseo de la Tierra\nHospital de San Pedro y San Juan\n"
    * 4,
    "people": "Ludwig van der Berg\nMaria von dem Hof\nJan de Groot\nPieter van den Heuvel\nAnna zu Holm\n" * 5,
    "table": "Country;Capital;Population\nSpain;Madrid;47\nFrance;Paris;67\nItaly;Roma;59\nPoland;Warszawa;38\n" * 5,
    "code": "def total(items):\n    return sum(item.size for item in items if item.size > 0)\n" * 5,
    "titles": (
        "List of works that the author wrote:\nL'homme qui ne savait pas (1911)\nLa ville et ses ponts "
        "(1913)\nOù est le pont que nous avons vu (1915)\n"
    ),
    "quoted": (
        'The guide said: "Le pont est vieux, mais il est beau et nous ne voulons pas le perdre." That '
        "was in 1911, and the town agreed with him."
    ),
    "greek letters": "α β γ δ ε ζ η θ ι κ λ μ",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_foreign(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language
    assert foreign_language(f"{FOREIGN[language]}\n\n" * 300) == language


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    assert foreign_language(READ[name]) is None


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_half_in_english_is_read(language: str) -> None:
    assert foreign_language(f"{FOREIGN[language]}\n\n{READ['prose']}\n") is None


def test_a_foreign_document_is_not_checked_and_the_others_are() -> None:
    texts = {"a": FOREIGN["Dutch"], "b": READ["prose"]}
    report = check_texts(texts).to_json()
    assert report["not_checked"] == [
        {"source": "a", "rule": None, "reason": f"it is written in Dutch; only English is read, so {EXCLUDE}"}
    ]
    assert {claim["source"] for claim in report["claims"]} == {"b"}


def test_no_word_that_only_sentences_have_is_english() -> None:
    words_of, english = table("language/function_words"), set(table("language/stopwords"))
    for language, words in words_of["languages"].items():
        assert not english.intersection(words["clauses"]), language
        assert not set(words_of["english"]).intersection((*words["common"], *words["clauses"])), language


HARBOUR = "Der Hafen ist nicht sehr alt und die Stadt hat eine neue Brücke über den Fluss gebaut"


@pytest.mark.parametrize(("words", "expected"), [(11, None), (12, "German"), (13, "German")])
def test_how_many_words_tell_a_language(words: int, expected: str | None) -> None:
    assert foreign_language(" ".join(HARBOUR.split()[:words])) == expected


@pytest.mark.parametrize(("letters", "expected"), [(23, None), (24, "Cyrillic letters"), (25, "Cyrillic letters")])
def test_how_many_letters_tell_a_script(letters: int, expected: str | None) -> None:
    assert foreign_language("ж" * letters) == expected


@pytest.mark.parametrize(("others", "expected"), [(30, "Cyrillic letters"), (31, None)])
def test_what_share_of_letters_tells_a_script(others: int, expected: str | None) -> None:
    assert foreign_language("ж" * 70 + " " + "x" * others) == expected


@pytest.mark.parametrize(("others", "expected"), [(123, "Chinese"), (124, None)])
def test_a_sign_that_is_a_word_weighs_more(others: int, expected: str | None) -> None:
    assert foreign_language("港" * 70 + " " + "x" * others) == expected


@pytest.mark.parametrize(("kana", "expected"), [(10, "Chinese"), (11, "Japanese")])
def test_chinese_with_kana_is_japanese(kana: int, expected: str) -> None:
    assert foreign_language("港" * 100 + "の" * kana) == expected


@pytest.mark.parametrize(("more", "expected"), [(0, "German"), (1, None)])
def test_a_long_text_is_told_by_its_beginning_middle_and_end(more: int, expected: str | None) -> None:
    piece = (HARBOUR + ". ") * 200
    english = "It was an old mill of stone and it was here. " * 400
    parts = [piece[:12000], english[:15000], piece[:12000], english[:3000], piece[:12000]]
    assert foreign_language("".join(parts)) == "German"
    assert foreign_language("".join(parts) + english[:12000] * more) == expected


@pytest.mark.parametrize(("times", "expected"), [(1, None), (2, "German")])
def test_the_english_article_now_and_then_makes_a_text_english(times: int, expected: str | None) -> None:
    text = ((HARBOUR + ". ") * 8)[: 400 * times - 5]
    assert foreign_language(f"{text} the x") == expected
