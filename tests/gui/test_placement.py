"""The panel keeps off the text, inside the right screen, and rests."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from copilot.core.model import Rect
from copilot.ui.placement import Scene, Screen, Spot, keep_edge, place
from copilot.ui.screens import available

SIZE = (380, 320)
FULL_HD = Screen(Rect(0, 0, 1920, 1080), Rect(0, 0, 1920, 1040))
WINDOW = Rect(300, 150, 900, 700)
DRAFT = Rect(520, 790, 660, 40)


def covers(spot: Spot, rect: Rect, size: tuple[int, int] = SIZE) -> bool:
    return (
        spot.x < rect.x + rect.width
        and rect.x < spot.x + size[0]
        and spot.y < rect.y + rect.height
        and rect.y < spot.y + size[1]
    )


def inside(spot: Spot, area: Rect, size: tuple[int, int] = SIZE) -> bool:
    return (
        area.x <= spot.x
        and spot.x + size[0] <= area.x + area.width
        and area.y <= spot.y
        and spot.y + size[1] <= area.y + area.height
    )


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Scene, Screen]:
    """A window somewhere on one screen, with a draft in it."""
    scale = draw(st.sampled_from((1.0, 1.25, 1.5, 2.0)))
    width, height = draw(st.sampled_from(((1280, 800), (1920, 1080), (2560, 1440))))
    left = draw(st.sampled_from((0, 1920)))
    area = Rect(left, 0, round(width / scale), round(height / scale))
    free = Rect(left, 24, area.width, area.height - 24)
    x, y = draw(st.integers(0, width - 420)), draw(st.integers(40, height - 340))
    window = Rect(
        left + x,
        y,
        draw(st.integers(400, width - x)),
        draw(st.integers(320, height - y)),
    )
    lines = draw(st.integers(1, 5))
    draft = Rect(
        window.x + draw(st.integers(0, 60)),
        window.y + window.height - 24 * lines - draw(st.integers(0, 60)),
        window.width - 80,
        24 * lines,
    )
    caret = draw(st.none() | st.just(Rect(draft.x + 5, draft.y, 2, 20)))
    return Scene(caret, draft, window), Screen(area, free, scale)


def logical(rect: Rect, screen: Screen) -> Rect:
    """The rectangle, a little smaller than it is, in the screen's logical pixels."""
    x0, y0 = screen.area.x, screen.area.y
    return Rect(
        x0 + round((rect.x - x0) / screen.scale) + 1,
        y0 + round((rect.y - y0) / screen.scale) + 1,
        round(rect.width / screen.scale) - 2,
        round(rect.height / screen.scale) - 2,
    )


@given(scenes(), st.integers(160, 320))
def test_is_inside_the_screen_and_off_the_draft(
    scene_and_screen: tuple[Scene, Screen], height: int
) -> None:
    scene, screen = scene_and_screen
    spot = place((380, height), scene, [screen])
    assert inside(spot, screen.available, (380, height))
    assert scene.draft is not None
    draft = logical(scene.draft, screen)
    free = screen.available
    below = free.y + free.height - draft.y - draft.height
    if height + 24 <= max(draft.y - free.y, below):
        assert not covers(spot, draft, (380, height))


@given(scenes(), scenes(), st.integers(160, 376))
def test_is_inside_whatever_it_was_before(
    one: tuple[Scene, Screen], other: tuple[Scene, Screen], height: int
) -> None:
    previous = place(SIZE, one[0], [one[1]])
    spot = place((380, height), other[0], [other[1]], previous)
    assert inside(spot, other[1].available, (380, height))


@given(scenes())
def test_asked_again_it_rests(scene_and_screen: tuple[Scene, Screen]) -> None:
    scene, screen = scene_and_screen
    spot = place(SIZE, scene, [screen])
    assert place(SIZE, scene, [screen], spot) == spot


@given(
    st.none() | st.builds(Rect, *[st.integers(-50_000, 50_000)] * 4),
    st.none() | st.builds(Rect, *[st.integers(-50_000, 50_000)] * 4),
    st.none() | st.builds(Rect, *[st.integers(-50_000, 50_000)] * 4),
)
def test_nonsense_from_an_application_does_no_harm(
    caret: Rect | None, draft: Rect | None, window: Rect | None
) -> None:
    spot = place(SIZE, Scene(caret, draft, window), [FULL_HD])
    assert inside(spot, FULL_HD.available)


def test_stands_right_of_the_window_where_there_is_room() -> None:
    spot = place(SIZE, Scene(None, DRAFT, WINDOW), [FULL_HD])
    assert spot.side == "right"
    assert spot.x >= WINDOW.x + WINDOW.width
    # Its foot is level with the draft, so that the eye need not travel.
    assert spot.grows_up
    assert spot.y + SIZE[1] == DRAFT.y + DRAFT.height


def test_stands_left_of_a_window_at_the_right_edge() -> None:
    window, draft = replace(WINDOW, x=1020), replace(DRAFT, x=1240)
    spot = place(SIZE, Scene(None, draft, window), [FULL_HD])
    assert spot.side == "left"


def test_below_the_draft_beats_covering_the_newest_messages() -> None:
    window, draft = Rect(0, 0, 1920, 600), Rect(10, 540, 420, 40)
    spot = place(SIZE, Scene(None, draft, window), [FULL_HD])
    assert spot.side == "below"


def test_covers_the_list_of_chats_of_a_maximised_window_rather_than_the_chat() -> None:
    window, draft = Rect(0, 0, 1920, 1040), Rect(420, 980, 1490, 40)
    spot = place(SIZE, Scene(None, draft, window), [FULL_HD])
    assert spot.side == "roster"
    assert spot.x + SIZE[0] <= draft.x


def test_above_the_draft_it_stands_to_the_right_where_own_messages_are() -> None:
    window, draft = Rect(0, 0, 1920, 1040), Rect(10, 980, 1900, 40)
    spot = place(SIZE, Scene(None, draft, window), [FULL_HD])
    assert spot.side == "above"
    assert spot.x + SIZE[0] == draft.x + draft.width


def test_without_anything_known_it_waits_in_a_corner() -> None:
    assert place(SIZE, Scene(), [FULL_HD]) == Spot(1540, 720, "corner", True)


def test_a_caret_alone_is_enough() -> None:
    caret = Rect(600, 800, 2, 18)
    spot = place(SIZE, Scene(caret), [FULL_HD])
    assert not covers(spot, caret)


def test_takes_the_screen_that_the_draft_is_on() -> None:
    second = Screen(Rect(1920, 0, 1280, 720), Rect(1920, 0, 1280, 720), 2.0)
    # Physical pixels: the second screen spans 1920 … 4480.
    scene = Scene(None, Rect(3000, 1200, 900, 60), Rect(2000, 100, 2400, 1300))
    spot = place(SIZE, scene, [FULL_HD, second])
    assert inside(spot, second.available)
    assert not covers(spot, Rect(2460, 600, 450, 30))


def test_rests_while_the_draft_grows_and_moves_before_it_is_covered() -> None:
    window, draft = Rect(0, 0, 1920, 1040), Rect(10, 980, 1900, 40)
    spot = place(SIZE, Scene(None, draft, window), [FULL_HD])
    moves = 0
    for lines in range(2, 8):
        grown = Rect(10, 1020 - 20 * lines, 1900, 20 * lines)
        moved = place(SIZE, Scene(None, grown, window), [FULL_HD], spot)
        assert not covers(moved, grown)
        moves += moved != spot
        spot = moved
    assert moves <= 6
    beside = place(SIZE, Scene(None, DRAFT, WINDOW), [FULL_HD])
    taller = replace(DRAFT, y=DRAFT.y - 40, height=DRAFT.height + 40)
    assert place(SIZE, Scene(None, taller, WINDOW), [FULL_HD], beside) == beside


def test_a_panel_that_stands_keeps_its_foot_when_it_grows() -> None:
    assert keep_edge(Spot(10, 100, "above", True), 300, 340) == Spot(10, 60, "above", True)
    assert keep_edge(Spot(10, 100, "below", False), 300, 340) == Spot(10, 100, "below", False)


class BarAtTheTop:
    """A screen of 200 %, as Qt for X11 tells of it where a bar of 28 pixels is at its top."""

    def geometry(self) -> QRect:
        return QRect(0, 0, 683, 384)

    def availableGeometry(self) -> QRect:
        return QRect(0, 28, 683, 370)


def test_what_is_free_of_a_screen_does_not_go_on_beyond_it() -> None:
    free = available(cast("QScreen", BarAtTheTop()))
    assert free.bottom() == 383
