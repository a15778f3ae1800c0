"""Every call of a provider, the recorded request that it equals, and the test beside the client."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One operation. ``official``: the client's call; ``live``: ``file::test``; or why not."""

    provider: str
    operation: str
    official: str
    captures: tuple[str, ...]
    recorded: str
    live: str


_O, _OR, _B = "test_openai_captures", "test_openai_responses", "test_openai_more_sdk"
_A, _AS = "test_anthropic", "test_anthropic_sdk"
_G, _GJ, _GS, _GJS = (
    *("test_gemini_requests", "test_gemini_job_requests"),
    *("test_gemini_sdk", "test_gemini_jobs_sdk"),
)
_R, _RS, _F, _FS = "test_openrouter", "test_openrouter_sdk", "test_fal", "test_fal_sdk"
_REQ = f"{_O}::test_request_equals_the_recorded_one"
_SAME = "test_openai_sdk::test_same_request_and_same_reading"

ROWS = (
    Row("openai", "streamed text", "chat.completions.create(stream)",
        ("chat_completions_stream",), _REQ, _SAME),
    Row("openai", "text about a picture", "chat.completions.create(stream)",
        ("chat_completions_stream_vision_legacy",),
        f"{_O}::test_picture_input_equals_the_recorded_one", f"{_B}::test_vision"),
    Row("openai", "text by responses", "responses.create(stream)", ("responses_stream",),
        f"{_OR}::test_text_equals_the_recorded_call", f"{_B}::test_streamed_response"),
    Row("openai", "picture", "images.generate", ("images_generate",), _REQ, _SAME),
    Row("openai", "picture with previews", "images.generate(stream)",
        ("images_generate_stream",), _REQ, _SAME),
    Row("openai", "edit", "images.edit", ("images_edit_single",), _REQ, _SAME),
    Row("openai", "edit of several with a mask", "images.edit",
        ("images_edit_multi_mask",), _REQ, _SAME),
    Row("openai", "picture in the background", "responses.create(background), retrieve",
        ("responses_background_image_tool", "responses_retrieve"),
        f"{_OR}::test_picture_equals_the_recorded_calls", f"{_B}::test_background_picture"),
    Row("openai", "stopping it", "responses.cancel", ("responses_cancel",),
        f"{_OR}::test_cancel_equals_the_recorded_call", f"{_B}::test_background_picture"),
    Row("openai", "speech", "audio.speech.create", ("audio_speech",), _REQ, _SAME),
    Row("openai", "speech by a chat model", "chat.completions.create(modalities)",
        ("chat_audio",), _REQ, _SAME),
    Row("openai", "models", "models.list", ("models_list",),
        f"{_O}::test_model_list_equals_the_recorded_one", "test_openai_sdk::test_same_models"),
    Row("anthropic", "streamed text, thinking", "messages.stream", ("messages_stream",),
        f"{_A}::test_stream_equals_the_recorded_one",
        f"{_AS}::test_same_request_and_same_reading"),
    Row("anthropic", "text about a picture", "messages.stream", ("messages_stream_vision",),
        f"{_A}::test_picture_and_thinking_equal_the_recorded_ones",
        f"{_AS}::test_same_pictures"),
    Row("anthropic", "models", "models.list", ("models_list",),
        f"{_A}::test_model_list_equals_the_recorded_one_but_for_the_page",
        f"{_AS}::test_same_models"),
    Row("anthropic", "counting tokens", "messages.count_tokens", ("count_tokens",),
        f"{_A}::test_long_requests_are_counted_before_they_cost",
        f"{_AS}::test_tokens_are_counted"),
    Row("gemini", "streamed text", "models.generate_content_stream",
        ("generate_content_stream", "generate_content_text", "generate_content_text_sampling"),
        f"{_G}::test_text_equals_the_recorded_call", f"{_GS}::test_text"),
    Row("gemini", "picture, edit", "models.generate_content",
        ("generate_content_image", "generate_content_image_edit"),
        f"{_G}::test_picture_equals_the_recorded_call", f"{_GS}::test_picture"),
    Row("gemini", "speech", "models.generate_content",
        ("generate_content_tts", "generate_content_tts_style"),
        f"{_G}::test_speech_equals_the_recorded_call", f"{_GS}::test_speech"),
    Row("gemini", "speech of two", "models.generate_content",
        ("generate_content_tts_multispeaker",),
        f"{_G}::test_two_speakers_equal_the_recorded_call", f"{_GJS}::test_two_voices"),
    Row("gemini", "speech as a compressed file", "interactions.create",
        ("interactions_create_tts",),
        "test_gemini_media::test_compressed_speech_goes_through_an_interaction",
        f"{_GJS}::test_speech_as_a_compressed_file"),
    Row("gemini", "video", "interactions.create(background), get",
        ("interactions_create_video_background", "interactions_get"),
        f"{_GJ}::test_video_equals_the_recorded_call", f"{_GS}::test_video_job"),
    Row("gemini", "picture to video, its file", "interactions.create, files.get, files.download",
        ("interactions_create_image_to_video", "files_download"),
        f"{_GJ}::test_picture_to_video_equals_the_recorded_call",
        f"{_GJS}::test_picture_to_video_and_its_file"),
    Row("gemini", "picture in the background", "interactions.create",
        ("interactions_create_image",),
        f"{_GJ}::test_picture_in_the_background_equals_the_recorded_call",
        f"{_GJS}::test_picture_in_the_background"),
    Row("gemini", "music", "interactions.create", ("interactions_create_music",),
        f"{_GJ}::test_music_equals_the_recorded_call", f"{_GS}::test_music"),
    Row("gemini", "stopping a job", "interactions.cancel", ("interactions_cancel",),
        f"{_GJ}::test_cancel_equals_the_recorded_call", f"{_GS}::test_video_job"),
    Row("gemini", "upload", "files.upload", ("files_upload",),
        "test_gemini::test_large_inputs_are_uploaded_and_deleted", f"{_GS}::test_upload"),
    Row("gemini", "models", "models.list", ("models_list", "models_list_v1beta"),
        f"{_G}::test_model_lists_equal_the_recorded_calls_but_for_the_page",
        f"{_GS}::test_same_models"),
    Row("gemini", "counting tokens", "models.count_tokens", ("count_tokens",),
        f"{_G}::test_long_requests_are_counted_before_they_cost",
        f"{_GJS}::test_tokens_are_counted"),
    Row("gemini", "picture, older protocol", "models.generate_images",
        ("legacy_generate_images",), f"{_GJ}::test_imagen_equals_the_recorded_call",
        "test_gemini_legacy_sdk::test_imagen"),
    Row("gemini", "video, older protocol", "models.generate_videos, operations.get",
        ("legacy_generate_videos", "legacy_generate_videos_first_last_frame",
         "legacy_generate_videos_reference", "legacy_operations_get"),
        f"{_GJ}::test_veo_equals_the_recorded_calls", "test_gemini_legacy_sdk::test_veo"),
    Row("veo3", "video on the Agent Platform", "models.generate_videos, operations.get",
        ("vertex_generate_videos", "vertex_operations_get"),
        "test_veo3::test_request_equals_the_recorded_one", f"{_GJS}::test_veo_on_the_platform"),
    Row("openrouter", "streamed text", "chat.send(stream)", ("chat_stream",),
        f"{_R}::test_chat_stream", f"{_RS}::test_chat"),
    Row("openrouter", "picture by a chat model", "chat.send", ("chat_image",),
        f"{_R}::test_chat_image", f"{_RS}::test_chat_image"),
    Row("openrouter", "picture", "images.generate", ("images_generate",),
        f"{_R}::test_images", f"{_RS}::test_images"),
    Row("openrouter", "speech", "tts.create_speech", ("audio_speech", "generation"),
        f"{_R}::test_speech", f"{_RS}::test_speech"),
    Row("openrouter", "video", "video_generation.generate, get_generation, get_video_content",
        ("videos_create", "videos_get", "videos_content"),
        f"{_R}::test_video", f"{_RS}::test_video"),
    Row("openrouter", "lists", "models.list, images.list_models, list_videos_models",
        ("models_list", "images_models", "videos_models"),
        f"{_R}::test_lists", f"{_RS}::test_lists"),
    Row("openrouter", "the key", "api_keys.get_current_key_metadata", ("key",),
        f"{_R}::test_key_and_credits", f"{_RS}::test_key"),
    Row("openrouter", "credit of the account", "credits.get_credits", ("credits",),
        f"{_R}::test_key_and_credits", f"{_RS}::test_credits"),
    Row("fal", "a run", "submit, status, result", ("submit", "status", "result"),
        f"{_F}::test_a_whole_run", f"{_FS}::test_a_whole_run"),
    Row("fal", "settings of the queue", "submit(priority, …)", ("submit_options",),
        f"{_F}::test_settings_of_the_queue", f"{_FS}::test_settings_of_the_queue"),
    Row("fal", "stopping a run", "cancel", ("cancel",), f"{_F}::test_cancel",
        f"{_FS}::test_cancel"),
    Row("fal", "upload", "upload", ("upload_cdn",), f"{_F}::test_upload", f"{_FS}::test_upload"),
    Row("fal", "upload to the other store", "upload(repository)", ("upload_storage",),
        f"{_F}::test_upload_to_the_other_store", f"{_FS}::test_upload_to_the_other_store"),
)  # fmt: skip
ELSEWHERE = {
    "generate_content_tts_stream": "gemini",
    "files_get": "gemini",
    "interactions_stream_text": "gemini",
    "interactions_delete": "gemini",
}
"""Recorded calls that other tests use, or that this program does not make."""
