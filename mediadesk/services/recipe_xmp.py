"""The XMP packet of a marked export: that an AI made it, and how. Pure functions.

Terms: IPTC Photo Metadata Standard 2025.1 (digital source type, AI system used, AI prompt
information); XMP is ISO 16684-1.
"""

from __future__ import annotations

import json
import re
from xml.sax.saxutils import escape

from mediadesk.domain.generation import Generation
from mediadesk.domain.route_view import made_with

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
PROMPT_LIMIT = 20_000
"""In characters: a JPEG segment, which holds the whole packet, ends at 64 KiB."""
_PARAMETERS_LIMIT = 8_000

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:mediadesk="urn:mediadesk:recipe:1">
   <Iptc4xmpExt:DigitalSourceType>{source_type}</Iptc4xmpExt:DigitalSourceType>
   <Iptc4xmpExt:AISystemUsed>{system}</Iptc4xmpExt:AISystemUsed>
   <Iptc4xmpExt:AIPromptInformation>{prompt}</Iptc4xmpExt:AIPromptInformation>
   <xmp:CreateDate>{created}</xmp:CreateDate>
   <xmp:CreatorTool>mediadesk</xmp:CreatorTool>
   <mediadesk:Provider>{provider}</mediadesk:Provider>
   <mediadesk:Model>{model}</mediadesk:Model>
   <mediadesk:Parameters>{parameters}</mediadesk:Parameters>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def recipe_packet(generation: Generation) -> bytes:
    """The packet for a result of ``generation``, as UTF-8."""
    maker = made_with(generation)
    parameters = json.dumps(dict(generation.parameters), ensure_ascii=False, sort_keys=True)
    return _PACKET.format(
        source_type=SOURCE_TYPE,
        system=_text(f"{maker.provider} {maker.model}"),
        prompt=_text(generation.prompt[:PROMPT_LIMIT]),
        created=generation.created_at.isoformat(timespec="seconds"),
        provider=_text(maker.provider),
        model=_text(maker.model),
        parameters=_text(parameters[:_PARAMETERS_LIMIT]),
    ).encode()


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
