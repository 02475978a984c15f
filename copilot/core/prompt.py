"""Skill + conversation + draft → masked messages for a model, within a token budget.

The stable part stands first (instructions, examples, what is known of the contact, then the oldest
message), the newest message and the draft last, so that a provider's prefix cache can reuse what
two requests have in common. A wish of the person's stands behind all of it, right before the task.
"""

from __future__ import annotations

import hashlib
import math
import zlib
from collections.abc import Iterable, Sequence

from copilot.core.errors import InputError
from copilot.core.model import ME, THEM, Conversation, Draft, Message
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.private import find_private
from copilot.core.redaction import Finder, MaskedText, Vault, join, mask, public
from copilot.core.skills import Skill
from copilot.core.unseen import visible

_PER_MESSAGE = 4
"""Tokens that a provider's own framing of one prompt message costs, roughly."""
_LEAST_HISTORY = 64
"""Tokens that the last incoming message gets even if everything else has used the budget up."""
_STEP = 4
"""One in so many messages may stand first once the talk is too long for a prompt."""
_WISH = 400
"""Characters of a wish: who wants more than that wants another skill."""
_HEAD, _TAIL, _MARGIN = 4000, 2000, 200
"""Characters of a huge message that are looked at. The margin, longer than anything private, is
masked too and then dropped: so nothing private is cut in two and left unmasked."""


def estimate_tokens(text: str) -> int:
    """About how many tokens a text has, with no tokenizer at hand.

    Four ASCII characters, two of another alphabet, or one CJK character a token; an emoji is two.
    Real tokenizers stay below this for usual chat lines, so that a budget is rarely exceeded.
    """
    tokens = 0.0
    for char in text:
        code = ord(char)
        tokens += 0.25 if code < 0x80 else 0.5 if code < 0x2E80 else 1 if code < 0x1F000 else 2
    return math.ceil(tokens)


def build(
    skill: Skill,
    conversation: Conversation,
    draft: Draft,
    vault: Vault,
    *,
    find: Finder = find_private,
    prompt_tokens: int | None = None,
    answer_tokens: int | None = None,
    about: str = "",
    wish: str = "",
    language: str = "",
) -> ModelRequest:
    """The request for this skill; given limits can only lower those of the skill.

    `about` is what the person knows of their contact, in a line (see core.contacts), `wish` how
    they want the answer, `language` the one that they read, as prompts name it.

    Drops the oldest messages first and never the last incoming one: a huge one is cut inside.
    Raises InputError if the draft is too long.
    """
    limits = skill.limits
    mask_text = _Masker(vault, find)
    drafted = _draft_lines(skill, draft, mask_text)
    wished = [
        public("[wish] ") + line
        for line in mask_text.whole(visible(wish).strip()).start(_WISH).lines()
    ]
    task = f"Answer in {language}. {skill.task}" if language else skill.task
    messages = [ModelMessage("system", public(skill.instructions))]
    nothing = Vault()
    for example in skill.examples:
        # Examples are our own words, but they go the same way as what people wrote.
        own = _Masker(nothing, lambda _: ())
        said = [_tagged(m, own.whole(m.text), own) for m in example.conversation.messages]
        question = [*said, *_draft_lines(skill, example.draft, own)]
        messages.append(ModelMessage("user", _question(question, skill.task)))
        messages.append(ModelMessage("assistant", public(example.answer)))
    fixed = sum(estimate_tokens(m.content.text) + _PER_MESSAGE for m in messages)
    fixed += _tokens([*drafted, *wished]) + estimate_tokens(task) + _PER_MESSAGE
    room = min(limits.prompt_tokens, prompt_tokens or limits.prompt_tokens) - fixed
    told: list[MaskedText] = []
    if "conversation" in skill.inputs:  # a skill gets what it declares and nothing else
        # Before the talk: it changes less.
        told = [public("[me about them] ") + line for line in mask_text.whole(about).lines()]
        room -= _tokens(told)
        told += _history(conversation, mask_text, max(room, _LEAST_HISTORY))
    messages.append(ModelMessage("user", _question([*told, *drafted, *wished], task)))
    # Every version of a draft is as long as the draft itself, and then some.
    answer = min(limits.answer_tokens, answer_tokens or limits.answer_tokens)
    answer += (skill.count or int(skill.insertable)) * _tokens(drafted)
    return ModelRequest(tuple(messages), answer, limits.temperature)


def masked_count(request: ModelRequest) -> int:
    """How many different private things were replaced in this request."""
    # The messages before are the skill's own words, which speak of placeholders too.
    return len(request.messages[-1].content.placeholders())


def context_key(request: ModelRequest, model: str) -> str:
    """Equal for requests that ask the same of the same model, within one chat's vault."""
    parts = [model, str(request.max_tokens), str(request.temperature)]
    for message in request.messages:
        parts += (message.role, message.content.text)
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


class _Masker:
    """Masks what can be seen of whole texts, or of the two ends of huge ones."""

    def __init__(self, vault: Vault, find: Finder) -> None:
        self._vault = vault
        self._find = find

    def whole(self, text: str) -> MaskedText:
        return mask(visible(text), self._vault, self._find)

    def ends(self, text: str) -> MaskedText:
        text = visible(text)
        if len(text) <= _HEAD + _TAIL + 2 * _MARGIN:
            return self.whole(text)
        head = self.whole(text[: _HEAD + _MARGIN])
        tail = self.whole(text[-_TAIL - _MARGIN :])
        return head.start(len(head.text) - _MARGIN) + tail.end(len(tail.text) - _MARGIN)


def _history(conversation: Conversation, masker: _Masker, room: int) -> list[MaskedText]:
    messages = conversation.messages
    kept: dict[int, MaskedText] = {}
    last = conversation.last_incoming
    must = next((i for i in reversed(range(len(messages))) if messages[i] is last), -1)
    if last is not None:
        kept[must] = _fit(last, masker, room)
        room -= _tokens([kept[must]])
    for i in reversed(range(len(messages))):
        if i == must:
            continue
        line = _tagged(messages[i], masker.ends(messages[i].text), masker)
        room -= _tokens([line])
        if room < 0:
            _drop_a_step(kept, messages, must)
            break
        kept[i] = line
    return [kept[i] for i in sorted(kept)]


def _drop_a_step(kept: dict[int, MaskedText], messages: Sequence[Message], must: int) -> None:
    """Drop the oldest ones up to the next message that may stand first.

    Were the window to move with each message, no two prompts would begin alike and a provider's
    cache would never be of use. Which messages may stand first follows from their texts, so that
    it is the same ones in the next prompt, whatever the application shows of the talk by then.
    """
    oldest = sorted(kept)
    half = oldest[: len(oldest) // 2]
    first = (n for n, i in enumerate(half) if i == must or _may_stand_first(messages[i]))
    for i in oldest[: next(first, 0)]:
        del kept[i]


def _may_stand_first(message: Message) -> bool:
    return zlib.crc32(message.text.encode("utf-8", "replace")) % _STEP == 0


def _fit(message: Message, masker: _Masker, room: int) -> MaskedText:
    """The message within `room` tokens: its beginning and its end if it is too long."""
    text = masker.ends(message.text)
    line = _tagged(message, text, masker)
    tokens = _tokens([line])
    if tokens > room:
        characters = max(len(text.text) * room // tokens - 16, 32)
        cut = text.start(characters * 2 // 3) + public(" ") + text.end(characters // 3)
        line = _tagged(message, cut, masker)
    return line


def _tagged(message: Message, text: MaskedText, masker: _Masker) -> MaskedText:
    """Each line of the message behind the tag of its sender.

    Every line of data carries a tag, so that no text of a message can pass for another
    sender's, for the draft or for the task.
    """
    if message.sender in (ME, THEM):
        tag = public(f"[{message.sender}] ")
    else:
        name = "".join(c for c in message.sender if c.isprintable() and c not in "[]")[:40]
        tag = public(f"[{THEM} ") + masker.whole(name) + public("] ")
    return join([tag + line for line in text.lines()], "\n")


def _draft_lines(skill: Skill, draft: Draft, masker: _Masker) -> list[MaskedText]:
    if "draft" not in skill.inputs or not draft.text:
        return []
    if estimate_tokens(draft.text) > skill.limits.draft_tokens:
        raise InputError(
            "The draft is too long for a model.",
            f"{skill.title} works up to about {skill.limits.draft_tokens} tokens.",
        )
    return [public("[draft] ") + line for line in masker.whole(draft.text).lines()]


def _question(lines: Iterable[MaskedText], task: str) -> MaskedText:
    return join([*(line for line in lines if line.text), public(""), public(task)], "\n")


def _tokens(lines: Iterable[MaskedText]) -> int:
    return sum(estimate_tokens(line.text) + 1 for line in lines)
