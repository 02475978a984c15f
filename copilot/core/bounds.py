"""What may be read at all: applications, windows and pages that are denied or alone allowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Place:
    """A window as far as it is known before anything in it is read.

    `apps` are all names of its application, in lower case; `titles` what the window is called;
    `page` is whether a web page is in it and `address` that page's, "" where it is not known.
    """

    apps: Collection[str] = ()
    titles: tuple[str, ...] = ()
    address: str = ""
    page: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Places by the names of applications, words in titles, and hosts of web pages.

    A host stands for all below it ("example.com" for "www.example.com" too).
    """

    apps: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    hosts: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        apps: Collection[str] = (),
        titles: Collection[str] = (),
        addresses: Collection[str] = (),
    ) -> Places:
        """As people write them: in any case, addresses with or without https:// and path."""
        hosts = {host_of(address) for address in addresses}
        return cls(
            frozenset(filter(None, map(_plain, apps))),
            tuple(filter(None, map(_plain, titles))),
            frozenset(filter(None, hosts)),
        )

    def __bool__(self) -> bool:
        return bool(self.apps or self.titles or self.hosts)

    def has(self, place: Place) -> bool:
        """Whether one of these is that place."""
        return (
            not self.apps.isdisjoint(place.apps)
            or any(word in _plain(title) for title in place.titles for word in self.titles)
            or not self.hosts.isdisjoint(_domains(host_of(place.address)))
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of places that is denied from the start; see resources/denied.toml.

    `labels` are parts of a host between dots, `words` are found anywhere in a host. `endings` are
    what a browser puts behind a window's title. `name` is one of `WHY`.
    """

    name: str
    apps: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def without(self, lifted: Collection[str]) -> Kind:
        """Without what the person wants to be read all the same."""
        return replace(
            self,
            apps=self.apps.difference(lifted),
            hosts=self.hosts.difference(lifted),
            labels=self.labels.difference(lifted),
            words=tuple(word for word in self.words if word not in lifted),
            endings=tuple(word for word in self.endings if word not in lifted),
        )

    def found(self, place: Place) -> str:
        """The entry that is this place, "" if none is."""
        host = host_of(place.address)
        labels = host.split(".")
        named = (
            *(app for app in place.apps if app in self.apps),
            *(domain for domain in _domains(host) if domain in self.hosts),
            *(label for label in labels if label in self.labels),
            *(word for word in self.words if word in host),
        )
        # How people call their chats is no sign of anything.
        tails = [_tail(title) for title in place.titles] if place.page else []
        ended = (word for word in self.endings for tail in tails if word in tail)
        return next(iter((*named, *ended)), "")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a place is not read: a sentence for the person, and how to change that.

    `action` names a command that changes it, "" if there is none (see core.intents.COMMANDS).
    """

    reason: str
    hint: str = ""
    action: str = ""


WHY: Mapping[str, Refusal] = MappingProxyType(
    {
        "passwords": Refusal("Password managers are never read."),
        "prompts": Refusal("Where you sign in or prove who you are, nothing is read."),
        "private": Refusal("Private browser windows are never read."),
        "money": Refusal("Banks and payment sites are never read."),
    }
)
"""What the person is told of each kind that is denied from the start."""


READS = ("nothing", "draft", "all")
"""What may be read in one application, from the least to the most: its drafts, and its chats."""
WRITES = ("auto", "accessibility", "paste", "keys", "copy")
"""How text is written there: in whatever way works, in one way alone, or to the clipboard only."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the person set for one application: one of READS, one of WRITES."""

    reads: str = "all"
    writes: str = "auto"


_USUAL = Profile()
_NO_PROFILES: Mapping[str, Profile] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be read: not what is denied and, where anything is allowed, that alone.

    `paused` are applications that are not read for the time being; `profiles` say, by names of
    applications in lower case, what may be read there and how text is written.
    """

    deny: Places = Places()
    allow: Places = Places()
    kinds: tuple[Kind, ...] = ()
    paused: Places = Places()
    profiles: Mapping[str, Profile] = field(default_factory=lambda: _NO_PROFILES)

    def refusal(self, place: Place) -> Refusal | None:
        """Why this place is denied; None if it is not, as far as it is known."""
        if self.deny.has(place):
            return Refusal(
                "You chose that it is never read.",
                "It is on one of the lists under [reading] in the settings.",
            )
        if self.profile(place.apps).reads == "nothing":
            return Refusal(
                "You chose that it is never read.",
                "It is under [applications] in the settings.",
            )
        if self.paused.has(place):
            return Refusal("Paused for this application.", "Nothing in it is read.", "resume")
        for kind in self.kinds:
            if entry := kind.found(place):
                return Refusal(
                    WHY[kind.name].reason,
                    f'To have it read all the same, add "{entry}" to reading.lift in the settings.',
                )
        return None

    def refusal_of_known(self, place: Place) -> Refusal | None:
        """Why this place, of which all is known now, is not read; None if it may be."""
        if (refusal := self.refusal(place)) is not None:
            return refusal
        if self.allow and not self.allow.has(place):
            return Refusal(
                "Only what you allowed is read, and this is not part of it.",
                "The lists of what is allowed are under [reading] in the settings.",
            )
        return None

    def profile(self, apps: Collection[str]) -> Profile:
        """What was set for an application that goes by these names; the least that one allows."""
        found = [self.profiles[name] for name in sorted(apps) if name in self.profiles]
        if not found:
            return _USUAL
        reads = min((one.reads for one in found), key=READS.index)
        writes = next((one.writes for one in found if one.writes != "auto"), "auto")
        return Profile(reads, writes)

    def with_profiles(self, profiles: Mapping[str, Profile]) -> Bounds:
        """The same with these profiles, whose applications are named as people write them."""
        named = {_plain(name): profile for name, profile in profiles.items()}
        return replace(self, profiles=MappingProxyType(named))

    def denying(self, app: str) -> Bounds:
        """The same, with this application denied too."""
        return replace(self, deny=replace(self.deny, apps=self.deny.apps | {_plain(app)}))

    def pausing(self, apps: Collection[str]) -> Bounds:
        """The same, with these applications, and no others, not read for the time being."""
        return replace(self, paused=Places.of(apps))


# "https://anna@www.example.com:8080/inbox?x", "www.example.com", "http://localhost:9000"
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[^/@?#\s]*@)?(\[[^\]]+\]|[^/:?#\s@]+)(?::\d+)?(?:[/?#].*)?"
)


def host_of(address: str) -> str:
    """The host of a web address, or the address as a host; "" if it has none."""
    found = _ADDRESS.fullmatch(_plain(address))
    if found is None:
        return ""
    host = found[1].rstrip(".")
    try:
        return host.encode("idna").decode()  # browsers tell bücher.example as xn--bcher-kva.example
    except UnicodeError:
        return host


def _domains(host: str) -> list[str]:
    """The host and everything it is below: "a.b.com", "b.com", "com"."""
    labels = host.split(".") if host else []
    return [".".join(labels[i:]) for i in range(len(labels))]


def _tail(title: str) -> str:
    """What a browser puts behind a title: of "Mail - Chromium (Incognito)" all but "Mail"."""
    # "Mail - [InPrivate] - Microsoft Edge", with a space of no width behind Microsoft
    return re.split(r"\s[-–—]\s(?!microsoft\S*\sedge$)", _plain(title))[-1]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
