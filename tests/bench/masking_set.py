"""Writes the labelled set for masking: values made from the numbering rules, put into chat lines.

python tests/bench/masking_set.py      # writes tests/data/masking_labelled.jsonl, always the same

The rules are written out here once more, apart from the finders; tests/unit/core/test_masking_set
checks every value with the libraries that know its check digits. No value was taken from anywhere.
"""

from __future__ import annotations

import json
import random
import string
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import masking_frames as frames  # noqa: E402

LABELLED = ROOT / "tests" / "data" / "masking_labelled.jsonl"
PER_KIND = 56


class Values:
    """Values of each kind, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def digits(self, count: int) -> str:
        return "".join(self._random.choices(string.digits, k=count))

    def pick(self, *options: str) -> str:
        return self._random.choice(options)

    def between(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def letters(self, count: int, alphabet: str = string.ascii_uppercase) -> str:
        return "".join(self._random.choices(alphabet, k=count))

    def phone(self) -> str:
        d, two = self.digits, self.between(2, 9)
        return self.pick(
            f"{self.pick('138', '139', '150', '177', '186', '199')}{d(8)}",
            f"{self.pick('138', '151', '188')} {d(4)} {d(4)}",
            f"{self.pick('135', '159', '182')}-{d(4)}-{d(4)}",
            f"+86 {self.pick('138', '136', '187')} {d(4)} {d(4)}",
            f"010-6{two}{d(6)}",
            f"021-5{two}{d(6)}",
            f"0755-8{two}{d(6)}",
            f"400-{self.pick('820', '810', '888')}-{d(4)}",
            f"({self.pick('415', '212', '312')}) 555-01{d(2)}",
            f"{self.pick('415', '646', '206')}-555-01{d(2)}",
            f"+1 {self.pick('415', '212', '312')} 555 01{d(2)}",
            f"+44 20 7946 0{d(3)}",
            f"07700 900{d(3)}",
            f"020 7946 0{d(3)}",
            f"+49 151 {two}{d(3)} {d(4)}",
            f"+33 6 {two}{d(1)} {d(2)} {d(2)} {d(2)}",
            f"+81 90-{two}{d(3)}-{d(4)}",
            f"+852 9{d(3)} {d(4)}",
            f"+65 9{d(3)} {d(4)}",
        )

    def email(self) -> str:
        name = self.pick("anna", "li.wei", "j_doe", "mia+chat", "wang2008", "k.o'neil", "007x")
        name += self.pick("", self.digits(2), f".{self.letters(3, string.ascii_lowercase)}")
        host = self.pick("example.org", "mail.example.com", "example.com.cn", "qq.example.net")
        return f"{name}@{host}"

    def _with_luhn(self, start: str) -> str:
        """With the check digit of ISO/IEC 7812."""
        total = 0
        for i, digit in enumerate(reversed(start)):
            value = int(digit) * (2 if i % 2 == 0 else 1)
            total += value - 9 if value > 9 else value
        return start + str(-total % 10)

    def card(self) -> str:
        prefix, length = random.Random(self.digits(9)).choice(
            [
                *[("4", 16), ("51", 16), ("55", 16), ("2720", 16), ("34", 15), ("37", 15)],
                *[("36", 14), ("3528", 16), ("6011", 16)],
                *[("622202", 19), ("621226", 19), ("625910", 16)],
            ]
        )
        number = self._with_luhn(prefix + self.digits(length - 1 - len(prefix)))
        return self.pick(number, " ".join(_fours(number)), "-".join(_fours(number)))

    def iban(self) -> str:
        country, bban = random.Random(self.digits(9)).choice(
            [
                ("DE", f"{self.between(10_000_000, 89_999_999)}{self.digits(10)}"),
                ("GB", f"{self.pick('WEST', 'BARC', 'LOYD')}{self.digits(14)}"),
                ("NL", f"{self.pick('ABNA', 'INGB')}{_elfproef(self)}"),
                ("AT", self.digits(16)),
                ("CH", f"00{self.digits(3)}{self.digits(12)}"),
            ]
        )
        rest = 98 - _number(f"{bban}{country}00") % 97
        compact = f"{country}{rest:02}{bban}"
        return self.pick(compact, " ".join(_fours(compact)))

    def resident(self) -> str:
        """GB 11643."""
        region = self.pick("110105", "310104", "110101", "310101", "120101", "110108")
        body = f"{region}{self._date(1950, 2012)}{self.digits(3)}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        check = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
        return body + "10X98765432"[check]

    def _date(self, first: int, last: int) -> str:
        return f"{self.between(first, last)}{self.between(1, 12):02}{self.between(1, 28):02}"

    def company(self) -> str:
        """GB 32100."""
        alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        body = f"{self.pick('91', '92', '12', '52')}{self.pick('110108', '310115', '440300')}"
        body += self.digits(8) + self.pick(*"0123456789X")
        # GB 11714: the ninth to seventeenth character are an organisation code of its own
        weights = (3, 7, 9, 10, 5, 8, 4, 2)
        inner = 11 - sum(int(d) * w for d, w in zip(body[8:16], weights, strict=True)) % 11
        body = body[:16] + "0123456789X0"[inner]
        total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(body))
        return body + alphabet[-total % 31]

    def foreign_id(self) -> str:
        d = self.digits
        kind = self.between(0, 7)
        if kind == 0:  # United States
            return f"{self.between(1, 665):03}-{self.between(1, 99):02}-{self.between(1, 9999):04}"
        if kind == 1:  # Spain
            number = self.between(10_000_000, 99_999_999)
            return f"{number}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"
        if kind == 2:  # Brazil
            base = d(9)
            for _ in range(2):
                weights = range(len(base) + 1, 1, -1)
                rest = sum(int(c) * w for c, w in zip(base, weights, strict=True)) * 10 % 11
                base += str(rest % 10)
            return f"{base[:3]}.{base[3:6]}.{base[6:9]}-{base[9:]}"
        if kind == 3:  # Finland
            date = f"{self.between(1, 28):02}{self.between(1, 12):02}{self.between(40, 99)}"
            serial = f"{self.between(2, 899):03}"
            check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(date + serial) % 31]
            return f"{date}-{serial}{check}"
        if kind == 4:  # France
            body = f"{self.pick('1', '2')} {self.between(50, 99)} {self.between(1, 12):02} "
            body += f"{self.between(10, 19)} {self.between(1, 400):03} {self.between(1, 400):03}"
            return f"{body} {97 - int(body.replace(' ', '')) % 97:02}"
        if kind == 5:  # South Korea
            body = f"{self.between(50, 99)}{self.between(1, 12):02}{self.between(1, 28):02}"
            body += f"{self.pick('1', '2')}{self.between(0, 95):02}{d(3)}"
            weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
            rest = sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11
            return f"{body[:6]}-{body[6:]}{(11 - rest) % 10}"
        if kind == 6:  # Sweden
            body = f"{self.between(50, 99)}{self.between(1, 12):02}{self.between(1, 28):02}{d(3)}"
            return f"{body[:6]}-{self._with_luhn(body)[6:]}"
        # Switzerland: EAN-13
        body = f"756{d(9)}"
        total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(body))
        whole = f"{body}{-total % 10}"
        return f"{whole[:3]}.{whole[3:7]}.{whole[7:11]}.{whole[11:]}"

    def identity(self) -> str:
        makers = (self.resident, self.resident, self.company, self.foreign_id, self.foreign_id)
        return makers[self.between(0, 4)]()

    def passport(self) -> str:
        d = self.digits
        return self.pick(f"E{d(8)}", f"EJ{d(7)}", f"G{d(8)}", d(9), f"C{d(8)}", f"{d(2)}AB{d(5)}")

    def plate(self) -> str:
        city = self.pick("京A", "沪B", "粤B", "浙A", "川A", "苏E", "鲁B", "渝C")
        body = f"{self.letters(1, 'ABCDEFGHJK')}{self.digits(4)}"
        green = f"{self.pick('D', 'F')}{self.digits(5)}"
        return self.pick(f"{city}{body}", f"{city}·{body}", f"{city}{green}", f"{city} {body}")

    def foreign_plate(self) -> str:
        german = f"{self.pick('B', 'M', 'HH', 'KA')}-{self.letters(2, 'ABCEFKLM')} "
        british = f"{self.letters(2, 'ABCDEFGH')}{self.pick('19', '23', '71', '65')} "
        return self.pick(
            f"{german}{self.between(10, 9999)}", f"{british}{self.letters(3, 'ABCDEFGHJK')}"
        )

    def network(self) -> str:
        return self.pick(
            f"192.168.{self.between(0, 255)}.{self.between(1, 254)}",
            f"10.{self.between(0, 255)}.{self.between(0, 255)}.{self.between(1, 254)}",
            f"203.0.113.{self.between(1, 254)}",
            f"198.51.100.{self.between(1, 254)}:8080",
            f"2001:db8::{self.between(1, 9)}{self.letters(3, 'abcdef')}:{self.between(1, 9999)}",
            f"fe80::{self.letters(4, 'abcdef')}:{self.between(1000, 9999)}:1:2",
        )

    def mac(self) -> str:
        pairs = [f"{self.between(0, 255):02x}" for _ in range(6)]
        return self.pick(":".join(pairs), "-".join(pairs).upper(), ":".join(pairs).upper())

    def key(self) -> str:
        some = string.ascii_letters + string.digits
        return self.pick(
            f"sk-{self.letters(48, some)}",
            f"sk-proj-{self.letters(40, some)}",
            f"ghp_{self.letters(36, some)}",
            f"AKIA{self.letters(16, string.ascii_uppercase + '234567')}",
            f"AIza{self.letters(35, some + '-_')}",
            f"xoxb-{self.digits(12)}-{self.letters(24, some)}",
            f"glpat-{self.letters(20, some)}",
            f"hf_{self.letters(34, string.ascii_letters)}",
            f"eyJhbGciOiJIUzI1NiJ9.eyJ{self.letters(30, some)}.{self.letters(43, some + '-_')}",
            self.letters(40, some),
            self.letters(32, string.digits + "abcdef"),
        )

    def code(self) -> str:
        return self.pick(self.digits(6), self.digits(4), self.digits(6), f"G-{self.digits(6)}")

    def address(self) -> str:
        number = self.between(1, 999)
        return self.pick(
            f"北京市朝阳区建国路{number}号",
            f"上海市浦东新区世纪大道{number}号{self.between(2, 30)}楼",
            f"广东省深圳市南山区科技园路{number}号{self.between(1, 9)}栋{self.digits(3)}室",
            f"杭州市西湖区文三路{number}号",
            f"成都市武侯区人民南路四段{number}号",
            f"中山路{number}号{self.between(1, 20)}单元{self.digits(3)}室",
        )

    def western_address(self) -> str:
        number = self.between(1, 1999)
        return self.pick(
            f"{number} Maple Street",
            f"{number} North Oak Ave",
            f"{number} Baker Street, London NW1 6XE",
            f"{number} Sunset Blvd, Los Angeles, CA 900{self.digits(2)}",
            f"{number} Park Road",
            f"{number} W 42nd St",
            f"Hauptstraße {number % 100 + 1}",
            f"Lindenweg {number % 100 + 1}, 10115 Berlin",
        )

    def secret_url(self) -> tuple[str, str]:
        """A whole address and the part of it that is secret."""
        some = string.ascii_letters + string.digits
        secret = self.letters(self.between(12, 32), some)
        name = self.pick("token", "key", "sig", "access_token", "signature", "password", "api_key")
        page = self.pick("https://example.com/share", "http://files.example.org/d/report.pdf")
        return random.Random(secret).choice(
            [
                (f"{page}?id=7&{name}={secret}", secret),
                (f"{page}?{name}={secret}&lang=zh", secret),
                (f"https://admin:{secret}@example.com/panel", f"admin:{secret}"),
            ]
        )


def _fours(text: str) -> list[str]:
    return [text[i : i + 4] for i in range(0, len(text), 4)]


def _number(text: str) -> int:
    """ISO 7064: letters count from 10."""
    return int("".join(str(int(c, 36)) for c in text))


def _elfproef(values: Values) -> str:
    """A Dutch account: its weighted sum is divisible by eleven."""
    while True:
        account = f"0{values.digits(9)}"
        if sum(int(d) * (10 - i) for i, d in enumerate(account)) % 11 == 0:
            return account


def rows() -> Iterator[dict[str, object]]:
    """The whole set: lines with something private, then look-alikes with nothing."""
    values = Values(20_261_122)
    makers: dict[str, Callable[[], str]] = {
        "PHONE": values.phone,
        "EMAIL": values.email,
        "CARD": values.card,
        "IBAN": values.iban,
        "ID": values.identity,
        "PASSPORT": values.passport,
        "PLATE": values.plate,
        "IP": values.network,
        "MAC": values.mac,
        "KEY": values.key,
        "CODE": values.code,
        "ADDRESS": values.address,
    }
    special = {"PLATE_WEST": values.foreign_plate, "ADDRESS_WEST": values.western_address}
    for name, sentences in frames.PRIVATE.items():
        kind = name.removesuffix("_WEST")
        make = special.get(name) or makers.get(name)
        for i in range(PER_KIND if name == kind else PER_KIND // 2):
            lang, sentence = sentences[i % len(sentences)]
            if make is None:
                address, value = values.secret_url()
                text = sentence.replace("{}", address)
            else:
                value = make()
                text = sentence.replace("{}", value)
            yield {"text": text, "lang": lang, "private": [[kind, value]]}
    for lang, sentence in frames.MIXED:
        private: list[list[str]] = []
        text = sentence
        for kind, make in makers.items():
            if f"{{{kind}}}" in text:
                private.append([kind, make()])
                text = text.replace(f"{{{kind}}}", private[-1][1])
        yield {"text": text, "lang": lang, "private": private}
    seen: set[str] = set()
    for lang, sentence in frames.LOOK_ALIKES:
        for _ in range(3 if "#" in sentence else 1):
            text = "".join(values.digits(1) if c == "#" else c for c in sentence)
            if text not in seen:
                seen.add(text)
                yield {"text": text, "lang": lang, "private": []}


def main() -> None:
    """Write the set."""
    lines = dict.fromkeys(json.dumps(row, ensure_ascii=False) for row in rows())
    LABELLED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
