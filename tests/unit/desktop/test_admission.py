"""A window is admitted or refused by what is known of it at each step."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.bounds import Bounds, Profile
from copilot.core.model import Rect
from copilot.desktop.apps import Apps
from copilot.desktop.linux.accessible import Ref
from copilot.desktop.linux.admission import Admission
from copilot.desktop.linux.focus import Application, Focus
from copilot.desktop.linux.windows import DesktopWindow
from copilot.store import resources
from copilot.store.bounds import bounds_of
from copilot.store.settings import ReadingSettings

APPS = Apps.parse(resources.read_text("apps.toml"))
BROWSER = Application(":1.7", 7, "Chromium", "chromium")
WINDOW = DesktopWindow(1, 7, "chromium", "Chromium", "Team - Chromium", Rect(0, 0, 9, 9))
PAGE = Focus(
    app=BROWSER,
    field=Ref(":1.7", "/field"),
    frame=Ref(":1.7", "/frame"),
    title="Team - Chromium",
    single_line=False,
    writable=False,
    document=Ref(":1.7", "/page"),
    url="https://chat.example/team",
)


def admission(**reading: tuple[str, ...]) -> Admission:
    settings = replace(ReadingSettings(), **reading)
    return Admission(bounds_of(settings), APPS)


def test_an_ordinary_page_is_admitted() -> None:
    it = admission()
    assert it.window("Chromium", WINDOW) is None
    assert not it.is_too_early(PAGE)
    assert it.field(PAGE, WINDOW) is None
    assert it.selection("Chromium", WINDOW, (PAGE.title,), PAGE.url) is None


def test_a_page_without_an_address_waits_where_one_is_to_come() -> None:
    assert Admission.is_too_early(replace(PAGE, url=""))
    other = replace(BROWSER, toolkit="gtk")
    assert not Admission.is_too_early(replace(PAGE, url="", app=other))
    assert not Admission.is_too_early(replace(PAGE, url="", document=None))


def test_only_the_window_itself_says_that_it_is_private() -> None:
    private = replace(PAGE, title="Team - Chromium (Incognito)")
    refused = admission().field(private, WINDOW)
    assert refused is not None
    assert refused.chosen
    assert (refused.app, refused.app_name) == ("chromium", "Chromium")
    assert admission().selection("Chromium", WINDOW, (private.title,), PAGE.url) is not None


def test_an_application_is_refused_before_its_fields_are_looked_for() -> None:
    safe = replace(WINDOW, title="Safe", wm_class="KeePassXC", wm_instance="keepassxc")
    assert admission().window("KeePassXC", safe) is not None
    assert admission().unreadable(safe) is not None
    assert admission(lift=("keepassxc",)).window("KeePassXC", safe) is None


def test_a_page_is_meant_by_its_own_name_too() -> None:
    lounge = replace(WINDOW, title="anna — The Lounge - Chromium")
    it = admission(deny=("thelounge",))
    assert it.window("Chromium", lounge) is None
    assert it.field(PAGE, lounge) is not None
    assert it.field(PAGE, WINDOW) is None
    assert it.selection("Chromium", lounge, (), PAGE.url) is not None


def test_what_alone_is_allowed_is_decided_when_all_is_known() -> None:
    it = admission(allow_addresses=("chat.example",))
    assert it.window("Chromium", WINDOW) is None
    assert it.field(PAGE, WINDOW) is None
    assert it.field(replace(PAGE, url="https://other.example"), WINDOW) is not None
    assert it.unreadable(WINDOW) is not None


def test_bounds_change_while_it_runs() -> None:
    it = Admission(Bounds(), APPS)
    it.deny("Chromium")
    assert it.window("Chromium", WINDOW) is not None
    it.restrict(Bounds())
    assert it.window("Chromium", WINDOW) is None


def test_a_profile_is_that_of_the_page_or_of_its_browser() -> None:
    lounge = replace(WINDOW, title="anna — The Lounge - Chromium")
    bounds = Bounds().with_profiles(
        {"TheLounge": Profile("draft"), "chromium": Profile(writes="keys")}
    )
    it = Admission(bounds, APPS)
    assert it.profile(PAGE, lounge) == Profile("draft", "keys")
    assert it.profile(PAGE, WINDOW) == Profile("all", "keys")
    assert it.profile_named("thelounge") == Profile("draft")
    assert it.profile_named("gajim") == Profile()


def test_an_application_of_which_nothing_is_read_is_refused() -> None:
    it = Admission(Bounds().with_profiles({"Chromium": Profile("nothing")}), APPS)
    blocked = it.window("Chromium", WINDOW)
    assert blocked is not None
    assert blocked.chosen
    assert "[applications]" in blocked.hint
