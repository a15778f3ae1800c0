"""Google's wire formats: generateContent, Interactions, the older ones of Imagen and Veo."""
