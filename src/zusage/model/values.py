"""The codebook's value lists, by the codebook's names (sections 2 to 5).

Values are plain strings everywhere (`Firmness.PLEDGED == "pledged"`), so that they go into JSON, SQL and CSV unchanged.
A dossier may add measures and topics; it may not change what a listed value means. Standard library only.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of statement."""

    COMMITMENT = "commitment"
    POSITION = "position"
    ATTENDANCE = "attendance"
    MEETING = "meeting"


class Firmness(StrEnum):
    """What the wording supports for the case that the stated conditions hold (codebook, section 2)."""

    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"
    CONSIDERING = "considering"
    SIGNALLED = "signalled"
    PLEDGED = "pledged"
    CONCRETE = "concrete"
    DELIVERED = "delivered"

    @property
    def step(self) -> int | None:
        """Height on the ladder, 1 (considering) to 5 (delivered); 0 for against; None for an observed absence."""
        return _STEPS[self]


_STEPS: dict[Firmness, int | None] = {
    Firmness.REJECTED: 0,
    Firmness.WITHDRAWN: 0,
    Firmness.WITHHELD: None,
    Firmness.CONSIDERING: 1,
    Firmness.SIGNALLED: 2,
    Firmness.PLEDGED: 3,
    Firmness.CONCRETE: 4,
    Firmness.DELIVERED: 5,
}


class Stance(StrEnum):
    """What an actor thinks of a proposal (codebook, section 3)."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    DOUBTS = "doubts"


class ConditionType(StrEnum):
    """What a contribution hangs on (codebook, section 2)."""

    CEASEFIRE = "ceasefire"
    PEACE_DEAL = "peace-deal"
    ATTACK = "attack"
    US_SUPPORT = "us-support"
    SUPPORT = "support"
    OTHERS = "others"
    PARLIAMENT = "parliament"
    UN_MANDATE = "un-mandate"
    HOST_REQUEST = "host-request"
    OTHER = "other"


class MeetingKind(StrEnum):
    """What sort of meeting (codebook, section 4)."""

    SUMMIT = "summit"
    MINISTERIAL = "ministerial"
    MILITARY = "military"
    DONORS = "donors"
    BILATERAL = "bilateral"
    CALL = "call"
    OTHER = "other"


class Role(StrEnum):
    """In what role somebody attends."""

    HOST = "host"
    CHAIR = "chair"
    PARTICIPANT = "participant"


class Mode(StrEnum):
    """How somebody attends, or that he stays away."""

    IN_PERSON = "in-person"
    REMOTE = "remote"
    REPRESENTED = "represented"
    ABSENT = "absent"


class Authority(StrEnum):
    """Who speaks for the actor."""

    HEAD = "head"
    MINISTER = "minister"
    SPOKESPERSON = "spokesperson"
    OFFICIAL = "official"
    PARLIAMENT = "parliament"
    MILITARY = "military"
    THIRD_PARTY = "third-party"
    OUTLET = "outlet"


class Voice(StrEnum):
    """In whose words."""

    QUOTED = "quoted"
    REPORTED = "reported"
    OWN = "own"


class Basis(StrEnum):
    """What makes a commitment concrete."""

    SIGNED = "signed"
    MANDATED = "mandated"
    BUDGETED = "budgeted"
    ORDERED = "ordered"
    UNDER_WAY = "under-way"


class Instrument(StrEnum):
    """How money is given."""

    GRANT = "grant"
    LOAN = "loan"
    LOAN_GUARANTEE = "loan-guarantee"
    IN_KIND = "in-kind"


class Where(StrEnum):
    """Where a contribution would be."""

    IN_COUNTRY = "in-country"
    NEIGHBOUR = "neighbour"
    SEA = "sea"
    AIR = "air"
    HOME = "home"
    ELSEWHERE = "elsewhere"


class Aim(StrEnum):
    """Whether a position wants more or less of its topic."""

    MORE = "more"
    LESS = "less"


class Per(StrEnum):
    """The period of a recurring sum."""

    YEAR = "year"
    MONTH = "month"


class ConditionLogic(StrEnum):
    """How several conditions combine."""

    ALL = "all"
    ANY = "any"


class SourceKind(StrEnum):
    """What sort of text a report is."""

    NEWS = "news"
    OFFICIAL = "official"
    TRANSCRIPT = "transcript"


MEASURES: tuple[str, ...] = (
    "troops",
    "air",
    "naval",
    "monitoring",
    "training",
    "arms",
    "intelligence",
    "logistics",
    "funding",
    "humanitarian",
    "reconstruction",
    "backstop",
    "guarantees",
    "sanctions",
    "political",
    "other",
)
"""The codebook's measures, in its order; a dossier may add some."""

TOPICS: tuple[str, ...] = (
    "troop-deployment",
    "security-guarantees",
    "ceasefire",
    "peace-talks",
    "leaders-meeting",
    "sanctions",
    "membership",
    "us-involvement",
    "arms-supplies",
    "funding",
    "humanitarian-aid",
    "reconstruction",
    "territory",
    "burden-sharing",
    "other",
)
"""The codebook's topics, in its order; a dossier may add some."""
