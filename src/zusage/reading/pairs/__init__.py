"""Pairs: the second way to commitments, beside the rules. Loose candidates, learned judgement.

The rules of `zusage.reading.commitments` need a construction that they know. Here every actor of a sentence is paired with
everything in it that could be contributed (and with who speaks, and whom the sentence before was about), and weights that
were learned on annotated reports say how probable it is that the one contributes the other, which measure it has, how firm
it is, and, over all pairs and rules of a report, how sure the reader may be.

- `layout`, `spots`, `contents`, `pairing`: what is paired;
- `clausal`, `relations`, `measures`, `wording`: features;
- `weights`, `totals`, `sureness`, `judgement`: what the weights make of them;
- `statements`: candidates for the reader; `plain`: features in plain words.

Source: codebook, section 2.
"""
