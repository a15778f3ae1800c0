"""The prompts handed over so far, walked through like a shell's history. In memory only."""

from __future__ import annotations

MAX_PROMPTS = 200


class PromptHistory:
    """Oldest first; the text being written is kept and comes back after the newest."""

    def __init__(self) -> None:
        self._prompts: list[str] = []
        self._at: int | None = None
        self._draft = ""

    def add(self, prompt: str) -> None:
        """Remember a prompt; the same one twice is kept once, as the newest."""
        if prompt in self._prompts:
            self._prompts.remove(prompt)
        self._prompts.append(prompt)
        del self._prompts[:-MAX_PROMPTS]
        self._at = None

    def extend_older(self, prompts: list[str]) -> None:
        """Put prompts of earlier sessions (oldest first) before those of this one."""
        known = set(self._prompts)
        self._prompts[:0] = [prompt for prompt in dict.fromkeys(prompts) if prompt not in known]

    def move(self, step: int, current: str) -> str | None:
        """The prompt ``step`` places on (-1 older, +1 newer), None where there is none."""
        if self._at is None:
            if step > 0 or not self._prompts:
                return None
            self._draft = current
            at = len(self._prompts) - 1
            if self._prompts[at] == current and at > 0:
                at -= 1
        else:
            at = self._at + step
        if at < 0:
            return None
        if at >= len(self._prompts):
            self._at = None
            return self._draft
        self._at = at
        return self._prompts[at]

    def recent(self, limit: int) -> list[str]:
        """The newest prompts, newest first."""
        return self._prompts[: -limit - 1 : -1]
