"""What stands against each class of hostile answers, and how to take it away for a moment."""

from dataclasses import dataclass

_HOSTILE, _STREAMS, _SUITE = (
    f"tests/contract/{name}.py" for name in ("test_hostile", "test_hostile_streams", "test_suite")
)


@dataclass(frozen=True)
class Guard:
    """``old`` in ``file`` is the guard; with ``new`` in its place ``test`` fails."""

    against: str
    what: str
    file: str
    old: str
    new: str
    test: str

    def __str__(self) -> str:
        return f"{self.against}: {self.what}"


GUARDS = (
    Guard(
        "compressed or cut anywhere",
        "bodies are decompressed by the encoding that they name",
        "providers/network/http_reply.py",
        '"gzip": zlib.MAX_WBITS | 16,',
        '"gzip": zlib.MAX_WBITS,',
        f"{_HOSTILE}::test_compressed_answers_are_read",
    ),
    Guard(
        "refused in the provider's words",
        "a failure of the service leaves the money open",
        "providers/network/status_errors.py",
        "billed=Billed.FREE if refused_outright else Billed.UNKNOWN,",
        "billed=Billed.FREE,",
        f"{_HOSTILE}::test_refusals_have_a_meaning",
    ),
    Guard(
        "a page of somebody in between",
        "only the provider's own document is its word",
        "providers/network/status_errors.py",
        "        provider_answered=provider_answered,\n",
        "        provider_answered=True,\n",
        f"{_HOSTILE}::test_a_proxys_page_is_not_the_providers_word",
    ),
    Guard(
        "errors of any shape",
        "nothing from outside has a shape until it was looked at",
        "providers/openai/api.py",
        "return error if isinstance(error, dict) else None",
        "return error",
        f"{_HOSTILE}::test_errors_of_any_shape_are_errors",
    ),
    Guard(
        "the key told back",
        "words of others are cleaned before they are shown",
        "providers/network/endpoint.py",
        'text = _KEY_LIKE.sub("…", _CONTROLS.sub(" ", text)).strip()',
        "text = text.strip()",
        f"{_HOSTILE}::test_an_error_that_repeats_the_key_does_not_show_it",
    ),
    Guard(
        "broken, flooding or misled",
        "a body has a ceiling, also once decompressed",
        "providers/network/http_reply.py",
        "if max(count, raw_count) > limit:",
        "if max(count, raw_count) < 0:",
        f"{_HOSTILE}::test_nothing_is_sent_twice_and_the_outcome_is_open"
        "[gzip_bomb-openai-gpt-4o-mini-tts]",
    ),
    Guard(
        "broken, flooding or misled",
        "headers have a ceiling",
        "providers/network/http.py",
        "for name, value in reply.headers.items()) > _HEADER_BLOCK:",
        "for name, value in reply.headers.items()) > _HEADER_BLOCK * 9:",
        f"{_HOSTILE}::test_nothing_is_sent_twice_and_the_outcome_is_open"
        "[huge_headers-openai-gpt-6-luna]",
    ),
    Guard(
        "success without a result",
        "an answer without a picture is no success",
        "providers/openai/images.py",
        '    if writer.finished == 0:\n        raise reply.malformed("it holds no picture")\n',
        "",
        f"{_HOSTILE}::test_success_without_a_result_is_no_success",
    ),
    Guard(
        "half an answer",
        "a body that ends before its announced end is told",
        "providers/network/http.py",
        "        raise interrupted(endpoint, response.status_code) from None\n",
        "        return\n",
        f"{_HOSTILE}::test_half_an_answer_is_no_result",
    ),
    Guard(
        "silence",
        "an exchange has an end, however busy it looks",
        "providers/network/http.py",
        "deadline = asyncio.timeout(limits.total_s)",
        "deadline = asyncio.timeout(None)",
        f"{_HOSTILE}::test_silence_ends_in_a_timeout[drip-anthropic-claude-sonnet-5-5]",
    ),
    Guard(
        "led elsewhere",
        "no redirect of an API is followed",
        "providers/network/http_clients.py",
        "follow_redirects=False,",
        "follow_redirects=True,",
        f"{_HOSTILE}::test_key_goes_to_no_other_origin",
    ),
    Guard(
        "keys that are none",
        "a key that no header can hold is refused before anything is sent",
        "providers/openai/api.py",
        'if not account.key.isascii() or not account.key.isprintable() or " " in account.key:',
        "if not account.key:",
        f"{_HOSTILE}::test_an_impossible_key_is_refused_at_once",
    ),
    Guard(
        "lawful but odd streams",
        "lines end at LF, CR or CRLF, and nowhere else",
        "providers/network/sse.py",
        '.replace(b"\\r\\n", b"\\n").replace(b"\\r", b"\\n")',
        '.replace(b"\\r\\n", b"\\n")',
        f"{_STREAMS}::test_every_lawful_stream_reads_the_same",
    ),
    Guard(
        "text that cannot be kept",
        "half of a pair of surrogates becomes U+FFFD",
        "providers/network/json_reply.py",
        "return _storable(value) if _holds_surrogate(data) else value",
        "return value",
        f"{_STREAMS}::test_half_a_character_pair_cannot_break_the_text",
    ),
    Guard(
        "streams that stop",
        "a stream without its end is interrupted, not complete",
        "providers/replies/text_answer.py",
        "finish = self.finish or FinishReason.INTERRUPTED",
        "finish = self.finish or FinishReason.COMPLETE",
        f"{_STREAMS}::test_cut_stream_keeps_its_text",
    ),
    Guard(
        "streams that flood",
        "one event has a ceiling",
        "providers/network/sse.py",
        "if self._size + size > self._limit:",
        "if self._size + size < 0:",
        f"{_STREAMS}::test_oversized_events_are_stopped",
    ),
    Guard(
        "polls that go wrong",
        "after acceptance no refusal is the run's",
        "providers/replies/job_errors.py",
        "            error.billed = Billed.UNKNOWN\n",
        "            pass\n",
        f"{_SUITE}::test_a_poll_never_reads_as_a_refusal_of_the_job",
    ),
    Guard(
        "sent twice",
        "a billable request is announced before it leaves",
        "providers/openai/images.py",
        "    await context.submitting()\n",
        "",
        f"{_HOSTILE}::test_compressed_answers_are_read[openai-gpt-image-2.6-flare]",
    ),
    Guard(
        "sent twice",
        "a billable request is sent once",
        "providers/network/http.py",
        "            yield reply\n\n    @asynccontextmanager\n    async def request(",
        "            yield reply\n"
        "        async with self._exchange(\n"
        '            endpoint, "POST", endpoint.url(path), limits, headers, fresh=True, **options\n'
        "        ):\n"
        "            pass\n\n    @asynccontextmanager\n    async def request(",
        f"{_HOSTILE}::test_compressed_answers_are_read[openai-gpt-image-2.6-flare]",
    ),
)
