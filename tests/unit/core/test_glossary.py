"""The person's terms, and the CSV that they are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.glossary import (
    LONGEST,
    BadLine,
    Glossary,
    Term,
    Terms,
    csv_line,
    format_csv,
    parse_csv,
    with_term,
    without_term,
)


def found(terms: list[Term], text: str) -> list[str]:
    """What is found as terms, and what each stands for."""
    known = Terms(terms)
    spans = sorted(known.find(text))
    words = [text[s.start : s.end] for s in spans]
    return [f"{word}={term.target}" for word in words if (term := known.term_of(word))]


def test_terms_are_found_exactly() -> None:
    terms = [
        Term("request", "请求"),
        Term("merge request", "合并请求"),
        Term("IT", "信息部", match_case=True),
        Term("sub", "子", whole_word=False),
        Term("云", "cloud"),
        Term("C++", "C++"),
    ]
    said = "A Merge Request: it is requested by IT, submit a REQUEST, 云上 C++!"
    assert found(terms, said) == [
        "Merge Request=合并请求",
        "IT=信息部",
        "sub=子",
        "REQUEST=请求",
        "云=cloud",
        "C++=C++",
    ]
    overlapping = [Term("IT is", "x", match_case=True), Term("is down", "y")]
    assert found(overlapping, "IT is down") == ["IT is=x"]
    assert Terms(terms).term_of("unheard of") is None
    assert list(Terms([]).find(said)) == []


def test_pairs_and_contradictions() -> None:
    glossary = Glossary(
        [
            Term("server", "server"),
            Term("Server", "服务器", "en", "zh-Hans"),
            Term("server", "伺服器", "", "zh-Hant"),
            Term("server", "Serveur", "en", "fr"),
            Term("SERVER", "servidor"),
        ]
    )
    assert len(glossary) == 4

    def target(*pair: str) -> list[str]:
        return [term.target for term in glossary.for_pair(*pair)]

    assert target("en", "zh-Hans") == ["服务器"]
    assert target("und", "zh-Hant") == ["伺服器"]
    assert target("en-GB", "fr") == ["Serveur"]
    assert target("de", "fr") == ["servidor"]
    assert glossary.for_pair("en", "fr") is glossary.for_pair("en", "fr")
    assert len(glossary.for_pair("en", "fr")) == 1


def test_what_spreadsheets_write() -> None:
    text = (
        "\ufeffsep=;\r\nSource;Target;from;to\r\n"
        'foo;"b;a""r";en;zh\r\n'
        "\r\n"
        "# a remark;;\r\n"
        "bad\r\n"
        '"open;x\r\n'
        " x ; y ;;klingon\r\n"
        "good;gut;;German;yes;NO\r\n"
        "flag;flag;;;perhaps\r\n"
        "much;viel;;;;;more\r\n"
        '"two\nlines";x\r\n'
        f"long;{'x' * (LONGEST + 1)}\r\n"
        "good;prima;;de;yes\r\n"
        "last;letzte"
    )
    read = parse_csv(text)
    assert read.terms == (
        Term("foo", 'b;a"r', "en", "zh-Hans"),
        Term("good", "prima", "", "de", match_case=True),
        Term("last", "letzte"),
    )
    assert read.bad_lines == (
        BadLine(6, "A term and its translation are needed."),
        BadLine(7, "A quotation mark is not closed."),
        BadLine(8, "There is no language 'klingon' here."),
        BadLine(9, "Line 15 says otherwise, and counts."),
        BadLine(10, "match_case is yes or no, not 'perhaps'."),
        BadLine(11, "There are more than six fields."),
        BadLine(12, "A term has one line."),
        BadLine(14, f"A term has at most {LONGEST} characters."),
    )


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimiters(mark: str) -> None:
    assert parse_csv(f"a{mark}b\nc{mark}d\n").terms == (Term("a", "b"), Term("c", "d"))


WORDS = st.text(alphabet=st.sampled_from("ab ,;\"'#=\t云"), min_size=1, max_size=6).map(str.strip)


@given(
    st.lists(
        st.builds(
            Term,
            WORDS.filter(bool),
            WORDS.filter(bool),
            st.sampled_from(["", "en", "zh-Hant"]),
            st.sampled_from(["", "de"]),
            st.booleans(),
            st.booleans(),
        ),
        max_size=5,
        unique_by=lambda term: term.key,
    )
)
def test_what_is_written_is_read_back(terms: list[Term]) -> None:
    read = parse_csv(format_csv(terms))
    assert read.terms == tuple(terms)
    assert not read.bad_lines


def test_the_file_keeps_what_the_person_wrote() -> None:
    text = '# mine\nsource;target\nfoo;bar\nbad\nthis;das;;klingon\n"open;x\nServer;Server;en;de'
    more = with_term(text, Term("semi;colon", "x", "", "de"))
    assert more == text + '\n"semi;colon";x;;de;no;yes\n'
    changed = with_term(more, Term("FOO", "baz"))
    assert changed == more.replace("foo;bar\n", "") + "FOO;baz;;;no;yes\n"
    gone, count = without_term(changed, Term("server", "", "en", "de"))
    assert (count, gone) == (1, changed.replace("Server;Server;en;de\n", ""))
    assert without_term(text, Term("other", ""))[1] == 0
    assert with_term("", Term("a", "b")).splitlines()[1] == csv_line(Term("a", "b"))
