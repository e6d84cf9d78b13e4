"""The language that a text is in."""

from __future__ import annotations

import time
import unicodedata

import pytest

from geomap.sources import language_of

#: A sentence or two of news in each.
ELSEWHERE = {
    "fr": "Au moins douze gendarmes ont été tués dans une attaque contre leur poste près de la frontière, selon l'armée.",
    "es": "Tres soldados murieron y dos más resultaron heridos en un ataque con explosivos cerca de la frontera.",
    "pt": "Pelo menos dez pessoas foram mortas num ataque de homens armados a uma aldeia no norte, segundo a polícia.",
    "it": "Due agenti sono stati uccisi in un attacco contro una pattuglia vicino al confine, ha detto il ministero.",
    "de": "Bei einem Angriff auf einen Grenzposten sind nach Angaben der Polizei drei Beamte getötet und zwei verletzt worden.",
    "nl": "Bij een aanval op een grenspost zijn volgens de politie drie agenten om het leven gekomen en twee gewond geraakt.",
    "sv": "Tre soldater dödades och två skadades när en patrull attackerades nära gränsen, enligt den lokala polisen.",
    "pl": "Trzech żołnierzy zginęło, a dwóch zostało rannych w ataku na posterunek przy granicy, podała policja.",
    "tr": "Şırnak'ın sınır bölgesinde düzenlenen saldırıda iki asker hayatını kaybetti, üç asker de yaralandı.",
    "az": "Sərhəd yaxınlığında baş verən hücum nəticəsində iki əsgər həlak olub, daha üç nəfər isə yaralanıb.",
    "ku": "Li nêzîkî sînor di êrîşekê de du leşker hatin kuştin û sê kes jî birîndar bûn, çavkaniyên herêmî gotin.",
    "id": "Sedikitnya tiga tentara tewas dan dua orang luka dalam serangan di pos perbatasan itu, kata polisi pada hari Senin.",
    "tl": "Tatlong sundalo ang nasawi at dalawa ang nasugatan sa pag-atake ng mga armadong lalaki noong Lunes.",
    "vi": "Ba binh sĩ đã thiệt mạng và hai người bị thương trong một vụ tấn công vào đồn biên phòng, theo cảnh sát.",
    "sw": "Watu watatu waliuawa na wengine wawili kujeruhiwa katika shambulio la wanamgambo karibu na mpaka, polisi walisema.",
    "so": "Ugu yaraan saddex askari ayaa lagu dilay weerar ka dhacay meel u dhow xadka, sida ay sheegeen ciidamada amniga.",
    "ha": "Akalla mutane uku sun mutu a wani hari da yan bindiga suka kai kan iyakar Nijar, kuma wasu sun jikkata.",
    "om": "Namoota sadii kan ta'an lola godina keessatti gaggeeffameen du'aniiru; namoota lama hanga ammaa hin argamne.",
    "ru": "По меньшей мере трое военнослужащих погибли и двое были ранены при нападении на пограничный пост.",
    "uk": "Щонайменше троє військових загинули та двоє були поранені під час нападу на прикордонний пост, повідомила поліція.",
    "bg": "Трима войници бяха убити, а двама са ранени при нападение на граничен пост, съобщи полицията.",
    "tg": "Дар натиҷаи ҳамла ба посгоҳи сарҳадӣ се сарбоз кушта ва ду нафари дигар захмӣ шуданд.",
    "el": "Τρεις στρατιώτες σκοτώθηκαν και δύο τραυματίστηκαν σε επίθεση κοντά στα σύνορα.",
    "hy": "Երեք զինծառայող զոհվել է, երկուսը վիրավորվել են սահմանի մոտ։",
    "ka": "საზღვართან თავდასხმის შედეგად სამი ჯარისკაცი დაიღუპა.",
    "he": "שלושה חיילים נהרגו ושניים נפצעו בפיגוע סמוך לגבול, כך מסרה המשטרה.",
    "ar": "قُتل ثلاثة جنود وأصيب اثنان في هجوم على نقطة حدودية قرب الحدود، بحسب ما أعلنت الشرطة.",
    "fa": "در حمله افراد مسلح به یک پاسگاه مرزی در سیستان و بلوچستان سه مأمور پلیس کشته و دو نفر زخمی شدند.",
    "ur": "پنجگور میں سرحد کے قریب چوکی پر حملے میں تین اہلکار ہلاک اور دو زخمی ہو گئے، پولیس نے بتایا۔",
    "ps": "د سرحد په سیمه کې په یوه برید کې درې سرتیري ووژل شول او دوه نور ټپیان دي، چارواکو وویل چې پلټنې روانې دي.",
    "hi": "सीमा के पास एक चौकी पर हुए हमले में तीन सैनिक मारे गए और दो घायल हो गए, पुलिस ने बताया।",
    "ne": "सीमा नजिकको प्रहरी चौकीमा भएको आक्रमणमा तीन जनाको मृत्यु भएको छ भने दुई जना घाइते भएका छन्।",
    "mr": "सीमेजवळील चौकीवर झालेल्या हल्ल्यात तीन जवान ठार झाले आणि दोन जखमी झाले आहेत, असे पोलिसांनी सांगितले.",
    "bn": "সীমান্তের কাছে একটি চৌকিতে হামলায় তিন সেনা নিহত ও দুজন আহত হয়েছেন।",
    "pa": "ਸਰਹੱਦ ਨੇੜੇ ਹੋਏ ਹਮਲੇ ਵਿੱਚ ਤਿੰਨ ਜਵਾਨ ਮਾਰੇ ਗਏ।",
    "ta": "எல்லைக்கு அருகே நடந்த தாக்குதலில் மூன்று வீரர்கள் கொல்லப்பட்டனர்.",
    "th": "ทหารสามนายเสียชีวิตและบาดเจ็บสองนายจากเหตุโจมตีด่านใกล้ชายแดน",
    "my": "နယ်စပ်အနီး တိုက်ခိုက်မှုတွင် စစ်သားသုံးဦး သေဆုံးခဲ့သည်။",
    "km": "ទាហានបីនាក់ត្រូវបានសម្លាប់នៅក្បែរព្រំដែន។",
    "am": "በድንበር አቅራቢያ በተፈጸመ ጥቃት ሦስት ወታደሮች ተገድለዋል፤ ሁለቱ ደግሞ ቆስለዋል ሲል ፖሊስ ገልጿል፤ ምርመራው በመካሄድ ላይ ነው።",
    "ti": "ኣብ ዶብ ኣብ ዝተፈጸመ መጥቃዕቲ ሰለስተ ወተሃደራት ተቐቲሎም፤ ክልተ ድማ ቆሲሎም እዮም።",
    "ja": "国境付近の検問所が襲撃され、兵士三人が死亡し、二人が負傷した。",
    "ko": "국경 인근 초소가 공격을 받아 병사 세 명이 숨지고 두 명이 다쳤다.",
    "zh": "边境附近的一个哨所遭到袭击，三名士兵死亡，两人受伤。",
}

#: Short English of news, full of names of elsewhere.
ENGLISH = """\
Gunmen killed three Levies men at a checkpoint in Kech's Dasht area, Assistant Commissioner Mir Jan Baloch said.
Turbat: Two Frontier Corps soldiers were injured when a bomb went off in Tehsil Mand on Monday.
Jaish al-Adl claimed the attack on the police station in Rask, Sistan va Baluchestan.
The Ejército de Liberación Nacional attacked a patrol near La Gabarra, Norte de Santander, the army said.
Clan del Golfo gunmen killed two police officers in San Pedro de Urabá.
At least four people died in Oum Hadjer after fighters of the Front pour l'alternance et la concorde au Tchad came.
Militants of Jama'at Nusrat al-Islam wal-Muslimin overran the camp at Boulkessi, on the Mali-Burkina Faso border.
In Şırnak's Uludere (Qileban) district, two village guards were wounded by PKK militants.
Shelling by the Tatmadaw hit Mae Sot's Tha Sai Luat, the mayor told reporters.
Saravan, Khash and Zahedan were quiet on Tuesday, residents said.
Al-Shabaab fighters raided El Wak and Lafey in Mandera County, killing a chief.
Police in Cúcuta, Villa del Rosario and Tibú found three bodies near the Río Táchira.
A strike on Kani Masi, Dohuk, killed a farmer, Mayor Serbest Sabri told Rudaw.
The Tehreek-e-Taliban Pakistan said its men shot dead a Khasadar in Landi Kotal.
Forces armées de la République démocratique du Congo troops retook Kibumba from the M23.
Fled after fighters of the Front pour l'alternance et la concorde.
Nine killed in Xinjiang's Akto; Guangming Daily says Wang Lei and Li Na among the injured.
Der Spiegel and Die Welt were the first to report the shooting at Kehl.
Le Monde reported that La Poste in Fort-Liberté was set on fire by men from Ouanaminthe and Dajabón.
São Gabriel da Cachoeira, Brazil: the Comando Militar da Amazônia said two soldiers had drowned.
Explosions in Khan Yunis, Deir al-Balah and Beit Lahia, the Wafa agency says, killed eleven."""


@pytest.mark.parametrize(("language", "text"), ELSEWHERE.items())
def test_news_of_elsewhere_is_known_by_its_language(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ENGLISH.splitlines())
def test_short_english_full_of_names_stays_english(text):
    assert language_of(text) == "en"


def test_the_articles_of_the_first_story_are_english(shared):
    assert {language_of(file.read_text(encoding="utf-8")) for file in (shared / "articles").glob("*.txt")} == {"en"}


@pytest.mark.parametrize(
    "text", ["", "12:30", "Turbat, Kech, Panjgur", "??", "Mand and Rask", "Turbat Kech Panjgur Mand Rask " * 6 + "de la"]
)
def test_a_text_without_words_of_any_language_is_of_none(text):
    assert language_of(text) is None


def test_quotations_do_not_make_english_another_language():
    text = "The minister said «une attaque contre la République» and wrote کے خلاف حملہ, but the army said it was an accident."

    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["để được người", "Después, él también, según más"])
def test_decomposed_letters_are_read_as_composed_ones(text):
    assert language_of(unicodedata.normalize("NFD", text)) == language_of(text) is not None


@pytest.mark.parametrize("piece", ["ا", "а", "a", "the ", "の", "\n", "क ", "e\u0301"])
def test_ten_megabytes_take_no_longer_than_their_beginning(piece):
    began = time.process_time()
    language_of(piece * (10_000_000 // len(piece)))

    assert time.process_time() - began < 2


def test_persian_written_with_arabic_letters_for_its_own_is_still_persian():
    assert language_of(ELSEWHERE["fa"].replace("ی", "ي").replace("ک", "ك")) == "fa"
