"""A place that the person chose is found again, and put right where it does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.model import PanelState, Rect
from copilot.ui.placement import Scene, Screen, Spot, kept_clear, overlap
from copilot.ui.places import Offset, Places, kept_spot, measure, put_right, screen_of
from copilot.ui.whereabouts import Whereabouts

SIZE = (380, 320)
LOW = Screen(Rect(0, 0, 1366, 768), Rect(0, 24, 1366, 744))
SHARP = Screen(Rect(1366, 0, 1280, 720), Rect(1366, 0, 1280, 720), 2.0)
BOTH = (LOW, SHARP)
WINDOW = Rect(100, 100, 600, 600)
DRAFT = Rect(120, 650, 560, 30)
SCENE = Scene(Rect(300, 655, 2, 18), DRAFT, WINDOW)
STATE = PanelState(
    visible=True, app_name="Gajim", anchor=SCENE.caret, draft_area=DRAFT, window_area=WINDOW
)


def body(spot: Spot, size: tuple[int, int] = SIZE) -> Rect:
    return Rect(spot.x, spot.y, *size)


@given(st.integers(0, 1366 - 380), st.integers(24, 768 - 320))
def test_the_same_window_brings_the_panel_to_the_same_place(x: int, y: int) -> None:
    scene = replace(SCENE, draft=None, caret=None)
    offset = measure(Spot(x, y, "chosen", False), SIZE, scene, BOTH)
    again = Offset.parse(str(offset))
    assert again == offset
    found = kept_spot(offset, SIZE, scene, BOTH)
    assert found is not None
    assert (found.x, found.y) == (x, y)


@given(st.integers(1366, 1366 + 1280 - 380), st.integers(0, 720 - 320))
def test_a_place_on_the_other_screen_is_found_again(x: int, y: int) -> None:
    offset = measure(Spot(x, y, "chosen", True), SIZE, SCENE, BOTH)
    found = kept_spot(offset, SIZE, SCENE, BOTH)
    assert found is not None
    assert (found.x, found.y) == (x, y)
    assert screen_of(found, SIZE, BOTH) is SHARP


def test_the_panel_goes_where_the_window_goes() -> None:
    offset = measure(Spot(710, 200, "chosen", False), SIZE, SCENE, BOTH)
    moved = replace(SCENE, window=replace(WINDOW, x=160, y=130, width=560))
    found = kept_spot(offset, SIZE, moved, BOTH)
    assert found is not None
    # It stood 10 pixels right of the window, and does so again though that is narrower now.
    assert (found.x, found.y) == (160 + 560 + 10, 230)


def test_one_that_stands_keeps_its_foot_whatever_its_height() -> None:
    offset = measure(Spot(710, 400, "chosen", False), SIZE, SCENE, BOTH)
    found = kept_spot(offset, (380, 200), SCENE, BOTH)
    assert found is not None
    assert found.grows_up
    assert found.y + 200 == 400 + 320


@given(st.integers(-5000, 5000), st.integers(-5000, 5000), st.booleans(), st.booleans())
def test_a_remembered_place_is_never_outside_nor_over_the_text(
    x: int, y: int, right: bool, bottom: bool
) -> None:
    found = kept_spot(Offset("window", x, y, right, bottom), SIZE, SCENE, BOTH)
    assert found is not None
    screen = screen_of(found, SIZE, BOTH)
    free = screen.available
    assert free.x <= found.x <= free.x + free.width - SIZE[0]
    assert free.y <= found.y <= free.y + free.height - SIZE[1]
    assert not any(overlap(body(found), rect) for rect in kept_clear(SCENE, LOW))


def test_the_nearest_free_spot_is_taken() -> None:
    over = Spot(300, 500, "chosen", False)
    found = put_right(over, SIZE, SCENE, BOTH)
    assert found == replace(over, y=DRAFT.y - SIZE[1])


def test_where_there_is_no_room_nothing_is_found() -> None:
    wide = replace(SCENE, draft=Rect(0, 200, 1366, 500))
    assert put_right(Spot(300, 300, "chosen", False), SIZE, wide, BOTH) is None


@pytest.mark.parametrize("text", ["", "window", "window 1 2", "sky 1 2 0000", "window a b 0000"])
def test_what_nobody_wrote_is_no_place(text: str) -> None:
    assert Offset.parse(text) is None


def test_places_are_kept_by_application_and_arrangement_of_screens() -> None:
    table: dict[str, str] = {}
    places, offset = Places(table), Offset("window", 10, 20)
    places.keep("Gajim", BOTH, offset)
    assert Places(table).of("Gajim", (SHARP, LOW)) == offset
    assert places.of("Pidgin", BOTH) is None
    assert places.of("Gajim", (LOW,)) is None
    places.forget("Gajim", BOTH)
    assert places.of("Gajim", BOTH) is None
    places.forget("Gajim", BOTH)


# Whereabouts


def beside_gajim(places: Places | None = None, state: PanelState = STATE) -> Whereabouts:
    where = Whereabouts(places or Places({}))
    where.look(state, BOTH)
    where.settle(where.find(SIZE, held=False), SIZE)
    return where


def test_a_place_outlives_the_panel() -> None:
    table: dict[str, str] = {}
    where = beside_gajim(Places(table))
    where.put(40, 60)
    assert where.placed
    later = beside_gajim(Places(table))
    assert later.spot is not None
    assert (later.spot.x, later.spot.y, later.spot.side) == (40, 60, "chosen")
    elsewhere = beside_gajim(Places(table), replace(STATE, app_name="Pidgin"))
    assert elsewhere.spot is not None
    assert elsewhere.spot.side != "chosen"


def test_released_it_follows_the_text_again() -> None:
    where = beside_gajim()
    before = where.spot
    where.put(40, 60)
    where.release()
    assert not where.placed
    assert where.find(SIZE, held=True, anew=True) == before


def test_pinned_it_stays_though_the_text_goes_elsewhere() -> None:
    where = beside_gajim()
    spot = where.spot
    where.pinned = True
    window, draft = Rect(700, 30, 600, 300), Rect(710, 250, 300, 30)
    where.look(replace(STATE, window_area=window, draft_area=draft, anchor=None), BOTH)
    assert where.find(SIZE, held=False) == spot
    where.look(PanelState(), BOTH)
    assert where.find(SIZE, held=False) == spot
    assert where.screen is LOW


def test_pinned_it_gives_way_to_the_text_alone() -> None:
    where = beside_gajim()
    spot = where.spot
    assert spot is not None
    where.pinned = True
    below = Rect(spot.x + 20, spot.y + SIZE[1] - 60, 300, 30)
    where.look(replace(STATE, draft_area=below), BOTH)
    moved = where.find(SIZE, held=False)
    assert moved != spot
    assert overlap(body(moved), below) == 0


def test_through_the_corners_and_back() -> None:
    where = beside_gajim()
    before = where.spot
    corners: list[tuple[int, int]] = []
    for _ in range(4):
        where.put_in_next_corner()
        assert where.spot is not None
        corners.append((where.spot.x, where.spot.y))
    # The draft is in the lower left corner: there the panel stands above it.
    assert corners == [(986, 24), (986, 448), (0, 650 - 320), (0, 24)]
    where.put_in_next_corner()
    assert not where.placed
    assert where.find(SIZE, held=False) == before


def test_room_for_candidates_stays_once_somebody_composes() -> None:
    below = replace(STATE, draft_area=Rect(20, 60, 400, 30), anchor=Rect(60, 65, 2, 20))
    below = replace(below, window_area=Rect(0, 30, 1366, 100))
    where = beside_gajim(state=below)
    assert where.spot is not None
    assert where.spot.side == "below"
    where.look(replace(below, composing=True), BOTH)
    moved = where.find(SIZE, held=False)
    candidates = Rect(60, 85, 400, 80)
    assert overlap(body(moved), candidates) == 0
    where.settle(moved, SIZE)
    where.look(below, BOTH)
    assert where.find(SIZE, held=False) == moved


def test_candidates_are_above_where_the_screen_ends() -> None:
    low = Scene(Rect(300, 740, 2, 18), Rect(20, 735, 1300, 30), Rect(0, 24, 1366, 744), True)
    assert kept_clear(low, LOW)[1] == Rect(300, 740 - 80, 400, 80)
