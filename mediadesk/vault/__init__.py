"""Key slots, the key hierarchy and sealed API keys. The only folder that talks to the keyring."""
