"""Words for values that the codebook's labels do not have: points of conflict, states, roles, how sides are called."""

from __future__ import annotations

from zusage.model.ledger import Authorship, Link, Severity, Status
from zusage.model.values import MeetingKind, Mode, Role
from zusage.web.translating import to_translate

WORDS: dict[tuple[str, str], str] = {
    ("slot", "date"): to_translate("day of the meeting"),
    ("slot", "place"): to_translate("place"),
    ("slot", "count"): to_translate("number of countries"),
    ("slot", "quantity"): to_translate("amount"),
    ("slot", "firmness"): to_translate("firmness"),
    ("slot", "condition"): to_translate("condition"),
    ("slot", "attendance"): to_translate("who came how"),
    ("slot", "actor"): to_translate("who does it"),
    ("slot", "attribution"): to_translate("who said it"),
    ("severity", Severity.HIGH): to_translate("grave"),
    ("severity", Severity.MEDIUM): to_translate("notable"),
    ("severity", Severity.LOW): to_translate("slight"),
    ("status", Status.READ): to_translate("machine-read, not reviewed"),
    ("status", Status.ACCEPTED): to_translate("accepted by a person"),
    ("status", Status.REJECTED): to_translate("rejected by a person"),
    ("status", Status.CORRECTED): to_translate("corrected by a person"),
    ("status", Status.CODED): to_translate("coded by a person"),
    ("authorship", Authorship.OWN): to_translate("the actor's own word"),
    ("authorship", Authorship.OUTLET): to_translate("in the report's words"),
    ("authorship", Authorship.THIRD_PARTY): to_translate("somebody else's word"),
    ("link", Link.FIRST): to_translate("first statement"),
    ("link", Link.RESTATEMENT): to_translate("said again"),
    ("link", Link.TRANCHE): to_translate("a further part"),
    ("link", Link.CHANGE): to_translate("change"),
    ("role", Role.HOST): to_translate("host"),
    ("role", Role.CHAIR): to_translate("chair"),
    ("role", Role.PARTICIPANT): to_translate("participant"),
    ("meeting", MeetingKind.SUMMIT): to_translate("summit"),
    ("meeting", MeetingKind.MINISTERIAL): to_translate("meeting of ministers"),
    ("meeting", MeetingKind.MILITARY): to_translate("military meeting"),
    ("meeting", MeetingKind.DONORS): to_translate("donors' meeting"),
    ("meeting", MeetingKind.BILATERAL): to_translate("bilateral meeting"),
    ("meeting", MeetingKind.CALL): to_translate("call"),
    ("meeting", MeetingKind.OTHER): to_translate("meeting"),
    ("order", "measure"): to_translate("by measure"),
    ("order", "firmest"): to_translate("firmest first"),
    ("order", "newest"): to_translate("newest first"),
    ("order", "roots"): to_translate("best backed first"),
    ("order", "actor"): to_translate("by actor"),
    ("field", "actor"): to_translate("actor"),
    ("field", "speaker"): to_translate("speaker"),
    ("field", "measure"): to_translate("measure"),
    ("field", "object"): to_translate("what exactly"),
    ("field", "where"): to_translate("where"),
    ("field", "firmness"): to_translate("firmness"),
    ("field", "basis"): to_translate("basis"),
    ("field", "instrument"): to_translate("instrument"),
    ("field", "conditions"): to_translate("condition"),
    ("field", "condition_logic"): to_translate("how conditions join"),
    ("field", "quantity"): to_translate("amount"),
    ("field", "by"): to_translate("deadline"),
    ("field", "from"): to_translate("from"),
    ("field", "from_"): to_translate("from"),
    ("field", "until"): to_translate("until"),
    ("field", "per"): to_translate("how often"),
    ("field", "recipient"): to_translate("for whom"),
    ("field", "said_on"): to_translate("said on"),
    ("field", "authority"): to_translate("who speaks"),
    ("field", "voice"): to_translate("in whose words"),
    ("field", "stance"): to_translate("stance"),
    ("field", "topic"): to_translate("topic"),
    ("field", "aim"): to_translate("aim"),
    ("field", "addressee"): to_translate("of whom"),
    ("field", "date"): to_translate("day"),
    ("field", "place"): to_translate("place"),
    ("field", "kind"): to_translate("kind"),
    ("field", "countries"): to_translate("number of countries"),
    ("field", "role"): to_translate("role"),
    ("field", "mode"): to_translate("who came how"),
    ("field", "person"): to_translate("person"),
    ("field", "meeting"): to_translate("meeting"),
    ("field", "certainty"): to_translate("certainty"),
}
"""For a sort and a value the English words, which templates translate."""

MODE_SIGNS = {Mode.IN_PERSON: "●", Mode.REMOTE: "◐", Mode.REPRESENTED: "○", Mode.ABSENT: "✕"}
"""Signs for how somebody attends, beside the word."""


def words_for(sort: str, value: str) -> str:
    """The English words for a value; the value itself where there are none."""
    return WORDS.get((sort, value), str(value))
