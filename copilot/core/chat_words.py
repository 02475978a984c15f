"""The commonest words of chats by language, accents left out, and words that tell no language.

An n-gram model is unsure of five-letter lines; one such word makes up for that. Words that several
languages share stand under each of them and count for less.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORDS: Final = {
    "en": """
        the and you i i'm im is are was it's its this that what where when why how who
        can could would will should do does did don't dont didn't have has had my your
        ur u r we they he she her him not to of for with at be been just like get got
        going gonna wanna know think see there here now then please pls thanks thx ty
        sorry sry good great yes yeah yep nice cool nope no way later tomorrow today tonight soon
        happy love really maybe idk omw brb btw tbh imo nvm lmk let me us our some any
        all about back home work time still need want call it an if or so up out on from
        but by too very much more
        """,
    "es": """
        que de la el los las un una y en por para con como cuando donde quien porque
        pero si no me te se lo le mi tu su yo es esta estas estoy eres soy somos voy vas
        vamos va hay ser hacer hola gracias bueno buenas buenos dias noches tarde manana
        hoy ayer ahora luego despues muy mas ya tambien nada algo todo todos aqui alli
        bien mal vale claro porfa favor quiero quieres tengo tienes puedo puedes sabes
        jaja jajaja jajajaja xq pq tqm wey tio al del a les nos vemos casa trabajo feliz
        perdon oye mira dale che
        """,
    "pt": """
        que de o a os as um uma e em no na por para com como quando onde quem porque mas
        se nao sim me te eu voce vc vcs ele ela nos meu minha seu sua isso isto esse
        essa aqui ali la ta to tou estou esta vou vai vamos foi ser fazer tem tenho oi
        ola obrigado obrigada brigado bom boa dia noite tarde amanha hoje ontem agora
        depois muito mais ja tambem nada algo tudo todos bem mal blz beleza pfv favor
        quero quer posso pode sabe sei kk kkk kkkk kkkkk pq tb tbm mto gente pra pro ao
        do da dos das num numa desculpa parabens ne fds abraco beijo cara
        """,
    "fr": """
        que de la le les un une des du et en au aux par pour avec comme quand ou qui
        pourquoi parce mais si ne pas non oui je j'ai j'suis tu t'es t'as il elle on
        nous vous ils mon ma mes ton ta tes son sa ses ce c'est cest ca cette est suis
        es sont etre faire fait vais va vas salut bonjour bonsoir merci bien bon bonne
        demain aujourd'hui hier maintenant apres plus tres trop deja aussi rien tout
        tous quoi slt mdr ptdr jsp stp svp bcp pk tkt dsl desole quel quelle heure veux
        peux peut faut sais y a dans sur chez bisous bises d'accord ouais jour toi moi
        """,
    "de": """
        der die das den dem ein eine einen einer und oder aber in im am an auf mit von
        zu zum zur fur bei nach aus um ich du er sie es wir ihr mich dich mir dir uns
        euch mein meine dein deine sein ist bin bist sind seid war hab habe hast hat
        haben kann kannst konnen muss musst will willst nicht nix nein ja doch noch
        schon auch nur so wie was wo wann wer warum heute morgen gestern jetzt gleich
        spater dann hier da mal gut danke dank bitte hallo hey moin tschuss lg vlg hdl
        bis abend nacht tag keine kein mehr sehr echt halt eben grad grade geht's gehts
        geht alles mach machst machen komm kommst komme weiss weisst fahr ob
        """,
    "it": """
        che di il lo la i gli le un una uno e in per con come quando dove chi perche ma
        se non si no mi ti ci vi sono sei siamo ho hai ha hanno abbiamo sto stai sta fai
        fa fare va vado vai andiamo io tu lui lei noi voi mio mia tuo tua questo questa
        quello qui li ciao grazie buongiorno buonasera buonanotte bene male domani oggi
        ieri ora adesso dopo poi piu molto troppo gia anche niente nulla tutto tutti
        cosa boh dai vabbe cmq nn xke pero scusa scusami prego quanto al alla dal dalla
        del della nel nella sul sulla ok a allora sempre stasera
        """,
    "nl": """
        de het een en of maar in op aan met van voor naar bij uit om te ik je jij jou
        hij zij ze wij we jullie mij me mijn jouw zijn haar ons is ben bent was heb hebt
        heeft hebben kan kun kunnen moet moeten wil wilt niet nee ja wel nog al ook zo
        hoe wat waar wanneer wie waarom vandaag morgen gisteren nu straks later dan hier
        daar even goed leuk lekker dank dankje bedankt graag alsjeblieft aub hoi doei
        groetjes tot avond nacht dag geen meer heel erg echt gaat ga gaan doe doet doen
        kom komt weet hè he denk zie ff idd
        """,
    "pl": """
        i w na z do od po za o u ze sie nie tak jest jestem jestes sa byl byla bylo ja
        ty on ona my wy oni mnie ciebie mi ci go jej moj moja twoj to ten ta tego co jak
        gdzie kiedy kto dlaczego czemu czy ale bo juz jeszcze tez tylko teraz potem dzis
        dzisiaj jutro wczoraj dobrze dobra dobry dzien wieczor noc czesc hej siema
        dzieki dziekuje prosze przepraszam sorki moge mozesz chce chcesz wiem wiesz mam
        masz bede bedziesz zaraz moze spoko super bardzo nic wszystko pa
        """,
    "sv": """
        och i att det som en ett pa av for med den till ar inte jag du han hon vi ni de
        mig dig min mitt din ditt var vad vem nar hur varfor men om sa ja nej har hade
        kan ska skulle vill maste kommer gar gor idag imorgon igar nu sen sedan dar bra
        tack snalla hej hejda hejsan god natt morgon kvall ikvall mycket bara ocksa lite
        okej kram kul roligt forlat ursakta vet ses nagot nagon ingen allt efter hemma
        """,
    "no": """
        og i at det som en et pa av for med den til er ikke jeg du han hun vi dere de
        meg deg min mitt din ditt var hva hvem nar hvor hvordan hvorfor men om sa ja nei
        har hadde kan skal skulle vil ma kommer gar gjor idag imorgen igar na etterpa
        her der bra takk hei ha god natt morgen kveld ikveld mye bare ogsa litt ok klem
        gøy morsomt unnskyld beklager vet ses noe noen ingen alt hjemme dag
        """,
    "da": """
        og i at det som en et pa af for med den til er ikke jeg du han hun vi de mig dig
        min mit din dit var hvad hvem hvornar hvor hvordan hvorfor men om sa ja nej har
        havde kan skal skulle vil ma kommer gar gor gør idag morgen igar nu bagefter her
        der godt tak hej farvel god nat aften meget bare ogsa lidt okay knus sjovt
        undskyld ved ses noget nogen ingen alt hjemme dag
        """,
    "fi": """
        ja on ei en se mina sina han me te he mun sun mulla sulla mita missa milloin
        kuka miksi miten mutta jos kun niin joo juu kylla olen olet oli ole olla nyt
        sitten tanaan huomenna eilen hyva hyvaa kiitos moi hei terve moikka anteeksi
        tosi ihan vaan viela myos kanssa tulen tuun meen menen oon oot voi voin tieda
        """,
    "cs": """
        a v na z do od po za o u se si ne ano je jsem jsi jsou byl byla bylo ja ty on
        ona my vy oni me te mi ti ho ji muj moje tvuj to ten ta co jak kde kdy kdo proc
        ale protoze uz jeste taky jen ted pak dnes dneska zitra vcera dobre dobry den
        vecer noc ahoj cau diky dekuji prosim promin muzu muzes chci chces vim vis mam
        mas budu budes hned asi jo fakt moc nic vsechno neni
        """,
    "sk": """
        a v na z do od po za o u sa si nie ano je som su bol bola bolo ja ty on ona my
        vy oni ma ta mi ti ho jej moj moja tvoj to ten co ako kde kedy kto preco ale
        lebo uz este aj len teraz potom dnes zajtra vcera dobre dobry den vecer noc ahoj
        cau dik dakujem prosim prepac mozem mozes chcem chces viem vies mam mas budem
        budes hned asi hej fakt velmi nic vsetko
        """,
    "hr": """
        i u na s do od po za o se si ne da je sam smo ste su bio bila bilo ja ti on ona
        mi vi oni me te mu joj moj moja tvoj to taj sta sto kako gdje gde kad kada tko
        ko zasto ali jer vec jos samo sad sada onda danas sutra jucer dobro dobar dan
        vecer noc bok cao hvala molim oprosti mogu mozes hocu hoces znam znas imam imas
        cu ces odmah mozda ma bas puno nista sve nije
        """,
    "ro": """
        si in pe cu de la din pentru o un nu da e este sunt esti eu tu el ea noi voi ei
        mie tie imi iti il mea ta ce cum unde cand cine dece dar ca sa daca deja inca
        doar acum apoi azi maine ieri bine buna ziua seara noapte salut multumesc mersi
        rog scuze pot poti vreau vrei stiu am ai are poate foarte mult nimic tot fac
        faci vin
        """,
    "hu": """
        a az egy es is nem igen van vagyok vagy volt en te o mi ti ok nekem neked engem
        teged mit hogy hol mikor ki miert de ha mar meg csak most aztan ma holnap tegnap
        jo jol napot estet reggelt szia sziasztok koszi koszonom kerlek bocs bocsi tudok
        tudsz akarok tudom majd lesz talan nagyon sok semmi minden itt ott
        """,
    "tr": """
        ve bir bu su o ben sen biz siz onlar bana sana beni seni benim senin ne nasil
        nerede neredesin nerde nerdesin zaman kim neden niye ama degil var yok evet
        hayir mi mu misin musun icin ile da de daha cok sonra simdi bugun yarin dun gece
        aksam sabah iyi guzel tamam tmm merhaba selam slm tesekkurler tesekkur ederim
        sagol lutfen pardon kusura istiyorum biliyorum bilmiyorum geliyorum gel git hadi
        belki hicbir sey hepsi abi canim kanka naber napiyorsun nasilsin yani
        """,
    "vi": """
        la va cua co khong ko k thi ma nay do kia toi minh ban anh em chi no ho chung ta
        gi sao dau khi nao ai tai vi nhung neu roi da dang se chua cung van bay gio hom
        ngay mai qua sang tot chao cam on camon xin loi vang u uh duoc dc muon biet lam
        di den ve an com ngu nha nhe nhi a oi rat nhieu het con nua day thoi vay the voi
        cho
        """,
    "id": """
        yang dan di ke dari untuk dengan ini itu ada tidak gak ga nggak ngga enggak tdk
        aku saya gue gw gua kamu km lo lu dia kita kami mereka apa gimana bagaimana
        dimana kapan siapa kenapa knp tapi kalo kalau udah sudah udh belum blm juga aja
        saja lagi lg sekarang nanti ntar besok kemarin hari malam pagi siang bisa mau
        tau tahu makasih terima kasih mksh tolong maaf ya iya yg dgn sih dong deh nih
        kok banget bgt wkwk wkwkwk haha jadi sama buat bikin pergi makan tidur rumah kak
        mas mbak sampai sampe
        """,
    "ms": """
        yang dan di ke dari untuk dengan ini itu ada tidak tak x aku saya awak kau dia
        kita kami mereka apa macam mana bila siapa kenapa tapi kalau dah sudah belum
        juga je saja lagi sekarang nanti esok semalam hari malam pagi boleh nak tahu
        terima kasih tolong maaf ya lah kan sangat buat pergi makan tidur rumah kat
        korang takpe jom la sampai
        """,
    "tl": """
        ang ng sa na ay at mga si ni kay ako ikaw ka mo ko siya kami tayo kayo sila ito
        iyan yan yun ano saan nasaan kailan sino bakit paano pero kung hindi di oo po
        opo wala may meron lang naman din rin ba pa ngayon mamaya bukas kahapon salamat
        pasensya sige gusto alam kain uwi tara
        """,
    "sw": """
        na ya wa kwa ni si la za cha katika hii hiyo mimi wewe yeye sisi nini wapi lini
        nani lakini sana asante tafadhali samahani habari jambo mambo poa leo kesho jana
        sasa ndiyo hapana sawa niko uko
        """,
    "ca": """
        que de la el els les un una i en per amb com quan on qui perque pero si no em et
        es ho soc ets estic vaig vas anem gracies bon bona dia nit dema avui ahir
        ara despres molt mes ja tambe res tot aqui be us plau adeu fins
        """,
    "af": """
        die en van is nie ek jy hy sy ons julle hulle my jou dit dat wat waar wanneer
        wie hoekom hoe maar as ja nee het sal kan wil moet nou dan hier daar goed dankie
        asseblief more vandag gister baie lekker
        """,
    "sq": """
        dhe ne te me nga per nje eshte jam je jemi une ti ai ajo cfare ku kur kush pse
        si por nese po jo nuk tani pastaj sot neser dje mire faleminderit ju lutem
        """,
    "lt": """
        ir yra ne taip as tu jis ji mes jus ka kaip kur kada kas kodel bet jei jau dar
        tik dabar siandien rytoj vakar gerai labas aciu prasau atsiprasau labai
        """,
    "lv": """
        un ir ne ja es tu vins vina mes jus ko ka kur kad kas kapec bet jau vel tikai
        tagad sodien rit vakar labi sveiki cau paldies ludzu piedod loti
        """,
    "et": """
        ja on ei jah ma sa ta me te nad mina sina mida kus millal kes miks kuidas aga
        kui juba veel ainult nuud siis tana homme eile hasti tere aitah palun vabandust
        vaga
        """,
    "sl": """
        in je ne da jaz ti on ona mi vi oni kaj kako kje kdaj kdo zakaj ampak ker ze se
        samo zdaj potem danes jutri vceraj dobro zivjo hvala prosim oprosti lahko sem si
        smo nisem
        """,
    "az": """
        ve bir bu o men sen biz siz mene sene ne nece harada haradasan vaxt kim niye
        amma deyil var yox beli he ucun indi sonra gun sabah dunen yaxsi salam sag ol
        tesekkur xahis edirem
        """,
    "uz": """
        va bir bu u men sen biz siz nima qanday qayerda qachon kim nega lekin emas bor
        yoq ha uchun hozir keyin bugun ertaga kecha yaxshi salom rahmat iltimos
        kechirasiz
        """,
    "ru": """
        и в не на я ты он она мы вы они что это как так где когда кто почему но да нет
        уже еще ещё тоже только сейчас щас потом сегодня завтра вчера хорошо привет
        спасибо пожалуйста плиз пж прости извини могу можешь хочу хочешь знаю буду есть
        был была меня тебя мне тебе его ее её у с к по за из для если очень ничего все
        всё давай ладно окей ага че чё норм хз спс ок ну вот просто пока блин лол
        """,
    "uk": """
        і в не на я ти він вона ми ви вони що це як так де коли хто чому але та ні вже
        ще теж тільки лише зараз потім сьогодні завтра вчора добре привіт дякую будь
        ласка вибач пробач можу можеш хочу хочеш знаю буду є був була мене тебе мені
        тобі його її у з до по за із для якщо дуже нічого все давай гаразд ага шо норм
        просто поки йду прийду
        """,
    "be": """
        і ў не на я ты ён яна мы вы яны што гэта як так дзе калі хто чаму але ды ужо
        яшчэ таксама толькі зараз потым сёння заўтра учора добра прывітанне дзякуй ласка
        выбач магу хачу ведаю буду ёсць быў была мяне цябе мне табе
        """,
    "bg": """
        и в не на аз ти той тя ние вие те какво това как така къде кога кой защо но да
        вече още също само сега после днес утре вчера добре здравей здрасти благодаря
        моля извинявай съжалявам мога можеш искам искаш знам ще съм си е сме сте са беше
        мен теб ми му й с за от до по без ако много нищо всичко хайде айде мерси чао ли
        след малко
        """,
    "mk": """
        и во не на јас ти тој таа ние вие тие што ова како така каде кога кој зошто но
        да веќе уште исто само сега потоа денес утре вчера добро здраво благодарам фала
        молам извини можам можеш сакам знам ќе сум си е сме сте се беше мене тебе ми му
        со за од до по ако многу ништо сè ајде ли
        """,
    "sr": """
        и у не на ја ти он она ми ви они шта ово како тако где кад када ко зашто али да
        већ још такође само сад сада после данас сутра јуче добро здраво хвала молим
        извини могу можеш хоћу знам ћу сам си је смо сте су био била мене тебе са за од
        до по ако много ништа све хајде ли ћао
        """,
    "kk": """
        мен сен ол біз сіз олар не бұл қалай қайда қашан кім неге бірақ иә жоқ енді
        қазір кейін бүгін ертең кеше жақсы сәлем рахмет
        """,
    "ky": """
        мен сен ал биз сиз алар эмне бул кандай кайда качан ким эмнеге бирок ооба жок
        азыр кийин бүгүн эртең кечээ жакшы салам рахмат
        """,
    "mn": """
        би чи тэр бид та тэд юу энэ яаж хаана хэзээ хэн яагаад гэхдээ тийм үгүй одоо
        дараа өнөөдөр маргааш өчигдөр сайн байна уу баярлалаа
        """,
    "ar": """
        في من على الى إلى عن مع هذا هذه انا أنا انت أنت هو هي نحن ما ماذا شو ايش كيف وين
        اين متى مين ليش لماذا لكن بس لا نعم اه ايوه الان الآن هلا بعد اليوم بكرا بكرة
        غدا امس كويس تمام طيب مرحبا السلام عليكم شكرا عفوا آسف اسف ممكن والله يا ان شاء
        الله اللي كان حبيبي كل يعني خلاص عندي جدا كتير
        """,
    "fa": """
        در از به با برای این آن من تو او ما شما چی چه چطور کجا کی چرا ولی اما نه آره بله
        الان بعد امروز فردا دیروز خوب خوبه سلام مرسی ممنون لطفا ببخشید میشه می را رو که
        است هست هستم نیست باشه خیلی همه هیچی بیا دارم میرم داری میکنم میکنی چیکار عزیزم
        خونه
        """,
    "ur": """
        میں سے کو کا کی کے ہے ہیں ہوں ہو یہ وہ تم آپ ہم کیا کیسے کہاں کب کون کیوں لیکن
        مگر نہیں ہاں جی اب ابھی بعد آج کل اچھا ٹھیک سلام شکریہ معاف مہربانی رہا رہی رہے
        تھا تھی گا گی بہت سب کچھ بھائی یار مجھے اور
        """,
    "ps": """
        زه ته هغه موږ تاسو څه څنګه چيرته کله څوک ولې خو هو نه اوس نن سبا ښه سلام مننه دی
        ده دي
        """,
    "hi": """
        में से को का की के है हैं हूँ हूं हो यह वह तुम आप हम मैं क्या कैसे कहाँ कहां कब
        कौन क्यों लेकिन पर नहीं हाँ हां जी अब अभी बाद आज कल अच्छा ठीक नमस्ते धन्यवाद
        शुक्रिया माफ़ कृपया रहा रही रहे था थी गया गई बहुत सब कुछ भाई यार मुझे और भी तो
        ही
        """,
    "mr": """
        आहे आहेत आहेस मी तू तो ती आम्ही तुम्ही काय कसे कसा कुठे केव्हा कोण का पण नाही हो
        आता नंतर आज उद्या काल चांगले ठीक नमस्कार धन्यवाद कृपया माफ करा मला तुला आणि खूप
        सगळे
        """,
    "ne": """
        छ छन् छु हो हुन् म तिमी तपाईं उनी हामी के कसरी कहाँ कहिले को किन तर होइन अहिले
        पछि आज भोलि हिजो राम्रो ठीक नमस्ते धन्यवाद माफ मलाई र धेरै सबै गर्छु
        """,
}

_NEUTRAL_WORDS: Final = """
    ok okay okey oki k kk lol lmao rofl haha hahaha hahahaha hehe hehehe hihi ahaha hah
    heh xd wow hm hmm hmmm mmm uh um oh ah aha eh wtf omg hi hey bye pm am gif wifi app
    link bug ppt pdf zoom email mail sms qq wechat whatsapp facebook instagram tiktok
    youtube google iphone emmm emm mm ааа хаха ахах ахаха хахаха ок лол 哈 ха
"""
# Words that people of many languages write tell nothing.
_NEUTRAL: Final = frozenset(_NEUTRAL_WORDS.split())

_FACES: Final = frozenset("哈呵嘿嘻ㅋㅎㅠㅜツ")
_LAUGHS: Final = ("haha", "hehe", "ahah", "xaxa", "хаха", "ахах")


# Letters that have no accent to take off, as those write them who lack the key.
_PLAIN: Final = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae"})


def plain(word: str) -> str:
    """A word in lower case without the accents of Latin letters ("não" → "nao")."""
    if word.isascii() or not "a" <= word[0] <= "\u024f":
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _WORDS.items():
        for word in {plain(word) for word in words.split()}:
            found[word] = (*found.get(word, ()), language)
    return found


LANGUAGES_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(_by_word())
"""The languages in which a word, in lower case and without accents, is one of the commonest."""


def is_neutral(word: str) -> bool:
    """Whether the word, in lower case, tells no language: laughter, "ok", a name of a program."""
    return word in _NEUTRAL or (len(word) > 3 and word.startswith(_LAUGHS))


def is_laughter(letters: str) -> bool:
    """Whether a run of letters is laughter, tears or a face only: "哈哈", "ㅋㅋ", "ツ"."""
    return letters[0] in _FACES and _FACES.issuperset(letters)
