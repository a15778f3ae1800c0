"""The provider that needs no key: pictures, films, sounds and texts drawn on this computer."""
