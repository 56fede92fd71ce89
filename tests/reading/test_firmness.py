"""What tense, modals, mood and negation make of a contributing verb, and how operators combine with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.values import Firmness
from zusage.reading.firmness import combine

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estland schickt 120 Soldaten.", "ee troops pledged"),
        ("Estland wird 120 Soldaten schicken.", "ee troops pledged"),
        ("Im Frühjahr schickt Estland 120 Soldaten.", "ee troops pledged"),
        ("Estland will 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland wolle 120 Soldaten schicken, hieß es in Tallinn.", "ee troops signalled"),
        ("Estland soll 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland möchte 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland könnte 120 Soldaten schicken.", "ee troops considering"),
        ("Estland kann 120 Soldaten schicken.", "ee troops considering"),
        ("Estland dürfte 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland würde gern 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland würde aber 120 Soldaten schicken.", "ee troops signalled"),
        ("Estland schlug vor, 120 Soldaten zu schicken.", "ee troops signalled"),
        ("Soldaten bot Estland nicht an.", "ee troops withheld"),
        ("Estland werde die Entsendung nicht genehmigen, sagte ein Sprecher.", "ee troops rejected"),
        ("Estland stellt bereits 120 Soldaten.", "ee troops delivered"),
        ("Estland, das 120 Soldaten stellt, schweigt.", "ee troops delivered"),
        ("Norwegen sagte 30 Millionen Euro zu. Peru zog nach.", "no funding pledged; pe funding pledged"),
        ("Estland würde Soldaten schicken, wenn das Parlament zustimmt.", "ee troops signalled"),
        ("Estland hat 120 Soldaten geschickt.", "ee troops delivered"),
        ("Estland schickte 120 Soldaten.", "ee troops delivered"),
        ("Estland hatte bereits 120 Soldaten geschickt.", "ee troops delivered"),
        ("Estland sieht sich außerstande, Soldaten zu schicken.", "ee troops rejected"),
        ("Estland schickt keine Soldaten.", "ee troops rejected"),
        ("Estland wird keine Soldaten schicken.", "ee troops rejected"),
        ("Estland wird nie Soldaten schicken.", "ee troops rejected"),
        ("Estland will nicht mit Soldaten helfen.", "ee troops rejected"),
        ("Estland will keine Soldaten schicken.", "ee troops rejected"),
        ("Estland könne keine Soldaten schicken, sagte ein Sprecher.", "ee troops rejected"),
        ("Estland hat keine Soldaten geschickt.", "ee troops withheld"),
        ("Estland hat bislang nicht gezahlt.", "ee funding withheld"),
        ("Estland hat seine Hilfe auf 40 Millionen Euro erhöht.", "ee funding pledged"),
        ("Estland hat die Zahl seiner Ausbilder verdoppelt.", "ee training pledged"),
        ("120 Soldaten werden von Estland geschickt.", "ee troops pledged"),
        ("120 Soldaten wurden von Estland geschickt.", "ee troops delivered"),
        ("Estland beteiligt sich mit 120 Soldaten.", "ee troops pledged"),
        ("Estland beteiligt sich nicht mit Soldaten.", "ee troops rejected"),
        ("Estland kürzt seine Hilfe um 40 Millionen Euro.", "ee funding withdrawn"),
        ("Estland zieht seine Soldaten ab.", "ee troops withdrawn"),
        ("Estland will seine Soldaten abziehen.", "ee troops withdrawn"),
        ("Estland hat seine Ausbilder zurückgeholt.", "ee training withdrawn"),
        ("Estland könnte seine Soldaten abziehen.", "ee troops considering"),
        ("Estlands Soldaten sind eingetroffen.", "ee troops delivered"),
        ("Estland hat 120 Soldaten im Einsatz.", "ee troops delivered"),
        ("Estland muss Soldaten schicken.", ""),
        ("Estland müsste Soldaten schicken.", ""),
        ("Estland hätte Soldaten schicken können.", ""),
        ("Schickt Estland Soldaten?", ""),
        ("Schicken Sie Soldaten!", ""),
    ],
)
def test_german_forms(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estonia sends 120 soldiers.", "ee troops pledged"),
        ("Estonia is sending 120 soldiers.", "ee troops pledged"),
        ("Estonia will send 120 soldiers.", "ee troops pledged"),
        ("Estonia will be sending 120 soldiers.", "ee troops pledged"),
        ("Estonia is going to send 120 soldiers.", "ee troops pledged"),
        ("Estonia'll send 120 soldiers.", "ee troops pledged"),
        ("Estonia wants to send 120 soldiers.", "ee troops signalled"),
        ("Estonia would like to send 120 soldiers.", "ee troops signalled"),
        ("Estonia would be glad to send 120 soldiers.", "ee troops signalled"),
        ("Estonia may send 120 soldiers.", "ee troops considering"),
        ("Estonia might send 120 soldiers.", "ee troops considering"),
        ("Estonia could send 120 soldiers.", "ee troops considering"),
        ("Estonia can send 120 soldiers.", "ee troops considering"),
        ("Estonia would send soldiers if parliament agreed.", "ee troops signalled"),
        ("Estonia would gladly send soldiers.", "ee troops signalled"),
        ("Estonia would send 120 soldiers, a spokesman said.", "ee troops pledged"),
        ("Estonia has sent 120 soldiers.", "ee troops delivered"),
        ("Estonia sent 120 soldiers.", "ee troops delivered"),
        ("Estonia had sent 120 soldiers.", "ee troops delivered"),
        ("Estonia has already been sending soldiers.", "ee troops delivered"),
        ("Estonia will not send soldiers.", "ee troops rejected"),
        ("Estonia won't send any soldiers.", "ee troops rejected"),
        ("Estonia will never send soldiers.", "ee troops rejected"),
        ("Estonia will send no soldiers.", "ee troops rejected"),
        ("Estonia is not sending soldiers.", "ee troops rejected"),
        ("Estonia does not want to send soldiers.", "ee troops rejected"),
        ("Estonia cannot send soldiers.", "ee troops rejected"),
        ("Estonia has not sent soldiers.", "ee troops withheld"),
        ("Estonia has sent no soldiers.", "ee troops withheld"),
        ("Estonia did not send soldiers.", "ee troops withheld"),
        ("Estonia has raised its aid to 40 million euros.", "ee funding pledged"),
        ("Estonia doubled the number of its instructors.", "ee training pledged"),
        ("120 soldiers will be sent by Estonia.", "ee troops pledged"),
        ("120 soldiers have been sent by Estonia.", "ee troops delivered"),
        ("Estonia cut its aid by 40 million euros.", "ee funding withdrawn"),
        ("Estonia is withdrawing its soldiers.", "ee troops withdrawn"),
        ("Estonia has suspended its training mission.", "ee training withdrawn"),
        ("Estonia may withdraw its soldiers.", "ee troops considering"),
        ("Estonian soldiers have arrived.", "ee troops delivered"),
        ("Estonia already has 120 soldiers on the ground.", "ee troops delivered"),
        ("Estonia has yet to send soldiers.", "ee troops withheld"),
        ("Estonia currently contributes 40 soldiers.", "ee troops delivered"),
        ("900 Estonian soldiers are deployed in Chad.", "ee troops delivered"),
        ("Estonia would ask parliament for a mandate to send soldiers.", "ee troops signalled"),
        ("Estonia must send soldiers.", ""),
        ("Estonia should send soldiers.", ""),
        ("Estonia ought to send soldiers.", ""),
        ("Estonia needs to send soldiers.", ""),
        ("Estonia could have sent soldiers.", ""),
        ("Estonia would have sent soldiers.", ""),
        ("Will Estonia send soldiers?", ""),
        ("Send soldiers!", ""),
    ],
)
def test_english_forms(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        (None, None, None),
        (None, "pledged", "pledged"),
        ("signalled", None, "signalled"),
        ("pledged", "signalled", "signalled"),
        ("considering", "pledged", "considering"),
        ("pledged", "rejected", "rejected"),
        ("pledged", "delivered", "delivered"),
        ("considering", "delivered", "considering"),
        ("rejected", None, "rejected"),
        ("rejected", "pledged", "rejected"),
        ("rejected", "rejected", "considering"),
        ("withheld", "pledged", "withheld"),
        ("withdrawn", "pledged", "withdrawn"),
        ("signalled", "withheld", "withheld"),
    ],
)
def test_operator_over_content(outer: str | None, inner: str | None, expected: str | None) -> None:
    assert combine(Firmness(outer) if outer else None, Firmness(inner) if inner else None) == expected
