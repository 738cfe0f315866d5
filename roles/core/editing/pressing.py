"""What each button of the workshop makes of the document once the words of its form are saved."""

from dataclasses import replace

from roles.core.document import Document

from .operations import EditError, LockedError, bring_in, find, move, remove, reset
from .parts import move_part, remove_part, send
from .saving import Action, Saved, refuse, short


def press(saved: Saved, action: Action) -> Saved:
    """Return what the button makes of the document: that of a line, a section or a lock.

    An edit that cannot be done is refused, with the reason as the note.
    """
    saved = replace(saved, change="")
    try:
        return _PRESSED[action.verb](saved, action)
    except EditError as error:
        return refuse(saved, str(error))


def _changed(saved: Saved, document: Document, change: str, note: str, focus: str) -> Saved:
    """The document an action made, with its note; of an action that changed nothing, what there was."""
    if document == saved.document:
        return saved
    return replace(saved, document=document, change=change, note=note, focus=focus)


def _move(saved: Saved, action: Action) -> Saved:
    section, item = find(saved.document, action.key)
    document = move(saved.document, action.key, action.place, unlocked=section.key in saved.unlocked)
    moved, _ = find(document, action.key)
    place, focus = moved.items.index(item) + 1, f"item-{action.key}"
    saved = replace(saved, note="It is already there.", focus=focus)
    note = f"Moved to {place} of {len(moved.items)}: {short(item.text)}"
    return _changed(saved, document, action.change, note, focus)


def _remove(saved: Saved, action: Action) -> Saved:
    section, item = find(saved.document, action.key)
    unlocked, confirmed = section.key in saved.unlocked, action.verb == "remove_sure"
    if section.locked and unlocked and not confirmed:
        note = "This is the posting’s promise of equal treatment. Remove it anyway?"
        return replace(saved, note=note, sure=action.key, focus=f"item-{action.key}")
    document = remove(saved.document, action.key, unlocked=unlocked, confirmed=confirmed)
    place = section.items.index(item)
    left = [other for other in section.items if other.key != action.key]
    focus = f"item-{left[min(place, len(left) - 1)].key}" if left else f"part-{section.key}"
    return _changed(saved, document, action.change, f"Removed: {short(item.text)}", focus)


def _reset(saved: Saved, action: Action) -> Saved:
    document = reset(saved.document, action.key, stock=saved.stock)
    return _changed(saved, document, action.change, "Restore original.", f"item-{action.key}")


def _bring(saved: Saved, action: Action) -> Saved:
    document = bring_in(saved.document, action.key, stock=saved.stock)
    _, item = find(document, action.key)
    return _changed(saved, document, action.change, f"Brought in: {short(item.text)}", f"item-{action.key}")


def _unlock(saved: Saved, action: Action) -> Saved:
    shelf = saved.stock.shelf(action.key)
    if shelf is None or not shelf.locked:
        raise LockedError("There is nothing to unlock here.")
    note = f"“{shelf.name}” is open. Reword it with care: leaving it out costs you applicants."
    return replace(saved, unlocked=saved.unlocked | {shelf.key}, note=note, focus=f"part-{shelf.key}")


def _place(saved: Saved, action: Action) -> Saved:
    find(saved.document, action.key)
    return replace(saved, placing=action.key, note="Choose the section it goes to.", focus=f"item-{action.key}")


def _send(saved: Saved, action: Action) -> Saved:
    document = send(saved.document, action.key, action.part, action.place, stock=saved.stock, unlocked=saved.unlocked)
    section, item = find(document, action.key)
    note = f"Moved to {section.name}: {short(item.text)}"
    return _changed(saved, document, action.change, note, f"item-{action.key}")


def _part(saved: Saved, action: Action) -> Saved:
    document = move_part(saved.document, action.key, action.place)
    place = [section.key for section in document.sections].index(action.key)
    note = f"Moved to {place + 1} of {len(document.sections)}: {document.sections[place].name}"
    focus = f"part-{action.key}"
    saved = replace(saved, note="It is already there.", focus=focus)
    return _changed(saved, document, action.change, note, focus)


def _drop_part(saved: Saved, action: Action) -> Saved:
    section = next((one for one in saved.document.sections if one.key == action.key), None)
    if section and section.locked and action.key in saved.unlocked:
        raise LockedError("Remove its lines one by one: each asks once more.")
    document = remove_part(saved.document, action.key)
    return _changed(saved, document, action.change, f"Removed: {section.name if section else ''}", "")


_PRESSED = {
    "place": _place,
    "send": _send,
    "part": _part,
    "drop_part": _drop_part,
    "move": _move,
    "remove": _remove,
    "remove_sure": _remove,
    "reset": _reset,
    "bring": _bring,
    "unlock": _unlock,
}
