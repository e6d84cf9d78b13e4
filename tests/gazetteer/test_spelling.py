"""How alike two spellings of a name are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer.spelling import ALIKE, KINDS, folded, likeness, skeleton, split_generic_term

LATIN = "abcdefghijklmnopqrstuvwxyz "
ARABIC = "ابپتجچخدرزسشعغقکگلمنوهی "


# ---- folding -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letters", "letter"),
    [
        ("يىےېۍێ", "ی"),
        ("كڪ", "ک"),
        ("ګ", "گ"),
        ("ةہھەۃ", "ه"),
        ("ۆۇۈۋ", "و"),
        ("ٱأإآ", "ا"),
        ("ں", "ن"),
        ("ڕ", "ر"),
        ("ڵ", "ل"),
        ("ıİíîï", "i"),
        ("øöō", "o"),
        ("ł", "l"),
        ("đðḍ", "d"),
        ("þ", "th"),
        ("əāá", "a"),
        ("æÆ", "ae"),
        ("œ", "oe"),
        ("ß", "ss"),
        ("'’‘`ʻʼʿʾʹʺ′´ءـ", ""),
        ("-–—/.,_()", " "),
        ("٢۲२", "2"),
    ],
)
def test_letters_that_are_written_in_several_ways_are_one(letters, letter):
    for other in letters:
        assert folded(f"م{other}م") == folded(f"م{letter}م") == f"م{letter}م".replace("  ", " ")
        assert folded(f"B{other}b") == f"b{letter}b"


@pytest.mark.parametrize(
    ("name", "same"), [("ئاب", "اب"), ("  Two \t words\n", "two words"), ("①", "1"), ("ﷲ", "الله"), ("–", "")]
)
def test_a_name_is_folded_to_its_letters(name, same):
    assert folded(name) == same


@given(st.text())
def test_a_folded_name_has_no_capitals_marks_or_spare_spaces(text):
    name = folded(text)

    assert name == name.casefold() == " ".join(name.split())
    assert all(c.isalnum() or c == " " for c in name)


@given(st.text(alphabet="äöéÅñşğ aiZ'-", max_size=12))
def test_capitals_change_nothing_in_latin_letters(text):
    assert folded(text.upper()) == folded(text) == folded(text.lower())


# ---- skeletons ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *((f"kech {word} panjgur", "kech panjgur") for word in ("and", "va", "wa", "ve", "w", "o", "u", "i", "e", "ye", "yi")),
        *(
            (f"kech {word} panjgur", "kech panjgur")
            for word in ("the", "of", "al", "el", "ad", "an", "ar", "as", "ash", "at", "az")
        ),
        ("khan pur", "khanpur"),
        ("makkah", "makah"),
        ("bax", "baks"),
        ("chagai", "tchagai"),
        ("zhob", "jhob"),
        ("djask", "jask"),
        ("phool", "fool"),
        ("nowshahr", "noshahr"),
        ("naushahr", "noshahr"),
        *((f"s{vowel}wra", f"s{vowel}ra") for vowel in "aeo"),
        ("amara", "emara"),
        ("omara", "umara"),
        ("kasi", "kosu"),
        ("mayda", "mada"),
        ("mahda", "mada"),
        ("qandahar", "kandahar"),
        ("gandahar", "kandahar"),
        ("candahar", "kandahar"),
        ("vana", "wana"),
    ],
)
def test_transliterations_of_one_name_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chaman", "kaman"),  # ch is no c
        ("chaman", "taman"),
        ("shahr", "sahr"),
        ("khan", "kan"),
        ("zhob", "zob"),
        ("phul", "pul"),
        ("amara", "mara"),  # a vowel at the head stays
        ("sawar", "sar"),  # a w before a vowel is a consonant
        *((f"saw{vowel}ra", f"sa{vowel}ra") for vowel in "aeiouy"),
        *((f"s{vowel}wra", f"s{vowel}ra") for vowel in "iu"),  # and so it is after i or u
        ("andar", "dar"),  # an article is a word of its own
        ("kechand", "kech"),
        ("andkech", "kech"),
        ("mada", "mata"),
    ],
)
def test_other_consonants_are_another_skeleton(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("البصره", "بصره"),
        ("بندر عباس", "بندرعباس"),
        *((f"کا{c}ا", "کاتا") for c in "ٹټط"),
        *((f"کا{c}ا", "کاسا") for c in "ثص"),
        *((f"کا{c}ا", "کازا") for c in "ذضظ"),
        *((f"ما{c}ا", "ماکا") for c in "قغگ"),
        *((f"کا{c}ا", "کادا") for c in "ڈډ"),
        *((f"کا{c}ا", "کارا") for c in "ڑړ"),
        ("کاپا", "کابا"),
    ],
)
def test_letters_of_arabic_descent_that_are_exchanged_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


def test_an_article_of_arabic_stands_before_three_letters_and_vowels_stay():
    assert skeleton("الب") == "الب"
    assert skeleton("مالبصره") != skeleton("مبصره")
    assert skeleton("کاچا") != skeleton("کچ")


@pytest.mark.parametrize("word", ["and", "wa", "o", "u", "i", "e", "ye", "yi", "the", "of", "al", "as", "ash", "az"])
def test_a_small_word_at_the_head_is_no_part_of_a_name(word):
    assert skeleton(f"{word} panjgur") == skeleton("panjgur")


@given(st.lists(st.text(alphabet=LATIN, max_size=10), min_size=1, max_size=4))
def test_the_skeleton_of_several_names_is_that_of_each(names):
    assert skeleton("|".join(names)) == "|".join(map(skeleton, names))


# ---- likeness ----------------------------------------------------------------------------------------------------------------

names = st.one_of(st.text(alphabet=LATIN, max_size=12), st.text(alphabet=ARABIC, max_size=12)).map(folded)


@given(names, names)
def test_likeness_runs_from_nothing_to_one_and_only_the_same_consonants_are_alike(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == 0 or skeleton(one) == skeleton(other)


@given(st.text(alphabet="aeiou", min_size=5, max_size=5), st.text(alphabet="aeiou", min_size=5, max_size=5))
def test_what_is_alike_is_alike_by_as_much_as_its_consonants_ask_for(one, other):
    for bones, least in (("bdrms", 0.6), ("bdrm", 0.7), ("bdr", 0.8), ("bdrmsl", 0.6)):
        first, second = ("".join(b + v for b, v in zip(bones, vowels, strict=False)) for vowels in (one + "a", other + "a"))
        alike = likeness(first, second)
        assert alike == 0 or alike >= least
        assert alike > 0 or first != second


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("chogab", "chukab", 1.0),  # o and u, g and k are heard alike
        ("mirjavah", "mirjawa", 1.0),
        ("hamadi", "amadi", 0.0),  # a vowel at the head is a bone
        ("sarbaz", "sarbez", pytest.approx(10 / 12)),
        ("barad", "bared", pytest.approx(0.8)),  # three consonants: 0.8 is enough
        ("bard", "barad", pytest.approx(8 / 9)),
        ("bared", "birad", 0.0),  # 0.6 is not
        ("baradam", "biradom", pytest.approx(10 / 14)),  # four: 0.7 is enough
        ("baridem", "biradom", 0.0),  # 0.57 is not
        ("baradamaza", "buridomiza", pytest.approx(0.6)),  # five: 0.6 is enough
        ("baradamaza", "buridomize", 0.0),  # 0.5 is not
        ("kech", "kech", 0.0),  # two consonants are no evidence
        ("adar", "adar", 0.0),
        ("adarm", "adarm", 1.0),
        ("bandar abas", "bandarabas", 1.0),
        ("turbat", "tarabut", 0.0),
        ("بندر عباس", "بندرعباس", 1.0),
        ("کراچی", "قراچی", pytest.approx(0.8)),
        ("sit", "sitt", 0.0),
        ("sitar", "sittar", 1.0),
        ("budar", "boodar", 1.0),
        ("budar", "boudar", 1.0),
        ("bidar", "beydar", 1.0),
        ("kasid", "qasid", 1.0),
        ("kasid", "casid", 1.0),
        ("kasid", "gasid", 1.0),
        ("vasid", "wasid", 1.0),
        ("mahdan", "madan", 1.0),
    ],
)
def test_how_alike_two_spellings_are(one, other, alike):
    assert likeness(one, other) == alike
    assert likeness(other, one) == alike


def test_the_fewer_consonants_the_more_alike_the_rest_must_be():
    assert ALIKE == {3: 0.8, 4: 0.7, 5: 0.6}


# ---- kinds -------------------------------------------------------------------------------------------------------------------

WORDS = {
    ("province",): [
        *("province", "governorate", "state", "ostan", "wilayat", "vilayat", "muhafazat"),
        *("استان", "محافظه", "ولایت", "صوبه", "پاریزگا", "پاریزگای"),
    ],
    ("district",): [
        *("district", "county", "shahrestan", "zila", "tehsil", "ضلع", "شهرستان", "قضا", "ولسوالی", "تحصیل"),
    ],
    ("province", "district"): ["region", "ناحیه", "منطقه", "هریم", "هریمی"],
    ("settlement", "site"): [
        *("city", "town", "village", "municipality", "شهر", "مدینه", "قریه", "روستای", "شار", "شاری"),
    ],
}


@pytest.mark.parametrize(("word", "levels"), [(word, levels) for levels, words in WORDS.items() for word in words])
def test_the_word_for_a_kind_stands_before_the_name_or_behind_it(word, levels):
    assert split_generic_term(f"{word} kech") == split_generic_term(f"kech {word}") == ("kech", levels)
    assert split_generic_term(f"{word} of north kech") == split_generic_term(f"the north kech {word}") == ("north kech", levels)
    assert folded(word) == word


def test_there_are_no_other_words_for_a_kind():
    assert {word for words in WORDS.values() for word in words} == set(KINDS)


@pytest.mark.parametrize("link", ["of", "e", "i", "ye", "yi"])
def test_what_links_the_word_to_the_name_belongs_to_neither(link):
    assert split_generic_term(f"district {link} kech {link} kech") == (f"kech {link} kech", ("district",))


@pytest.mark.parametrize("name", ["city", "kech", "", "north kech", "kech districts", "offset kech", "the"])
def test_a_name_without_such_a_word_stays_as_it_is(name):
    assert split_generic_term(name) == (name, ())


def test_a_leading_article_is_no_part_of_a_name():
    assert split_generic_term("the kech") == ("kech", ())
    assert split_generic_term("thekech") == ("thekech", ())


def test_of_two_words_for_a_kind_the_first_counts():
    assert split_generic_term("city of kech district") == ("kech district", ("settlement", "site"))
    assert split_generic_term("district offset") == ("offset", ("district",))
