"""What is never read: by application, title and address, from the start or by choice."""

from __future__ import annotations

import pytest

from copilot.core.bounds import WHY, Bounds, Place, Places, Profile, host_of
from copilot.store import resources
from copilot.store.bounds import bounds_of, parse_kinds
from copilot.store.settings import ReadingSettings

KINDS = parse_kinds(resources.read_text("denied.toml"))
START = Bounds(kinds=KINDS)


def page(address: str, title: str = "Chat - Chromium") -> Place:
    return Place({"chromium"}, (title,), address, page=True)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://anna@www.Example.com:8080/inbox?x", "www.example.com"),
        ("www.example.com", "www.example.com"),
        ("http://localhost:9000", "localhost"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("http://[::1]:80/x", "[::1]"),
        ("https://example.com.", "example.com"),
        ("file:///home/me/x.html", ""),
        ("about:blank", ""),
        ("", ""),
    ],
)
def test_hosts(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    "place",
    [
        Place({"keepassxc"}),
        Place({"1password", "electron"}),
        Place({"pinentry-gtk-2"}),
        page("https://www.paypal.com/signin"),
        page("https://www.hsbc.co.uk/1/2"),
        page("https://meine.deutsche-bank.de/"),
        page("https://onlinebanking.example.org/"),
        page("https://mybank.icbc.com.cn/x"),
        page("https://vault.bitwarden.com/#/vault"),
        page("https://accounts.google.com/v3/signin"),
        page("https://chat.example", "Chat - Chromium (Incognito)"),
        page("https://chat.example", "Chat — Mozilla Firefox Private Browsing"),
        page("https://chat.example", "聊天 - Chromium（无痕模式）"),
        page("https://chat.example", "チャット - Google Chrome (シークレット モード)"),
        page("https://chat.example", "Chat - [InPrivate] - Microsoft​ Edge"),
    ],
)
def test_what_is_denied_from_the_start(place: Place) -> None:
    refusal = START.refusal_of_known(place)
    assert refusal is not None
    assert refusal.reason.endswith("read.")
    assert "reading.lift" in refusal.hint


@pytest.mark.parametrize(
    "place",
    [
        Place({"gajim"}, ("Gajim",)),
        Place({"telegram desktop"}, ("Incognito friends",)),
        page("https://web.whatsapp.com/"),
        page("https://app.slack.com/client", "Private channel plans - Slack - Chromium"),
        page("https://chat.example", "Incognito, the film - Chat - Chromium"),
        page("https://wisely.example/"),
        page("https://chat.example/paypal.com"),
        page("http://127.0.0.1:9000/"),
        page("file:///home/me/paypal.com.html"),
    ],
)
def test_what_is_not(place: Place) -> None:
    assert START.refusal_of_known(place) is None


def test_the_hint_says_what_to_lift_and_lifting_it_helps() -> None:
    for place, entry in (
        (page("https://www.paypal.com/"), "paypal"),
        (page("https://x.example", "x - Chromium (Incognito)"), "incognito"),
        (Place({"keepassxc"}), "keepassxc"),
        (page("https://some-bank.example"), "bank"),
    ):
        refusal = START.refusal(place)
        assert refusal is not None
        assert f'"{entry}"' in refusal.hint
        lifted = bounds_of(ReadingSettings(lift=(f" {entry.upper()} ",)))
        assert lifted.refusal_of_known(place) is None


def test_what_a_person_denies() -> None:
    bounds = bounds_of(
        ReadingSettings(
            deny=("Signal",), deny_titles=("salary",), deny_addresses=("https://Work.example/x",)
        )
    )
    for place in (
        Place({"signal"}),
        Place({"gajim"}, ("Salary talks",)),
        page("https://chat.work.example/room"),
    ):
        refusal = bounds.refusal(place)
        assert refusal is not None
        assert "You chose" in refusal.reason
    assert bounds.refusal_of_known(Place({"gajim"}, ("Anna",))) is None
    assert bounds.refusal_of_known(page("https://homework.example")) is None


def test_an_application_that_is_paused_can_be_resumed() -> None:
    paused = START.pausing(["Gajim"])
    refusal = paused.refusal(Place({"gajim"}))
    assert refusal is not None
    assert refusal.action == "resume"
    assert paused.refusal(Place({"pidgin"})) is None
    assert paused.pausing(()).refusal(Place({"gajim"})) is None
    denied = paused.denying("Gajim").refusal(Place({"gajim"}))
    assert denied is not None
    assert "You chose" in denied.reason  # what is denied stays so, whatever is resumed


def test_where_anything_is_allowed_only_that_is_read() -> None:
    bounds = bounds_of(
        ReadingSettings(allow=("gajim",), allow_titles=("team",), allow_addresses=("chat.example",))
    )
    for place in (
        Place({"gajim"}, ("Anna",)),
        Place({"pidgin"}, ("The Team",)),
        page("https://chat.example/anna"),
    ):
        assert bounds.refusal_of_known(place) is None
    other = page("https://other.example")
    assert bounds.refusal(other) is None  # while its address is not known
    refusal = bounds.refusal_of_known(other)
    assert refusal is not None
    assert "allowed" in refusal.reason
    assert bounds.denying("Gajim").refusal(Place({"gajim"})) is not None
    denied = bounds_of(ReadingSettings(allow=("keepassxc",)))
    assert denied.refusal(Place({"keepassxc"})) is not None  # what is denied stays so


def test_empty_entries_mean_nothing() -> None:
    bounds = Bounds(Places.of([""], [" "], [""]), Places.of([""], [""], [""]))
    assert bounds.refusal_of_known(Place({"gajim"}, ("Gajim",))) is None


def test_the_list_is_sound() -> None:
    for kind in KINDS:
        assert WHY[kind.name].reason.endswith("read.")
        assert any((kind.apps, kind.hosts, kind.labels, kind.words, kind.endings))
        for entry in (*kind.apps, *kind.hosts, *kind.labels, *kind.words, *kind.endings):
            assert entry == entry.strip().casefold(), entry
        assert all(host_of(host) == host and "." in host for host in kind.hosts)
        assert not any("." in label for label in kind.labels)


def test_the_least_that_a_profile_allows_counts() -> None:
    bounds = Bounds().with_profiles({"A": Profile("draft", "paste"), "b": Profile("all", "keys")})
    assert bounds.profile({"a", "b"}) == Profile("draft", "paste")
    assert bounds.profile({"b"}) == Profile("all", "keys")
    assert bounds.profile(()) == Profile()
    assert bounds.refusal(Place({"a"})) is None
    nothing = Bounds().with_profiles({" Gajim ": Profile("nothing")})
    refusal = nothing.refusal(Place({"gajim"}))
    assert refusal is not None
    assert "You chose" in refusal.reason
