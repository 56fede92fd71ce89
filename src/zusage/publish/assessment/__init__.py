"""An assessment in words, as records, as charts and as one self-contained page, in German and in English."""
