"""settings.toml: defaults, values, and errors that say where."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from copilot.core.actions import ACTIONS
from copilot.core.appearance import Appearance
from copilot.core.bounds import Profile
from copilot.core.chords import parse_chord
from copilot.core.errors import SettingsError
from copilot.store import resources, settings
from copilot.store.provider_settings import JOBS, is_loopback
from copilot.store.settings import Settings

WHOLE = """
[providers.mine]
base_url = "https://api.example.com/v1/"
model = "small"
key = "mine"
connect_timeout = 2
silence_timeout = 12.5
extra = { top_k = 3 }

[providers."on this machine"]
base_url = "http://127.0.0.1:8080/v1"
model = "local"

[jobs]
replies = "mine"

[hotkeys]
choose1 = "Super+F1"
dismiss = ""

[panel]
theme = "dark"

[reading]
deny = ["keepassxc"]

[masking]
words = ["Project X", "小明"]

[quick_replies]
enabled = false
embeddings = false

[budget]
max_prompt_tokens = 800
max_answer_tokens = 100
"""


def test_no_file_means_defaults(tmp_path: Path):
    assert settings.load(tmp_path / "settings.toml") == Settings()


def test_every_value_arrives():
    found = settings.parse(WHOLE)
    mine = found.provider_for("replies")
    assert mine is not None
    assert (mine.base_url, mine.model, mine.key) == ("https://api.example.com/v1", "small", "mine")
    assert (mine.connect_timeout, mine.silence_timeout) == (2.0, 12.5)
    assert dict(mine.extra) == {"top_k": 3}
    assert found.provider_for("topics") is None
    assert found.hotkeys["choose1"] == "Super+F1"
    assert found.hotkeys["choose2"] == "Ctrl+Alt+2"
    assert "dismiss" not in found.hotkeys
    assert found.panel.theme == "dark"
    assert found.reading.deny == ("keepassxc",)
    assert found.masking.words == ("Project X", "小明")
    assert (found.quick_replies.enabled, found.quick_replies.embeddings) == (False, False)
    assert (found.budget.max_prompt_tokens, found.budget.max_answer_tokens) == (800, 100)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("[panel]\ntheme = \n", 2, ""),
        ("a = 1\na = 2\n", 2, ""),
        ("[panel]\n\n# why\ntheme = 3\n", 4, "panel.theme"),
        ('[panel]\ntheme = "drak"\n', 2, "panel.theme"),
        ('panel = "dark"\n', 1, "panel"),
        ("[budget]\nmax_prompt_tokens = true\n", 2, "budget.max_prompt_tokens"),
        ("[budget]\nmax_prompt_tokens = 5\n", 2, "budget.max_prompt_tokens"),
        ("[reading]\ndeny = [\n  'a',\n  2,\n]\n", 2, "reading.deny"),
        ('[jobs]\n\nreplies = "nobody"\n', 3, "jobs.replies"),
        # The name stands in a comment, in a value and in another table first.
        ("# theme\nx = [\n'theme',\n]\ny.theme = 1\n[panel]\ntheme = 3\n", 7, "panel.theme"),
        ('[reading]\ndeny = """\ndeny = 1\n"""\n', 2, "reading.deny"),
        ('[hotkeys]\nopen = "Ctrl+Fn+1"\n', 2, "hotkeys.open"),
        ('[hotkeys]\nopen = "Ctrl+"\n', 2, "hotkeys.open"),
        ('[hotkeys]\nopen = "Shift+A"\n', 2, "hotkeys.open"),
        ('[hotkeys]\nopen = "Ctrl+Alt+Enterprise"\n', 2, "hotkeys.open"),
        ('[hotkeys]\nopen = "Ctrl+K"\nundo = "ctrl+k"\n', 3, "hotkeys.undo"),
        ('[hotkeys]\nopen = "Ctrl+Esc"\nundo = "control+escape"\n', 3, "hotkeys.undo"),
        ('x = 1\n[providers."a b"]\nmodel = "m"\n', 2, 'providers."a b".base_url'),
        ('[providers.a]\nbase_url = "https://x/v1"\nmodel = " "\n', 3, "providers.a.model"),
        ('providers.a = { base_url = "ftp://x", model = "m" }', 1, "providers.a.base_url"),
    ],
)
def test_an_error_names_line_and_field(text: str, line: int, field: str):
    with pytest.raises(SettingsError) as caught:
        settings.parse(text)
    assert (caught.value.line, caught.value.field) == (line, field)
    assert f"line {line}" in caught.value.title


@pytest.mark.parametrize(
    "url",
    [
        "api.example.com/v1",
        "https://",
        "https://user:secret@example.com/v1",
        "https://example.com/v1?key=secret",
        "https://example.com:99999/v1",
        "https://exa mple.com",
        "http://[::1",
    ],
)
def test_bad_addresses_are_refused_without_being_repeated(url: str):
    with pytest.raises(SettingsError) as caught:
        settings.parse(f'[providers.a]\nbase_url = "{url}"\nmodel = "m"\n')
    assert caught.value.field == "providers.a.base_url"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "line", ['key = "sk-abcdef0123456789"', f'key = "{"x" * 50}"', 'api_key = "abcdef-ghi"']
)
def test_a_key_in_the_file_is_refused_and_not_repeated(line: str):
    secret = line.split('"')[1]
    with pytest.raises(SettingsError) as caught:
        settings.parse(f'[providers.a]\nbase_url = "https://x/v1"\nmodel = "m"\n{line}\n')
    assert caught.value.line == 4
    assert secret not in str(caught.value)
    assert "chat-copilot key set a" in caught.value.hint


def test_unknown_keys_are_warnings_with_a_hint():
    found = settings.parse('[panel]\nthem = "dark"\n[other]\nx = 1\n')
    assert [(w.field, w.line) for w in found.warnings] == [("panel.them", 2), ("other", 3)]
    assert "theme" in found.warnings[0].text


def test_an_unencrypted_address_elsewhere_is_a_warning():
    found = settings.parse('[providers.a]\nbase_url = "http://example.com/v1"\nmodel = "m"\n')
    assert [w.field for w in found.warnings] == ["providers.a.base_url"]


def test_a_default_hotkey_gives_way_to_a_chosen_one():
    found = settings.parse('[hotkeys]\nopen = "Ctrl+Alt+R"\n')
    assert found.hotkeys["open"] == "Ctrl+Alt+R"
    assert "refresh" not in found.hotkeys
    assert "refresh" in found.warnings[0].text


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b'\xef\xbb\xbf[panel]\r\ntheme = "dark"\r\n')
    assert settings.load(file).panel.theme == "dark"


def test_a_file_that_is_not_text_names_the_line(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b'[panel]\n\ntheme = "\xff"\n')
    with pytest.raises(SettingsError) as caught:
        settings.load(file)
    assert caught.value.line == 3


def test_a_folder_in_the_place_of_the_file(tmp_path: Path):
    with pytest.raises(SettingsError):
        settings.load(tmp_path)


def test_a_broken_file_leaves_the_defaults_and_is_not_touched(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text("[broken", encoding="utf-8")
    found, error = settings.load_or_default(file)
    assert found == Settings()
    assert error is not None
    assert error.line == 1
    assert file.read_text(encoding="utf-8") == "[broken"


@pytest.mark.parametrize(
    "deny", ['["gajim", "signal"]', "[\n  'gajim',\n  'signal',\n]", '["gajim", "signal"']
)
def test_a_slip_elsewhere_opens_no_chat_that_is_never_to_be_read(tmp_path: Path, deny: str):
    file = tmp_path / "settings.toml"
    file.write_text(f'[panel\ntheme = "dark"\n[reading]\ndeny = {deny}\n[jobs]\nreplies = "x"\n')
    found, error = settings.load_or_default(file)
    assert error is not None
    assert found == Settings(reading=settings.ReadingSettings(("gajim", "signal")))


def test_the_template_says_the_defaults():
    template = resources.read_text("settings.toml")
    assert settings.parse(template) == Settings()
    # Everything commented out, switched on: `# theme = "system"   # or …`
    below = template[template.index("[network]") :]
    spelled = re.sub(r"(?m)^# ([a-z_0-9]+ = )", r"\1", below)
    assert settings.parse(spelled) == Settings()
    assert 'undo = "Ctrl+Alt+U"' in spelled


def test_the_examples_of_the_template_are_valid():
    lines = resources.read_text("settings.toml").partition("[network]")[0].splitlines()
    examples = [re.sub(r"^# (?=\[|\w+ = )", "", line) for line in lines]
    found = settings.parse("\n".join(examples))
    assert set(found.providers) == {"deepseek", "mine", "local"}
    assert [model.label for model in found.models_for("replies")] == [
        "deepseek/deepseek-v4-pro",
        "ollama/qwen3:8b",
    ]
    assert all(found.models_for(job) for job in JOBS)
    assert found.warnings == ()


def test_the_examples_of_the_documentation_are_valid():
    document = (Path(resources.folder()).parent / "docs" / "settings.md").read_text("utf-8")
    examples = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    assert len(examples) == 5
    for example in examples:
        found = settings.parse(example)
        assert found.providers or found.models_for("replies") or found.reading.profiles
        assert found.warnings == ()
    written = re.findall(r"\| (.*) \| (Ctrl\+Alt\+.*) \|", document)
    hotkeys: dict[str, str] = {}
    for actions, chord in written:
        first, *rest = chord.split(", ")
        chords = [first, *(first[:-1] + key for key in rest)]
        hotkeys.update(zip(re.findall(r"`([\w-]+)`", actions), chords, strict=True))
    assert hotkeys == settings.DEFAULT_HOTKEYS


def test_a_long_file_is_judged_quickly():
    providers = (f'[providers.p{n}]\nbase_url = "https://x/v1"\nmodel = "m"\n' for n in range(500))
    text = "".join(providers) + "[panel]\ntheme = 3\n"
    begin = time.monotonic()
    with pytest.raises(SettingsError, match="line 1502"):
        settings.parse(text)
    assert time.monotonic() - begin < 5


def test_every_default_hotkey_is_an_action_with_a_good_chord():
    assert set(settings.HOTKEYS) <= set(ACTIONS)
    for chord in settings.DEFAULT_HOTKEYS.values():
        assert parse_chord(chord)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://[::1]/v1", True),
        ("http://localhost:11434", True),
        ("http://localhost.example.com", False),
        ("http://192.168.1.2", False),
    ],
)
def test_what_is_on_this_machine(url: str, expected: bool):
    assert is_loopback(url) is expected


def test_how_much_is_hidden_from_whom():
    found = settings.parse(
        '[masking]\nlevel = "strict"\n[providers.a]\nuse = "deepseek"\nmasking = "off"\n'
        '[providers.b]\nuse = "deepseek"\n'
    )
    assert found.masking.level == "strict"
    assert found.providers["a"].masking == "off"
    assert found.providers["b"].masking is None
    for text, field in (
        ('[masking]\nlevel = "most"\n', "masking.level"),
        ('[providers.a]\nuse = "deepseek"\nmasking = "no"\n', "providers.a.masking"),
    ):
        with pytest.raises(SettingsError) as raised:
            settings.parse(text)
        assert raised.value.field == field


@pytest.mark.parametrize(
    ("provider", "here"),
    [
        ('engine = "/m.gguf"', True),
        ('base_url = "http://localhost:1/v1"\nmodel = "m"', True),
        ('base_url = "http://127.0.0.1:1/v1"\nmodel = "m"', True),
        ('base_url = "http://[::1]:1/v1"\nmodel = "m"', True),
        ('base_url = "https://api.example.com/v1"\nmodel = "m"', False),
        ('base_url = "http://localhost.example.com/v1"\nmodel = "m"', False),
        ('base_url = "http://127.0.0.2:1/v1"\nmodel = "m"', False),  # a proxy would be asked
        ('base_url = "http://192.168.1.2:1/v1"\nmodel = "m"', False),
        ('base_url = "http://192.168.1.2:1/v1"\nmodel = "m"\nlocal = true', True),
        ('base_url = "http://localhost:1/v1"\nmodel = "m"\nlocal = false', False),
        ('use = "ollama"\nmodel = "qwen3:8b"', True),
        ('use = "ollama"\nmodel = "gpt-oss:120b-cloud"', False),
        ('use = "ollama"\nmodel = "kimi-k2:cloud"', False),
        ('use = "ollama"\nbase_url = "http://192.168.1.2:11434"\nmodel = "qwen3:8b"', False),
        ('use = "deepseek"', False),
    ],
)
def test_what_counts_as_a_model_of_this_machine(provider: str, here: bool):
    found = settings.parse(f"[providers.a]\n{provider}\n")
    assert found.providers["a"].here is here


def test_what_may_be_read():
    found = settings.parse(
        '[reading]\ndeny = ["a"]\ndeny_titles = ["b"]\ndeny_addresses = ["c.example"]\n'
        'allow = ["d"]\nallow_titles = ["e"]\nallow_addresses = ["https://f.example/x"]\n'
        'lift = ["g"]\n'
    )
    assert found.reading == settings.ReadingSettings(
        ("a",), ("b",), ("c.example",), ("d",), ("e",), ("https://f.example/x",), ("g",)
    )
    with pytest.raises(SettingsError) as raised:
        settings.parse('[reading]\ndeny_addresses = ["not a host"]\n')
    assert raised.value.field == "reading.deny_addresses"


def test_a_slip_elsewhere_takes_no_bound_away(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text(
        '[panel\n[reading]\ndeny_titles = ["salary"]\nallow = [\n  "gajim",  # the only one\n]\n'
        'allow_addresses = ["x.example"]\nlift = ["bank"]\n'
    )
    found, error = settings.load_or_default(file)
    assert error is not None
    assert found.reading == settings.ReadingSettings(
        deny_titles=("salary",), allow=("gajim",), allow_addresses=("x.example",)
    )


def test_how_windows_look():
    found = settings.parse(
        '[panel]\ntheme = "dark"\nsize = 150\nfont = "Noto Serif"\ncontrast = "high"\n'
        'motion = "reduced"\n'
    )
    assert found.panel == Appearance("dark", 150, "Noto Serif", "high", "reduced")
    for wrong in ("size = 79", "size = 301", 'contrast = "low"', 'motion = "none"', "font = 1"):
        with pytest.raises(SettingsError):
            settings.parse(f"[panel]\n{wrong}\n")


PROFILES = """
[applications.gajim]
reads = "draft"
writes = "keys"

[applications."telegram desktop"]  # as it is called
reads = 'nothing'
"""


def test_applications_have_profiles():
    found = settings.parse(PROFILES).reading.profiles
    assert found == {
        "gajim": Profile("draft", "keys"),
        "telegram desktop": Profile("nothing"),
    }
    for wrong in ('reads = "some"', 'writes = "mouse"'):
        with pytest.raises(SettingsError, match=r"applications\.gajim"):
            settings.parse(f"[applications.gajim]\n{wrong}\n")
    assert settings.parse("[applications.gajim]\nread = 1\n").warnings


def test_what_may_be_read_of_an_application_holds_in_a_broken_file(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text(f"{PROFILES}\n[panel\n", encoding="utf-8")
    found, problem = settings.load_or_default(file)
    assert problem is not None
    reads = {name: profile.reads for name, profile in found.reading.profiles.items()}
    assert reads == {"gajim": "draft", "telegram desktop": "nothing"}
