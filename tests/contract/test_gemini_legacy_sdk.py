"""Google's official client and the older protocol, which it still speaks at the Agent Platform.

At Google's own address it refuses these calls before it sends anything, so paths differ; what is
asked for must be equal.
"""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import BaseProvider
from tests.contract.conftest import bare_request, picture
from tests.contract.differences import compare
from tests.contract.gemini_calls import DOT, IMAGEN
from tests.contract.test_gemini_jobs_sdk import platform as platform  # fixtures
from tests.contract.test_gemini_sdk import ours as ours
from tests.contract.test_gemini_sdk import same
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = [
    pytest.mark.full,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*:UserWarning"),
    pytest.mark.filterwarnings("ignore:The generate_images method is deprecated"),
]
_T = GenerationType
VEO = "veo-3.1-generate-001"


async def test_imagen(platform: Any, ours: BaseProvider, simulator: Simulator) -> None:
    def ask() -> Any:
        return platform.models.generate_images(
            model=IMAGEN,
            prompt="A red cube",
            config={
                "number_of_images": 2,
                "aspect_ratio": "16:9",
                "person_generation": "ALLOW_ADULT",
                "image_size": "1K",
                "output_mime_type": "image/png",
            },
        )

    reply = await asyncio.to_thread(ask)
    parameters: Parameters = {
        "aspect_ratio": "16:9",
        "image_size": "1K",
        "file_format": "png",
        "person_generation": "allow_adult",
    }
    context = FakeContext()
    request = bare_request(ours, _T.IMAGE, IMAGEN, "A red cube", parameters, result_count=2)
    await ours.generate(request, context)
    theirs, mine = map(same, simulator.requests)
    compare("gemini", "imagen_by_the_client", mine, theirs)
    assert context.results == [one.image.image_bytes for one in reply.generated_images]


@pytest.mark.parametrize("frames", [False, True])
async def test_veo(platform: Any, ours: BaseProvider, simulator: Simulator, frames: bool) -> None:
    types = pytest.importorskip("google.genai.types")
    dot = types.Image(image_bytes=DOT, mime_type="image/png")

    def ask() -> Any:
        asked = {"image": dot} if frames else {}
        return platform.models.generate_videos(
            model=VEO,
            prompt="A cat",
            config={
                "number_of_videos": 1,
                "duration_seconds": 8,
                "aspect_ratio": "16:9",
                "resolution": "720p",
                "person_generation": "allow_adult",
                "negative_prompt": "blurry",
                **({"last_frame": dot} if frames else {}),
            },
            **asked,
        )

    await asyncio.to_thread(ask)
    parameters: Parameters = {
        "duration": "8",
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "person_generation": "allow_adult",
        "negative_prompt": "blurry",
    }
    roles = ("first_frame", "last_frame") if frames else ()
    inputs = tuple(picture(DOT, "in.png", role) for role in roles)
    request = bare_request(ours, _T.VIDEO, VEO, "A cat", parameters, inputs=inputs)
    await ours.generate(request, FakeContext())
    theirs, mine = map(same, simulator.requests[:2])
    compare("gemini", "veo_by_the_client", mine, theirs)
