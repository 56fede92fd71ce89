CREATE TABLE public.accounts (
    name character varying NOT NULL,
    role character varying NOT NULL,
    password character varying NOT NULL,
    made_at character varying NOT NULL,
    password_at character varying NOT NULL,
    disabled_at character varying
);
CREATE TABLE public.additions (
    seq integer NOT NULL,
    id character varying NOT NULL,
    who character varying NOT NULL,
    name text NOT NULL,
    given text NOT NULL,
    asked_at character varying NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    worker character varying,
    until character varying,
    ended_at character varying,
    lines text NOT NULL,
    more integer NOT NULL,
    error text NOT NULL
);
CREATE SEQUENCE public.additions_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.additions_seq_seq OWNED BY public.additions.seq;
CREATE TABLE public.attempts (
    seq integer NOT NULL,
    act character varying NOT NULL,
    about character varying NOT NULL,
    address character varying NOT NULL,
    at character varying NOT NULL
);
CREATE SEQUENCE public.attempts_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attempts_seq_seq OWNED BY public.attempts.seq;
CREATE TABLE public.audit (
    seq integer NOT NULL,
    at character varying NOT NULL,
    who character varying NOT NULL,
    act character varying NOT NULL,
    about character varying NOT NULL,
    detail text NOT NULL
);
CREATE SEQUENCE public.audit_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.audit_seq_seq OWNED BY public.audit.seq;
CREATE TABLE public.captures (
    id character varying NOT NULL,
    address character varying,
    captured_at character varying,
    headers text NOT NULL,
    codec character varying NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE TABLE public.derived_accepted_changes (
    entry character varying NOT NULL,
    number integer NOT NULL,
    pledge character varying NOT NULL,
    day character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    unsure boolean NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_changes.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_changes.number IS 'of the step in its history';
COMMENT ON COLUMN public.derived_accepted_changes.pledge IS 'digest of the entry''s key';
COMMENT ON COLUMN public.derived_accepted_changes.day IS 'of the step, empty if it is unknown';
COMMENT ON COLUMN public.derived_accepted_changes.before IS 'firmness before, none for the first step';
COMMENT ON COLUMN public.derived_accepted_changes.after IS 'firmness since';
COMMENT ON COLUMN public.derived_accepted_changes.actor IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_changes.measure IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_changes.unsure IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_changes.shown IS 'what a line shows of it beyond that: words, statements';
CREATE TABLE public.derived_accepted_cited (
    statement character varying NOT NULL,
    conflict character varying NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_cited.statement IS 'a statement whose words a conflict quotes';
COMMENT ON COLUMN public.derived_accepted_cited.conflict IS 'id of the conflict';
CREATE TABLE public.derived_accepted_claims (
    statement character varying NOT NULL,
    report character varying NOT NULL,
    kind character varying NOT NULL,
    status character varying NOT NULL,
    counts boolean NOT NULL,
    actor character varying,
    measure character varying,
    recipient character varying,
    object character varying,
    speaker character varying,
    day character varying,
    at_meeting boolean,
    payload text,
    pledge character varying,
    entry character varying,
    look character varying,
    look_other character varying
);
COMMENT ON COLUMN public.derived_accepted_claims.statement IS 'id of the statement as it was read or coded';
COMMENT ON COLUMN public.derived_accepted_claims.report IS 'id of its report';
COMMENT ON COLUMN public.derived_accepted_claims.kind IS 'as in statements';
COMMENT ON COLUMN public.derived_accepted_claims.status IS 'read, accepted, rejected, corrected or coded';
COMMENT ON COLUMN public.derived_accepted_claims.counts IS 'it may set something';
COMMENT ON COLUMN public.derived_accepted_claims.actor IS 'of a commitment; a collective by its one name';
COMMENT ON COLUMN public.derived_accepted_claims.measure IS 'of a commitment';
COMMENT ON COLUMN public.derived_accepted_claims.recipient IS 'of a commitment, as the statement names it';
COMMENT ON COLUMN public.derived_accepted_claims.object IS 'of a commitment, its plain words';
COMMENT ON COLUMN public.derived_accepted_claims.speaker IS 'of a commitment';
COMMENT ON COLUMN public.derived_accepted_claims.day IS 'of a commitment, from which it is known to have been made';
COMMENT ON COLUMN public.derived_accepted_claims.at_meeting IS 'of a commitment, said on the day of its report''s meeting';
COMMENT ON COLUMN public.derived_accepted_claims.payload IS 'of a commitment, all fields that entries are made of';
COMMENT ON COLUMN public.derived_accepted_claims.pledge IS 'of a commitment, digest of the key by which it goes to an entry';
COMMENT ON COLUMN public.derived_accepted_claims.entry IS 'of a commitment, the entry that it is in';
COMMENT ON COLUMN public.derived_accepted_claims.look IS 'why a person should look at it again';
COMMENT ON COLUMN public.derived_accepted_claims.look_other IS 'the statement on the other side of that';
CREATE TABLE public.derived_accepted_conflicts (
    conflict character varying NOT NULL,
    story character varying NOT NULL,
    slot character varying NOT NULL,
    severity integer NOT NULL,
    subject text NOT NULL,
    actors character varying NOT NULL,
    payload text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_conflicts.conflict IS 'made of what it says';
COMMENT ON COLUMN public.derived_accepted_conflicts.story IS 'id of the story';
COMMENT ON COLUMN public.derived_accepted_conflicts.slot IS 'on what';
COMMENT ON COLUMN public.derived_accepted_conflicts.severity IS '3 high, 2 medium, 1 low';
COMMENT ON COLUMN public.derived_accepted_conflicts.subject IS 'the point';
COMMENT ON COLUMN public.derived_accepted_conflicts.actors IS 'whom it is about, each between bars';
COMMENT ON COLUMN public.derived_accepted_conflicts.payload IS 'all fields';
CREATE TABLE public.derived_accepted_entries (
    entry character varying NOT NULL,
    pledge character varying NOT NULL,
    place integer NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    recipient character varying,
    firmness character varying,
    step integer NOT NULL,
    conditions character varying NOT NULL,
    roots integer NOT NULL,
    reviewed boolean NOT NULL,
    unsure boolean NOT NULL,
    first_day character varying,
    last_day character varying,
    conflicts integer NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_entries.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_entries.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_accepted_entries.place IS 'of its measure in the dossier''s order';
COMMENT ON COLUMN public.derived_accepted_entries.actor IS 'under the name that most roots use';
COMMENT ON COLUMN public.derived_accepted_entries.measure IS 'what is contributed';
COMMENT ON COLUMN public.derived_accepted_entries.recipient IS 'for whom';
COMMENT ON COLUMN public.derived_accepted_entries.firmness IS 'how firm it is';
COMMENT ON COLUMN public.derived_accepted_entries.step IS 'height of that, -1 without one';
COMMENT ON COLUMN public.derived_accepted_entries.conditions IS 'their types, each between bars';
COMMENT ON COLUMN public.derived_accepted_entries.roots IS 'independent reports';
COMMENT ON COLUMN public.derived_accepted_entries.reviewed IS 'a person has judged some of it';
COMMENT ON COLUMN public.derived_accepted_entries.unsure IS 'it rests on nothing that counts';
COMMENT ON COLUMN public.derived_accepted_entries.first_day IS 'of its statements';
COMMENT ON COLUMN public.derived_accepted_entries.last_day IS 'of its statements';
COMMENT ON COLUMN public.derived_accepted_entries.conflicts IS 'how many quote its statements';
CREATE TABLE public.derived_accepted_lines (
    entry character varying NOT NULL,
    pledge character varying NOT NULL,
    shown text NOT NULL,
    days text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_lines.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_lines.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_accepted_lines.shown IS 'what a line of the ledger shows of it beyond what it is found by';
COMMENT ON COLUMN public.derived_accepted_lines.days IS 'on which something was said of it, each between bars';
CREATE TABLE public.derived_accepted_meetings (
    story character varying NOT NULL,
    payload text NOT NULL,
    attendance text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_meetings.story IS 'id of the story';
COMMENT ON COLUMN public.derived_accepted_meetings.payload IS 'its bounds and stated days';
COMMENT ON COLUMN public.derived_accepted_meetings.attendance IS 'who came how by which report: [[report, fields], …]';
CREATE TABLE public.derived_accepted_past_changes (
    entry character varying NOT NULL,
    number integer NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    pledge character varying NOT NULL,
    day character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    unsure boolean NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_past_changes.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_past_changes.number IS 'of the step in its history';
COMMENT ON COLUMN public.derived_accepted_past_changes.since IS 'day from which the history was so';
COMMENT ON COLUMN public.derived_accepted_past_changes.until IS 'day from which it was not so any more; ~ if it still is';
COMMENT ON COLUMN public.derived_accepted_past_changes.pledge IS 'digest of the entry''s key';
COMMENT ON COLUMN public.derived_accepted_past_changes.day IS 'of the step, empty if it is unknown';
COMMENT ON COLUMN public.derived_accepted_past_changes.before IS 'firmness before, none for the first step';
COMMENT ON COLUMN public.derived_accepted_past_changes.after IS 'firmness since';
COMMENT ON COLUMN public.derived_accepted_past_changes.actor IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_past_changes.measure IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_past_changes.unsure IS 'of the entry';
COMMENT ON COLUMN public.derived_accepted_past_changes.shown IS 'what a line shows of it beyond that: words, statements';
CREATE TABLE public.derived_accepted_version_lines (
    entry character varying NOT NULL,
    since character varying NOT NULL,
    pledge character varying NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_accepted_version_lines.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_version_lines.since IS 'day from which it was so';
COMMENT ON COLUMN public.derived_accepted_version_lines.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_accepted_version_lines.shown IS 'what a line of the ledger shows of it as of that day';
CREATE TABLE public.derived_accepted_versions (
    entry character varying NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    pledge character varying NOT NULL,
    place integer NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    recipient character varying,
    firmness character varying,
    step integer NOT NULL,
    conditions character varying NOT NULL,
    roots integer NOT NULL,
    reviewed boolean NOT NULL,
    unsure boolean NOT NULL,
    first_day character varying,
    last_day character varying
);
COMMENT ON COLUMN public.derived_accepted_versions.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_accepted_versions.since IS 'day from which it was so';
COMMENT ON COLUMN public.derived_accepted_versions.until IS 'day from which it was not so any more; ~ if it still is';
COMMENT ON COLUMN public.derived_accepted_versions.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_accepted_versions.place IS 'of its measure in the dossier''s order';
COMMENT ON COLUMN public.derived_accepted_versions.actor IS 'under the name that most roots use';
COMMENT ON COLUMN public.derived_accepted_versions.measure IS 'what is contributed';
COMMENT ON COLUMN public.derived_accepted_versions.recipient IS 'for whom';
COMMENT ON COLUMN public.derived_accepted_versions.firmness IS 'how firm it is';
COMMENT ON COLUMN public.derived_accepted_versions.step IS 'height of that, -1 without one';
COMMENT ON COLUMN public.derived_accepted_versions.conditions IS 'their types, each between bars';
COMMENT ON COLUMN public.derived_accepted_versions.roots IS 'independent reports';
COMMENT ON COLUMN public.derived_accepted_versions.reviewed IS 'a person has judged some of it';
COMMENT ON COLUMN public.derived_accepted_versions.unsure IS 'it rests on nothing that counts';
COMMENT ON COLUMN public.derived_accepted_versions.first_day IS 'of its statements';
COMMENT ON COLUMN public.derived_accepted_versions.last_day IS 'of its statements';
CREATE TABLE public.derived_bands (
    part integer NOT NULL,
    entries bytea NOT NULL
);
COMMENT ON COLUMN public.derived_bands.part IS 'first 16 bits of the bands in this row';
COMMENT ON COLUMN public.derived_bands.entries IS 'numbers of bands, each with a report that has it, 8 bytes each';
CREATE TABLE public.derived_changes (
    entry character varying NOT NULL,
    number integer NOT NULL,
    pledge character varying NOT NULL,
    day character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    unsure boolean NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_changes.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_changes.number IS 'of the step in its history';
COMMENT ON COLUMN public.derived_changes.pledge IS 'digest of the entry''s key';
COMMENT ON COLUMN public.derived_changes.day IS 'of the step, empty if it is unknown';
COMMENT ON COLUMN public.derived_changes.before IS 'firmness before, none for the first step';
COMMENT ON COLUMN public.derived_changes.after IS 'firmness since';
COMMENT ON COLUMN public.derived_changes.actor IS 'of the entry';
COMMENT ON COLUMN public.derived_changes.measure IS 'of the entry';
COMMENT ON COLUMN public.derived_changes.unsure IS 'of the entry';
COMMENT ON COLUMN public.derived_changes.shown IS 'what a line shows of it beyond that: words, statements';
CREATE TABLE public.derived_cited (
    statement character varying NOT NULL,
    conflict character varying NOT NULL
);
COMMENT ON COLUMN public.derived_cited.statement IS 'a statement whose words a conflict quotes';
COMMENT ON COLUMN public.derived_cited.conflict IS 'id of the conflict';
CREATE TABLE public.derived_claims (
    statement character varying NOT NULL,
    report character varying NOT NULL,
    kind character varying NOT NULL,
    status character varying NOT NULL,
    counts boolean NOT NULL,
    actor character varying,
    measure character varying,
    recipient character varying,
    object character varying,
    speaker character varying,
    day character varying,
    at_meeting boolean,
    payload text,
    pledge character varying,
    entry character varying,
    look character varying,
    look_other character varying
);
COMMENT ON COLUMN public.derived_claims.statement IS 'id of the statement as it was read or coded';
COMMENT ON COLUMN public.derived_claims.report IS 'id of its report';
COMMENT ON COLUMN public.derived_claims.kind IS 'as in statements';
COMMENT ON COLUMN public.derived_claims.status IS 'read, accepted, rejected, corrected or coded';
COMMENT ON COLUMN public.derived_claims.counts IS 'it may set something';
COMMENT ON COLUMN public.derived_claims.actor IS 'of a commitment; a collective by its one name';
COMMENT ON COLUMN public.derived_claims.measure IS 'of a commitment';
COMMENT ON COLUMN public.derived_claims.recipient IS 'of a commitment, as the statement names it';
COMMENT ON COLUMN public.derived_claims.object IS 'of a commitment, its plain words';
COMMENT ON COLUMN public.derived_claims.speaker IS 'of a commitment';
COMMENT ON COLUMN public.derived_claims.day IS 'of a commitment, from which it is known to have been made';
COMMENT ON COLUMN public.derived_claims.at_meeting IS 'of a commitment, said on the day of its report''s meeting';
COMMENT ON COLUMN public.derived_claims.payload IS 'of a commitment, all fields that entries are made of';
COMMENT ON COLUMN public.derived_claims.pledge IS 'of a commitment, digest of the key by which it goes to an entry';
COMMENT ON COLUMN public.derived_claims.entry IS 'of a commitment, the entry that it is in';
COMMENT ON COLUMN public.derived_claims.look IS 'why a person should look at it again';
COMMENT ON COLUMN public.derived_claims.look_other IS 'the statement on the other side of that';
CREATE TABLE public.derived_conflicts (
    conflict character varying NOT NULL,
    story character varying NOT NULL,
    slot character varying NOT NULL,
    severity integer NOT NULL,
    subject text NOT NULL,
    actors character varying NOT NULL,
    payload text NOT NULL
);
COMMENT ON COLUMN public.derived_conflicts.conflict IS 'made of what it says';
COMMENT ON COLUMN public.derived_conflicts.story IS 'id of the story';
COMMENT ON COLUMN public.derived_conflicts.slot IS 'on what';
COMMENT ON COLUMN public.derived_conflicts.severity IS '3 high, 2 medium, 1 low';
COMMENT ON COLUMN public.derived_conflicts.subject IS 'the point';
COMMENT ON COLUMN public.derived_conflicts.actors IS 'whom it is about, each between bars';
COMMENT ON COLUMN public.derived_conflicts.payload IS 'all fields';
CREATE TABLE public.derived_copies (
    report character varying NOT NULL,
    others bytea NOT NULL
);
COMMENT ON COLUMN public.derived_copies.report IS 'id of a report';
COMMENT ON COLUMN public.derived_copies.others IS 'ids of those that share runs of words, 8 bytes each';
CREATE TABLE public.derived_entries (
    entry character varying NOT NULL,
    pledge character varying NOT NULL,
    place integer NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    recipient character varying,
    firmness character varying,
    step integer NOT NULL,
    conditions character varying NOT NULL,
    roots integer NOT NULL,
    reviewed boolean NOT NULL,
    unsure boolean NOT NULL,
    first_day character varying,
    last_day character varying,
    conflicts integer NOT NULL
);
COMMENT ON COLUMN public.derived_entries.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_entries.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_entries.place IS 'of its measure in the dossier''s order';
COMMENT ON COLUMN public.derived_entries.actor IS 'under the name that most roots use';
COMMENT ON COLUMN public.derived_entries.measure IS 'what is contributed';
COMMENT ON COLUMN public.derived_entries.recipient IS 'for whom';
COMMENT ON COLUMN public.derived_entries.firmness IS 'how firm it is';
COMMENT ON COLUMN public.derived_entries.step IS 'height of that, -1 without one';
COMMENT ON COLUMN public.derived_entries.conditions IS 'their types, each between bars';
COMMENT ON COLUMN public.derived_entries.roots IS 'independent reports';
COMMENT ON COLUMN public.derived_entries.reviewed IS 'a person has judged some of it';
COMMENT ON COLUMN public.derived_entries.unsure IS 'it rests on nothing that counts';
COMMENT ON COLUMN public.derived_entries.first_day IS 'of its statements';
COMMENT ON COLUMN public.derived_entries.last_day IS 'of its statements';
COMMENT ON COLUMN public.derived_entries.conflicts IS 'how many quote its statements';
CREATE TABLE public.derived_lines (
    entry character varying NOT NULL,
    pledge character varying NOT NULL,
    shown text NOT NULL,
    days text NOT NULL
);
COMMENT ON COLUMN public.derived_lines.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_lines.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_lines.shown IS 'what a line of the ledger shows of it beyond what it is found by';
COMMENT ON COLUMN public.derived_lines.days IS 'on which something was said of it, each between bars';
CREATE TABLE public.derived_links (
    report character varying NOT NULL,
    others bytea NOT NULL
);
COMMENT ON COLUMN public.derived_links.report IS 'id of a report';
COMMENT ON COLUMN public.derived_links.others IS 'ids of those that may be about the same event, 8 bytes each';
CREATE TABLE public.derived_marks (
    mark bigint NOT NULL,
    day integer NOT NULL,
    reports bytea NOT NULL
);
COMMENT ON COLUMN public.derived_marks.mark IS 'digest of what reports share that are compared';
COMMENT ON COLUMN public.derived_marks.day IS 'number of the report''s day, 0 for unknown';
COMMENT ON COLUMN public.derived_marks.reports IS 'ids of the reports, 8 bytes each, in order';
CREATE TABLE public.derived_meetings (
    story character varying NOT NULL,
    payload text NOT NULL,
    attendance text NOT NULL
);
COMMENT ON COLUMN public.derived_meetings.story IS 'id of the story';
COMMENT ON COLUMN public.derived_meetings.payload IS 'its bounds and stated days';
COMMENT ON COLUMN public.derived_meetings.attendance IS 'who came how by which report: [[report, fields], …]';
CREATE TABLE public.derived_past_changes (
    entry character varying NOT NULL,
    number integer NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    pledge character varying NOT NULL,
    day character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    unsure boolean NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_past_changes.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_past_changes.number IS 'of the step in its history';
COMMENT ON COLUMN public.derived_past_changes.since IS 'day from which the history was so';
COMMENT ON COLUMN public.derived_past_changes.until IS 'day from which it was not so any more; ~ if it still is';
COMMENT ON COLUMN public.derived_past_changes.pledge IS 'digest of the entry''s key';
COMMENT ON COLUMN public.derived_past_changes.day IS 'of the step, empty if it is unknown';
COMMENT ON COLUMN public.derived_past_changes.before IS 'firmness before, none for the first step';
COMMENT ON COLUMN public.derived_past_changes.after IS 'firmness since';
COMMENT ON COLUMN public.derived_past_changes.actor IS 'of the entry';
COMMENT ON COLUMN public.derived_past_changes.measure IS 'of the entry';
COMMENT ON COLUMN public.derived_past_changes.unsure IS 'of the entry';
COMMENT ON COLUMN public.derived_past_changes.shown IS 'what a line shows of it beyond that: words, statements';
CREATE TABLE public.derived_renamed (
    earlier character varying NOT NULL,
    statement character varying NOT NULL,
    report character varying NOT NULL
);
COMMENT ON COLUMN public.derived_renamed.earlier IS 'id of a judged statement of an earlier reading';
COMMENT ON COLUMN public.derived_renamed.statement IS 'the statement that says it now';
COMMENT ON COLUMN public.derived_renamed.report IS 'id of their report';
CREATE TABLE public.derived_reports (
    report character varying NOT NULL,
    arrival integer NOT NULL,
    name character varying,
    title text NOT NULL,
    outlet character varying,
    language character varying NOT NULL,
    published_on character varying,
    address character varying,
    credit character varying,
    synthetic boolean NOT NULL,
    first_text character varying NOT NULL,
    statements integer NOT NULL,
    accepted integer NOT NULL,
    features text NOT NULL,
    bands bytea NOT NULL,
    tally text NOT NULL,
    story character varying NOT NULL,
    member text NOT NULL,
    root character varying NOT NULL,
    copied text NOT NULL
);
COMMENT ON COLUMN public.derived_reports.report IS 'id of the report';
COMMENT ON COLUMN public.derived_reports.arrival IS 'order of arrival';
COMMENT ON COLUMN public.derived_reports.name IS 'id that an input file gives it';
COMMENT ON COLUMN public.derived_reports.title IS 'headline';
COMMENT ON COLUMN public.derived_reports.outlet IS 'who published it';
COMMENT ON COLUMN public.derived_reports.language IS 'ISO 639-1';
COMMENT ON COLUMN public.derived_reports.published_on IS 'day of publication';
COMMENT ON COLUMN public.derived_reports.address IS 'canonical address';
COMMENT ON COLUMN public.derived_reports.credit IS 'agency or outlet that the text credits';
COMMENT ON COLUMN public.derived_reports.synthetic IS 'written for samples or training';
COMMENT ON COLUMN public.derived_reports.first_text IS 'digest of the text that it was first known by';
COMMENT ON COLUMN public.derived_reports.statements IS 'how many it has';
COMMENT ON COLUMN public.derived_reports.accepted IS 'how many of them a person stands behind';
COMMENT ON COLUMN public.derived_reports.features IS 'what its story is found by';
COMMENT ON COLUMN public.derived_reports.bands IS 'numbers of its text''s bands, 8 bytes each';
COMMENT ON COLUMN public.derived_reports.tally IS 'what it adds to the tallies: [[sort, subject, value, count], …]';
COMMENT ON COLUMN public.derived_reports.story IS 'id of its story';
COMMENT ON COLUMN public.derived_reports.member IS 'why it belongs to its story';
COMMENT ON COLUMN public.derived_reports.root IS 'the report that it counts for';
COMMENT ON COLUMN public.derived_reports.copied IS 'why it is a copy of an earlier one, empty for a root';
CREATE TABLE public.derived_state (
    name character varying NOT NULL,
    value character varying NOT NULL
);
COMMENT ON COLUMN public.derived_state.name IS 'basis, or the table up to whose row the derived rows are in line';
COMMENT ON COLUMN public.derived_state.value IS 'digest of program and dossier, or the last row''s seq';
CREATE TABLE public.derived_stories (
    story character varying NOT NULL,
    event character varying,
    title text NOT NULL,
    first_day character varying,
    last_day character varying,
    reports integer NOT NULL,
    roots integer NOT NULL,
    languages character varying NOT NULL,
    synthetic boolean NOT NULL
);
COMMENT ON COLUMN public.derived_stories.story IS 'made of its reports, or of the event that a file names';
COMMENT ON COLUMN public.derived_stories.event IS 'event that an input file names';
COMMENT ON COLUMN public.derived_stories.title IS 'headline of its first report, or its first words';
COMMENT ON COLUMN public.derived_stories.first_day IS 'of its reports';
COMMENT ON COLUMN public.derived_stories.last_day IS 'of its reports';
COMMENT ON COLUMN public.derived_stories.reports IS 'how many';
COMMENT ON COLUMN public.derived_stories.roots IS 'how many are left when copies count once';
COMMENT ON COLUMN public.derived_stories.languages IS 'of its reports';
COMMENT ON COLUMN public.derived_stories.synthetic IS 'one of its reports was written as a sample';
CREATE TABLE public.derived_tallies (
    sort character varying NOT NULL,
    subject character varying NOT NULL,
    value character varying NOT NULL,
    times integer NOT NULL
);
COMMENT ON COLUMN public.derived_tallies.sort IS 'attends, speaks, acts, recipient or object; with ! of what a person stands behind';
COMMENT ON COLUMN public.derived_tallies.subject IS 'a person, an actor, or an actor and a measure';
COMMENT ON COLUMN public.derived_tallies.value IS 'an actor, a recipient or an object';
COMMENT ON COLUMN public.derived_tallies.times IS 'how many statements or reports say so';
CREATE TABLE public.derived_version_lines (
    entry character varying NOT NULL,
    since character varying NOT NULL,
    pledge character varying NOT NULL,
    shown text NOT NULL
);
COMMENT ON COLUMN public.derived_version_lines.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_version_lines.since IS 'day from which it was so';
COMMENT ON COLUMN public.derived_version_lines.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_version_lines.shown IS 'what a line of the ledger shows of it as of that day';
CREATE TABLE public.derived_versions (
    entry character varying NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    pledge character varying NOT NULL,
    place integer NOT NULL,
    actor character varying NOT NULL,
    measure character varying NOT NULL,
    recipient character varying,
    firmness character varying,
    step integer NOT NULL,
    conditions character varying NOT NULL,
    roots integer NOT NULL,
    reviewed boolean NOT NULL,
    unsure boolean NOT NULL,
    first_day character varying,
    last_day character varying
);
COMMENT ON COLUMN public.derived_versions.entry IS 'id of the entry';
COMMENT ON COLUMN public.derived_versions.since IS 'day from which it was so';
COMMENT ON COLUMN public.derived_versions.until IS 'day from which it was not so any more; ~ if it still is';
COMMENT ON COLUMN public.derived_versions.pledge IS 'digest of its key';
COMMENT ON COLUMN public.derived_versions.place IS 'of its measure in the dossier''s order';
COMMENT ON COLUMN public.derived_versions.actor IS 'under the name that most roots use';
COMMENT ON COLUMN public.derived_versions.measure IS 'what is contributed';
COMMENT ON COLUMN public.derived_versions.recipient IS 'for whom';
COMMENT ON COLUMN public.derived_versions.firmness IS 'how firm it is';
COMMENT ON COLUMN public.derived_versions.step IS 'height of that, -1 without one';
COMMENT ON COLUMN public.derived_versions.conditions IS 'their types, each between bars';
COMMENT ON COLUMN public.derived_versions.roots IS 'independent reports';
COMMENT ON COLUMN public.derived_versions.reviewed IS 'a person has judged some of it';
COMMENT ON COLUMN public.derived_versions.unsure IS 'it rests on nothing that counts';
COMMENT ON COLUMN public.derived_versions.first_day IS 'of its statements';
COMMENT ON COLUMN public.derived_versions.last_day IS 'of its statements';
CREATE TABLE public.failures (
    seq integer NOT NULL,
    report character varying NOT NULL,
    problem text NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE SEQUENCE public.failures_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.failures_seq_seq OWNED BY public.failures.seq;
CREATE TABLE public.feeds (
    address character varying NOT NULL,
    etag character varying,
    last_modified character varying,
    polled_at character varying,
    next_at character varying,
    failures integer NOT NULL,
    problem text
);
CREATE TABLE public.findings (
    reading character varying NOT NULL,
    kind character varying NOT NULL,
    ordinal integer NOT NULL,
    statement character varying NOT NULL,
    certainty double precision,
    details text NOT NULL
);
CREATE TABLE public.judgements (
    seq integer NOT NULL,
    id character varying NOT NULL,
    who character varying NOT NULL,
    act character varying NOT NULL,
    target character varying NOT NULL,
    report character varying,
    statement character varying,
    changes text NOT NULL,
    why text NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE SEQUENCE public.judgements_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.judgements_seq_seq OWNED BY public.judgements.seq;
CREATE TABLE public.keys (
    name character varying NOT NULL,
    value character varying NOT NULL,
    made_at character varying NOT NULL
);
CREATE TABLE public.noted (
    seq integer NOT NULL,
    name character varying NOT NULL,
    accepted_only boolean NOT NULL,
    noted_at character varying NOT NULL
);
CREATE SEQUENCE public.noted_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.noted_seq_seq OWNED BY public.noted.seq;
CREATE TABLE public.outbox (
    seq integer NOT NULL,
    subscription character varying NOT NULL,
    act character varying NOT NULL,
    content bytea NOT NULL,
    items integer NOT NULL,
    made_at character varying NOT NULL,
    next_at character varying NOT NULL,
    tries integer NOT NULL,
    problem text NOT NULL
);
CREATE SEQUENCE public.outbox_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.outbox_seq_seq OWNED BY public.outbox.seq;
CREATE TABLE public.past_entries (
    entry character varying NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    there boolean NOT NULL,
    pledge character varying,
    place integer,
    actor character varying,
    measure character varying,
    recipient character varying,
    firmness character varying,
    step integer,
    conditions character varying,
    roots integer,
    reviewed boolean,
    unsure boolean,
    first_day character varying,
    last_day character varying,
    conflicts integer,
    shown text,
    days text
);
COMMENT ON COLUMN public.past_entries.entry IS 'id of the entry';
COMMENT ON COLUMN public.past_entries.since IS 'time of recording from which it was so, empty for ever';
COMMENT ON COLUMN public.past_entries.until IS 'time of recording from which it was not so any more';
COMMENT ON COLUMN public.past_entries.there IS 'there was one';
COMMENT ON COLUMN public.past_entries.pledge IS 'digest of its key';
COMMENT ON COLUMN public.past_entries.place IS 'of its measure in the dossier''s order';
COMMENT ON COLUMN public.past_entries.actor IS 'under the name that most roots use';
COMMENT ON COLUMN public.past_entries.measure IS 'what is contributed';
COMMENT ON COLUMN public.past_entries.recipient IS 'for whom';
COMMENT ON COLUMN public.past_entries.firmness IS 'how firm it is';
COMMENT ON COLUMN public.past_entries.step IS 'height of that, -1 without one';
COMMENT ON COLUMN public.past_entries.conditions IS 'their types, each between bars';
COMMENT ON COLUMN public.past_entries.roots IS 'independent reports';
COMMENT ON COLUMN public.past_entries.reviewed IS 'a person has judged some of it';
COMMENT ON COLUMN public.past_entries.unsure IS 'it rests on nothing that counts';
COMMENT ON COLUMN public.past_entries.first_day IS 'of its statements';
COMMENT ON COLUMN public.past_entries.last_day IS 'of its statements';
COMMENT ON COLUMN public.past_entries.conflicts IS 'how many quote its statements';
COMMENT ON COLUMN public.past_entries.shown IS 'what a line of the ledger shows of it beyond what it is found by';
COMMENT ON COLUMN public.past_entries.days IS 'on which something was said of it, each between bars';
CREATE TABLE public.past_gaps (
    since character varying NOT NULL,
    until character varying NOT NULL
);
COMMENT ON COLUMN public.past_gaps.since IS 'time of recording, empty for the beginning';
COMMENT ON COLUMN public.past_gaps.until IS 'from since on and before this nothing here says how it was';
CREATE TABLE public.past_reports (
    report character varying NOT NULL,
    since character varying NOT NULL,
    until character varying NOT NULL,
    there boolean NOT NULL,
    name character varying,
    title text,
    outlet character varying,
    language character varying,
    published_on character varying,
    address character varying,
    credit character varying,
    synthetic boolean,
    story character varying,
    root character varying,
    statements integer
);
COMMENT ON COLUMN public.past_reports.report IS 'id of the report';
COMMENT ON COLUMN public.past_reports.since IS 'time of recording from which it was so, empty for ever';
COMMENT ON COLUMN public.past_reports.until IS 'time of recording from which it was not so any more';
COMMENT ON COLUMN public.past_reports.there IS 'there was one';
COMMENT ON COLUMN public.past_reports.name IS 'id that an input file gives it';
COMMENT ON COLUMN public.past_reports.title IS 'headline';
COMMENT ON COLUMN public.past_reports.outlet IS 'who published it';
COMMENT ON COLUMN public.past_reports.language IS 'ISO 639-1';
COMMENT ON COLUMN public.past_reports.published_on IS 'day of publication';
COMMENT ON COLUMN public.past_reports.address IS 'canonical address';
COMMENT ON COLUMN public.past_reports.credit IS 'agency or outlet that the text credits';
COMMENT ON COLUMN public.past_reports.synthetic IS 'written for samples or training';
COMMENT ON COLUMN public.past_reports.story IS 'id of its story';
COMMENT ON COLUMN public.past_reports.root IS 'the report that it counts for';
COMMENT ON COLUMN public.past_reports.statements IS 'how many it has';
CREATE TABLE public.readings (
    seq integer NOT NULL,
    id character varying NOT NULL,
    content character varying NOT NULL,
    report character varying NOT NULL,
    text character varying NOT NULL,
    reader character varying NOT NULL,
    reader_version character varying NOT NULL,
    fingerprint character varying NOT NULL,
    notes text NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE SEQUENCE public.readings_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.readings_seq_seq OWNED BY public.readings.seq;
CREATE TABLE public.remarks (
    seq integer NOT NULL,
    id character varying NOT NULL,
    entry character varying NOT NULL,
    statement character varying NOT NULL,
    kind character varying NOT NULL,
    text text NOT NULL,
    source character varying NOT NULL,
    by character varying NOT NULL,
    received_at character varying NOT NULL,
    state character varying NOT NULL,
    decided_at character varying,
    decided_by character varying,
    reason character varying,
    answer text NOT NULL
);
CREATE SEQUENCE public.remarks_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.remarks_seq_seq OWNED BY public.remarks.seq;
CREATE TABLE public.schema_versions (
    version integer NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE TABLE public.search_documents (
    seq integer NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    report character varying NOT NULL,
    version character varying NOT NULL
);
CREATE SEQUENCE public.search_documents_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.search_documents_seq_seq OWNED BY public.search_documents.seq;
CREATE TABLE public.search_terms (
    seq integer NOT NULL,
    vector tsvector NOT NULL
);
CREATE TABLE public.sessions (
    digest character varying NOT NULL,
    account character varying NOT NULL,
    made_at character varying NOT NULL,
    seen_at character varying NOT NULL
);
CREATE TABLE public.statements (
    id character varying NOT NULL,
    report character varying NOT NULL,
    kind character varying NOT NULL,
    actor character varying,
    measure character varying,
    firmness character varying,
    recipient character varying,
    stance character varying,
    topic character varying,
    said_on character varying,
    quote_start integer,
    quote_end integer,
    quote text,
    payload text NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE TABLE public.subscription_tokens (
    digest character varying NOT NULL,
    subscription character varying NOT NULL,
    act character varying NOT NULL,
    made_at character varying NOT NULL
);
CREATE TABLE public.subscriptions (
    id character varying NOT NULL,
    email character varying NOT NULL,
    language character varying NOT NULL,
    every character varying NOT NULL,
    topic character varying NOT NULL,
    accepted_only boolean NOT NULL,
    asked_at character varying NOT NULL,
    confirmed_at character varying,
    seen integer NOT NULL,
    sent_at character varying,
    refused integer NOT NULL,
    paused_at character varying
);
CREATE TABLE public.texts (
    seq integer NOT NULL,
    id character varying NOT NULL,
    report character varying NOT NULL,
    capture character varying NOT NULL,
    resource character varying NOT NULL,
    extractor character varying NOT NULL,
    address character varying,
    name character varying,
    outlet character varying,
    language character varying NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    published_on character varying,
    published_how character varying,
    credit character varying,
    source_kind character varying,
    genre character varying,
    event character varying,
    synthetic boolean NOT NULL,
    furniture text NOT NULL,
    recorded_at character varying NOT NULL,
    byline character varying,
    flags text,
    first_text character varying
);
CREATE SEQUENCE public.texts_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.texts_seq_seq OWNED BY public.texts.seq;
CREATE TABLE public.tokens (
    id character varying NOT NULL,
    digest character varying NOT NULL,
    account character varying NOT NULL,
    label character varying NOT NULL,
    scopes character varying NOT NULL,
    made_at character varying NOT NULL,
    expires_at character varying NOT NULL,
    used_on character varying
);
CREATE TABLE public.tombstones (
    seq integer NOT NULL,
    report character varying NOT NULL,
    capture character varying NOT NULL,
    address character varying,
    who character varying NOT NULL,
    why text NOT NULL,
    recorded_at character varying NOT NULL
);
CREATE SEQUENCE public.tombstones_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.tombstones_seq_seq OWNED BY public.tombstones.seq;
CREATE TABLE public.visits (
    address character varying NOT NULL,
    capture character varying NOT NULL,
    recorded_at character varying NOT NULL
);
ALTER TABLE ONLY public.additions ALTER COLUMN seq SET DEFAULT nextval('public.additions_seq_seq'::regclass);
ALTER TABLE ONLY public.attempts ALTER COLUMN seq SET DEFAULT nextval('public.attempts_seq_seq'::regclass);
ALTER TABLE ONLY public.audit ALTER COLUMN seq SET DEFAULT nextval('public.audit_seq_seq'::regclass);
ALTER TABLE ONLY public.failures ALTER COLUMN seq SET DEFAULT nextval('public.failures_seq_seq'::regclass);
ALTER TABLE ONLY public.judgements ALTER COLUMN seq SET DEFAULT nextval('public.judgements_seq_seq'::regclass);
ALTER TABLE ONLY public.noted ALTER COLUMN seq SET DEFAULT nextval('public.noted_seq_seq'::regclass);
ALTER TABLE ONLY public.outbox ALTER COLUMN seq SET DEFAULT nextval('public.outbox_seq_seq'::regclass);
ALTER TABLE ONLY public.readings ALTER COLUMN seq SET DEFAULT nextval('public.readings_seq_seq'::regclass);
ALTER TABLE ONLY public.remarks ALTER COLUMN seq SET DEFAULT nextval('public.remarks_seq_seq'::regclass);
ALTER TABLE ONLY public.search_documents ALTER COLUMN seq SET DEFAULT nextval('public.search_documents_seq_seq'::regclass);
ALTER TABLE ONLY public.texts ALTER COLUMN seq SET DEFAULT nextval('public.texts_seq_seq'::regclass);
ALTER TABLE ONLY public.tombstones ALTER COLUMN seq SET DEFAULT nextval('public.tombstones_seq_seq'::regclass);
INSERT INTO public.accounts (name, role, password, made_at, password_at, disabled_at) VALUES ('mona', 'accounts role', 'accounts password', 'accounts made_at', 'accounts password_at', 'accounts disabled_at');
INSERT INTO public.additions (seq, id, who, name, given, asked_at, state, tries, worker, until, ended_at, lines, more, error) VALUES (1, 'additions id', 'additions who', 'mona', 'additions given', 'additions asked_at', 'additions state', 1, 'additions worker', 'additions until', 'additions ended_at', 'additions lines', 1, 'additions error');
INSERT INTO public.attempts (seq, act, about, address, at) VALUES (1, 'attempts act', 'attempts about', 'attempts address', 'attempts at');
INSERT INTO public.audit (seq, at, who, act, about, detail) VALUES (1, 'audit at', 'audit who', 'audit act', 'audit about', 'audit detail');
INSERT INTO public.captures (id, address, captured_at, headers, codec, size, content, recorded_at) VALUES ('8452d703f4a59a272fc350b03564e3c49025e60aaabefbe4464b284d257f3580', NULL, NULL, '{"form": "record"}', 'zlib', 302, '\x789c3d8e4b6ec3300c44af42681d7f907e165976d36c8a1ea190ad81cd42a60c9142d216bd7ba504e892f3068ff3e37c0819aaee446e35dbf5340c8bff86197a5cfdb6470c49637207721c6e2d9fa75472076959f4b214bfa0917b928a4558bbcff726bdde7d0dee658aac2bc2479256398ec7a76e7ce8c6e746f54b6c85f15c91e5821a19ae37d77bdd40178e911412e871a40d8167a5243368f739b2df20467ec9801ea88a686361356452cf8158e8057981f4f496744e174ad3276653b2446c7d5b605cc7ffff93aa54f224659b90ddef1f35ac6366', '2025-04-01T00:01:00.000Z');
INSERT INTO public.captures (id, address, captured_at, headers, codec, size, content, recorded_at) VALUES ('10a2dfb9281e0e000074a0b069848fdc0ba6c53b878d87850f32a2028840ff0e', NULL, NULL, '{"form": "record"}', 'zlib', 275, '\x789c4d8fc14a03410c865f25ccb9bbac2b227a140f4229055f40b633e94c709a914d161511fa0e5e45dfc2536ffb267d1233f5e22187fc5f12bebc390aee1a5c1ab6c84d40b70097078ed310b1e67f499934a3d6feaece6d8a9ee2a7699349128687c215f65d7fd174e74d7759a9bcb22654f286749cd022c597d3955b42581193288ec6ea4d10f20988e106c788dcc23dc5019e296710e400673df8521e65018970fe061438ee3facbe4a62b4ad4066cdf1b8ff6c612db9fcdbbd829d612f6dd552b25faac472fef109613b1f460826b49c0fe6e3de7f018c045d9c', '2025-04-01T00:02:00.000Z');
INSERT INTO public.captures (id, address, captured_at, headers, codec, size, content, recorded_at) VALUES ('244f6484d44b0826aeae33cc721117708d78b2463202029135bb21b6f88738f8', NULL, NULL, '{"form": "record"}', 'zlib', 123, '\x789c25cac10a84300c84e157197216af82b77d9468435b2c29a4115d16df7dabdee6ff981fe5403368b1ba89d2002aac71e728b7bed2beea493caf9ddc76e9e472fa7df82018c7aa38722968a2011336cd31791bc03db5c284831856d667c213fb48d71f681527ef', '2025-04-01T00:03:00.000Z');
INSERT INTO public.captures (id, address, captured_at, headers, codec, size, content, recorded_at) VALUES ('d2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03', 'https://gazette.example/tents', '2025-03-08T06:00:00.000Z', '{"form": "page", "language": "en"}', 'zlib', 363, '\x789c7590415204210c45f79e22ceda122db7c8c233cc05d2901e70e84001adc5ed0da04b1750212ff99f443fba645bcf04be1dd1e8714344bebd5f882ff2267446b7d022990f2a0c369ddc2a04398d24d26a41ad56e9965c371a4b0b56b20fdabffed72744e705bf438c50891dbcbd2c0c5b87e609462eed333c1237ff04c892d8830d282d1804335cfd59aac30ef4451cf8f6ac5516ef6caed2b7f46a43910a0c081ec56da31a1c4de188778241b11064b47772b0a732d9673a0b5317db3ac44b1ff38d61a2930f13ec251db3b02474bfb6ea6f7aadd636d4dced0f1f7b7e55', '2025-04-01T00:20:00.000Z');
INSERT INTO public.failures (seq, report, problem, recorded_at) VALUES (1, '850c8c2f96678572', 'broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:76) (a fault of the program; please report it)', '2025-04-01T00:03:00.000Z');
INSERT INTO public.failures (seq, report, problem, recorded_at) VALUES (2, '850c8c2f96678572', 'broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:76) (a fault of the program; please report it)', '2025-04-01T00:07:00.000Z');
INSERT INTO public.feeds (address, etag, last_modified, polled_at, next_at, failures, problem) VALUES ('https://gazette.example/feed', '"7"', NULL, '2025-03-08T06:00:00.000Z', NULL, 0, NULL);
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0', 'commitment', 0, 'b20995cf9e429412', 0.875, '{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0', 'position', 0, 'ef923d3afb4c1d40', 0.5, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0', 'meeting', 0, 'd2a60e749e364e62', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0', 'attendance', 0, 'e35afbcc7978de24', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f', 'commitment', 0, '32337bd4915acbc7', 0.875, '{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f', 'commitment', 1, '522dbdbf175c4f4d', 0.875, '{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f', 'meeting', 0, '3cc2de87152c034d', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f', 'attendance', 0, 'aae9368085117723', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de', 'commitment', 0, 'b20995cf9e429412', 0.75, '{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de', 'position', 0, 'ef923d3afb4c1d40', 0.5, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de', 'meeting', 0, 'd2a60e749e364e62', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de', 'attendance', 0, 'e35afbcc7978de24', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200', 'commitment', 0, '32337bd4915acbc7', 0.75, '{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200', 'commitment', 1, '522dbdbf175c4f4d', 0.75, '{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200', 'meeting', 0, '3cc2de87152c034d', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200', 'attendance', 0, 'aae9368085117723', NULL, '{}');
INSERT INTO public.findings (reading, kind, ordinal, statement, certainty, details) VALUES ('ccc97c4ab5227ad68c39fb08aa4f3a2d857460e2db5b8d906f0f23398437989f', 'commitment', 0, 'd9040986d4119a95', 0.75, '{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (1, 'cc3e5f957792fb1f', 'mona', 'accept', 'b20995cf9e429412', 'a963bec1d0da8333', NULL, '{}', 'so it stands there', '2025-04-01T00:09:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (2, 'a78dfa020f5fbadb', 'mona', 'reject', 'ef923d3afb4c1d40', 'a963bec1d0da8333', NULL, '{}', '', '2025-04-01T00:10:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (3, 'b81864b820a7be22', 'ole', 'correct', '32337bd4915acbc7', '143b7d764badc1f1', NULL, '{"firmness": "signalled", "said_on": "2025-03-05"}', 'only hinted at', '2025-04-01T00:11:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (4, 'ce4075ef9815dc3d', 'mona', 'code', '143b7d764badc1f1', '143b7d764badc1f1', '934cc52deb7d1466', '{}', '', '2025-04-01T00:12:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (5, '7733e30d574fc7c6', 'ole', 'reject', 'b20995cf9e429412', 'a963bec1d0da8333', NULL, '{}', 'a slip', '2025-04-01T00:13:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (6, 'fce8b9f5a5bbbe94', 'ole', 'undo', '7733e30d574fc7c6', NULL, NULL, '{}', 'it was one', '2025-04-01T00:14:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (7, '25afc29c417f8016', 'mona', 'same', '522dbdbf175c4f4d', '143b7d764badc1f1', NULL, '{"others": ["934cc52deb7d1466"]}', '', '2025-04-01T00:15:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (8, '3037fef6bf81b52f', 'mona', 'undo', '25afc29c417f8016', NULL, NULL, '{}', '', '2025-04-01T00:16:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (9, '5be35203986921ad', 'mona', 'different', '934cc52deb7d1466', '143b7d764badc1f1', NULL, '{"others": ["522dbdbf175c4f4d", "b20995cf9e429412"]}', '', '2025-04-01T00:17:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (10, 'b1dea20b90cc4ec5', 'ole', 'merge', '143b7d764badc1f1', '143b7d764badc1f1', NULL, '{"others": ["a963bec1d0da8333", "f02e2a00ffb04f8c"]}', '', '2025-04-01T00:18:00.000Z');
INSERT INTO public.judgements (seq, id, who, act, target, report, statement, changes, why, recorded_at) VALUES (11, 'a78eaf46be3b9ccd', 'ole', 'split', '143b7d764badc1f1', '143b7d764badc1f1', NULL, '{"others": ["a963bec1d0da8333", "f02e2a00ffb04f8c"]}', 'another one after all', '2025-04-01T00:19:00.000Z');
INSERT INTO public.keys (name, value, made_at) VALUES ('mona', 'keys value', 'keys made_at');
INSERT INTO public.noted (seq, name, accepted_only, noted_at) VALUES (1, 'mona', true, 'noted noted_at');
INSERT INTO public.outbox (seq, subscription, act, content, items, made_at, next_at, tries, problem) VALUES (1, 'subscriptions id', 'outbox act', '\x6f7574626f7820636f6e74656e74', 1, 'outbox made_at', 'outbox next_at', 1, 'outbox problem');
INSERT INTO public.readings (seq, id, content, report, text, reader, reader_version, fingerprint, notes, recorded_at) VALUES (1, '17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0', 'e18bb1b09744cab81b63ea216c12dfa0c6f1faa83d2938dbf0dc06e960d19967', 'a963bec1d0da8333', '707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2', 'sample', '1', 'frozen', '["a sample"]', '2025-04-01T00:01:00.000Z');
INSERT INTO public.readings (seq, id, content, report, text, reader, reader_version, fingerprint, notes, recorded_at) VALUES (2, '232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f', '206dfc7ca970b7fa5dd1799c084767904190b2aea23a393c5912f4480c0d916c', '143b7d764badc1f1', 'a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff', 'sample', '1', 'frozen', '["a sample"]', '2025-04-01T00:02:00.000Z');
INSERT INTO public.readings (seq, id, content, report, text, reader, reader_version, fingerprint, notes, recorded_at) VALUES (4, '5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de', 'a0246676076649936d963e9121a8fe268a449d94fef8846cf02378f22b29bb81', 'a963bec1d0da8333', '707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2', 'sample', '2', 'frozen', '["a sample"]', '2025-04-01T00:05:00.000Z');
INSERT INTO public.readings (seq, id, content, report, text, reader, reader_version, fingerprint, notes, recorded_at) VALUES (5, '465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200', 'e2736e4cf9ec4de29e9281ad82e904b652f16924075eb3c0e4945abd9cb2f114', '143b7d764badc1f1', 'a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff', 'sample', '2', 'frozen', '["a sample"]', '2025-04-01T00:06:00.000Z');
INSERT INTO public.readings (seq, id, content, report, text, reader, reader_version, fingerprint, notes, recorded_at) VALUES (7, 'ccc97c4ab5227ad68c39fb08aa4f3a2d857460e2db5b8d906f0f23398437989f', '619d5944cccd14ceb7ea93d575688340984f81d3bbc8b2226e231263086af1a7', '6bfabdfe404cd481', 'c647f0fd423cb7e760ab949072cf74c948b7ff7be9e8f9b96f8ffe2fec85239f', 'sample', '2', 'frozen', '["a sample"]', '2025-04-01T00:21:00.000Z');
INSERT INTO public.remarks (seq, id, entry, statement, kind, text, source, by, received_at, state, decided_at, decided_by, reason, answer) VALUES (1, 'remarks id', 'remarks entry', 'remarks statement', 'remarks kind', 'remarks text', 'remarks source', 'remarks by', 'remarks received_at', 'remarks state', 'remarks decided_at', 'remarks decided_by', 'remarks reason', 'remarks answer');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (1, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (2, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (3, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (4, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (5, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (6, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (7, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (8, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (9, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (10, '2025-04-01T00:00:00.000Z');
INSERT INTO public.schema_versions (version, recorded_at) VALUES (11, '2025-04-01T00:00:00.000Z');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (1, 'report', 'a963bec1d0da8333', 'a963bec1d0da8333', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (2, 'quote', 'b20995cf9e429412', 'a963bec1d0da8333', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (3, 'quote', 'ef923d3afb4c1d40', 'a963bec1d0da8333', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (4, 'quote', 'd2a60e749e364e62', 'a963bec1d0da8333', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (5, 'quote', 'e35afbcc7978de24', 'a963bec1d0da8333', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (6, 'report', '143b7d764badc1f1', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (7, 'quote', '32337bd4915acbc7', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (8, 'quote', '522dbdbf175c4f4d', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (9, 'quote', '3cc2de87152c034d', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (10, 'quote', 'aae9368085117723', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (11, 'report', '850c8c2f96678572', '850c8c2f96678572', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (14, 'quote', '934cc52deb7d1466', '143b7d764badc1f1', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (15, 'report', '6bfabdfe404cd481', '6bfabdfe404cd481', 'terms 1');
INSERT INTO public.search_documents (seq, kind, name, report, version) VALUES (16, 'quote', 'd9040986d4119a95', '6bfabdfe404cd481', 'terms 1');
INSERT INTO public.search_terms (seq, vector) VALUES (1, '''40'':16B ''a'':3A ''agree'':20B ''bergen'':25B ''in'':24B ''it'':29B ''medic'':17B ''minister'':22B ''moscow'':26B ''name'':2A ''number'':4A ''object'':27B ''once'':18B ''oslo'':1A,13B ''parliament'':19B ''say'':23B ''send'':15B ''the'':21B ''to'':28B ''will'':14B');
INSERT INTO public.search_terms (seq, vector) VALUES (2, '''40'':12B ''medic'':13B ''oslo'':9B ''send'':11B ''will'':10B');
INSERT INTO public.search_terms (seq, vector) VALUES (3, '''moscow'':9B ''object'':10B');
INSERT INTO public.search_terms (seq, vector) VALUES (4, '''bergen'':11B ''in'':10B ''say'':9B');
INSERT INTO public.search_terms (seq, vector) VALUES (5, '''bergen'':11B ''in'':10B ''say'':9B');
INSERT INTO public.search_terms (seq, vector) VALUES (6, '''12'':22B ''9'':31B ''bedingung'':27B ''berg'':18B ''cook'':23 ''cooks'':23B ''der'':3A,13B ''es'':25B ''für'':2A ''heissen'':24B ''in'':17B ''koch'':1A ''kuste'':4 ''küste'':4A ''medics'':32B ''minister'':14B ''ohne'':26B ''oslo'':28B ''riga'':19B ''senden'':21B,30B ''sich'':16B ''treffen'':15B ''wollen'':20B,29B');
INSERT INTO public.search_terms (seq, vector) VALUES (7, '''12'':12B ''cook'':13 ''cooks'':13B ''riga'':9B ''senden'':11B ''wollen'':10B');
INSERT INTO public.search_terms (seq, vector) VALUES (8, '''9'':12B ''medics'':13B ''oslo'':9B ''senden'':11B ''wollen'':10B');
INSERT INTO public.search_terms (seq, vector) VALUES (9, '''berg'':11B ''in'':10B ''sich'':9B');
INSERT INTO public.search_terms (seq, vector) VALUES (10, '''berg'':11B ''in'':10B ''sich'':9B');
INSERT INTO public.search_terms (seq, vector) VALUES (11, '''7'':13B ''a'':9B ''and'':15B ''can'':18B ''dragon'':10B ''knight'':14B ''no'':16B ''read'':19B ''reader'':17B ''send'':12B ''that'':20B ''will'':11B');
INSERT INTO public.search_terms (seq, vector) VALUES (14, '''bedingung'':10B ''ohne'':9B');
INSERT INTO public.search_terms (seq, vector) VALUES (15, '''30'':16B ''a'':34B ''an'':24B ''and'':39B ''as'':45B ''be'':40B ''bern'':1A,13B ''beside'':36B ''by'':18B ''could'':47B ''count'':2A ''end'':20B ''even'':29B ''everybody'':46B ''for'':42B ''from'':49B ''hall'':35B ''in'':33B ''it'':3A ''journey'':44B ''lake'':38B ''month'':23B ''of'':21B ''official'':25B ''on'':27B ''pack'':41B ''road'':51B ''say'':26B ''see'':48B ''send'':15B ''stand'':32B ''tent'':4A,17B,31B ''the'':19B,22B,30B,37B,43B,50B ''thursday'':28B ''will'':14B');
INSERT INTO public.search_terms (seq, vector) VALUES (16, '''30'':12B ''bern'':9B ''send'':11B ''tent'':13B ''will'':10B');
INSERT INTO public.sessions (digest, account, made_at, seen_at) VALUES ('sessions digest', 'mona', 'sessions made_at', 'sessions seen_at');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('b20995cf9e429412', 'a963bec1d0da8333', 'commitment', 'no', 'humanitarian', 'pledged', 'ua', NULL, NULL, '2025-03-06', 0, 24, 'Oslo will send 40 medics', '{"actor":"no","conditions":[{"of":"no","quote":[25,47],"type":"parliament"}],"firmness":"pledged","measure":"humanitarian","quantity":{"max":40,"min":40,"unit":"persons"},"quote":[0,24],"recipient":"ua","said_on":"2025-03-06","voice":"reported"}', '2025-04-01T00:01:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('ef923d3afb4c1d40', 'a963bec1d0da8333', 'position', 'ru', NULL, NULL, NULL, 'opposes', 'humanitarian-aid', NULL, 78, 92, 'Moscow objects', '{"actor":"ru","quote":[78,92],"stance":"opposes","topic":"humanitarian-aid"}', '2025-04-01T00:01:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('d2a60e749e364e62', 'a963bec1d0da8333', 'meeting', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 62, 76, 'said in Bergen', '{"date":null,"kind_of":"summit","place":"Bergen","quote":[62,76]}', '2025-04-01T00:01:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('e35afbcc7978de24', 'a963bec1d0da8333', 'attendance', 'no', NULL, NULL, NULL, NULL, NULL, NULL, 62, 76, 'said in Bergen', '{"actor":"no","meeting":0,"mode":"in-person","quote":[62,76],"role":"host"}', '2025-04-01T00:01:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('32337bd4915acbc7', '143b7d764badc1f1', 'commitment', 'lv', 'humanitarian', 'pledged', 'ua', NULL, NULL, '2025-03-07', 36, 59, 'Riga will send 12 cooks', '{"actor":"lv","firmness":"pledged","measure":"humanitarian","quantity":{"max":12,"min":12,"unit":"persons"},"quote":[36,59],"recipient":"ua","said_on":"2025-03-07","voice":"reported"}', '2025-04-01T00:02:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('522dbdbf175c4f4d', '143b7d764badc1f1', 'commitment', 'no', 'humanitarian', 'pledged', 'ua', NULL, NULL, '2025-03-07', 89, 112, 'Oslo will send 9 medics', '{"actor":"no","firmness":"pledged","measure":"humanitarian","quantity":{"max":9,"min":9,"unit":"persons"},"quote":[89,112],"recipient":"ua","said_on":"2025-03-07","voice":"reported"}', '2025-04-01T00:02:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('3cc2de87152c034d', '143b7d764badc1f1', 'meeting', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 20, 34, 'sich in Bergen', '{"date":null,"kind_of":"summit","place":"Bergen","quote":[20,34]}', '2025-04-01T00:02:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('aae9368085117723', '143b7d764badc1f1', 'attendance', 'no', NULL, NULL, NULL, NULL, NULL, NULL, 20, 34, 'sich in Bergen', '{"actor":"no","meeting":0,"mode":"in-person","quote":[20,34],"role":"host"}', '2025-04-01T00:02:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('934cc52deb7d1466', '143b7d764badc1f1', 'commitment', 'lv', 'training', 'concrete', 'ua', NULL, NULL, NULL, 71, 87, '„ohne Bedingung“', '{"actor":"lv","firmness":"concrete","measure":"training","quote":[71,87],"recipient":"ua"}', '2025-04-01T00:12:00.000Z');
INSERT INTO public.statements (id, report, kind, actor, measure, firmness, recipient, stance, topic, said_on, quote_start, quote_end, quote, payload, recorded_at) VALUES ('d9040986d4119a95', '6bfabdfe404cd481', 'commitment', 'ch', 'humanitarian', 'pledged', 'ua', NULL, NULL, NULL, 0, 23, 'Bern will send 30 tents', '{"actor":"ch","firmness":"pledged","measure":"humanitarian","quantity":{"max":30,"min":30,"unit":"persons"},"quote":[0,23],"recipient":"ua","voice":"reported"}', '2025-04-01T00:21:00.000Z');
INSERT INTO public.subscription_tokens (digest, subscription, act, made_at) VALUES ('subscription_tokens digest', 'subscriptions id', 'subscription_tokens act', 'subscription_tokens made_at');
INSERT INTO public.subscriptions (id, email, language, every, topic, accepted_only, asked_at, confirmed_at, seen, sent_at, refused, paused_at) VALUES ('subscriptions id', 'subscriptions email', 'subscriptions language', 'subscriptions every', 'subscriptions topic', true, 'subscriptions asked_at', 'subscriptions confirmed_at', 1, 'subscriptions sent_at', 1, 'subscriptions paused_at');
INSERT INTO public.texts (seq, id, report, capture, resource, extractor, address, name, outlet, language, title, body, published_on, published_how, credit, source_kind, genre, event, synthetic, furniture, recorded_at, byline, flags, first_text) VALUES (1, '707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2', 'a963bec1d0da8333', '8452d703f4a59a272fc350b03564e3c49025e60aaabefbe4464b284d257f3580', 'harbour-en.json', 'plain 1', 'https://gazette.example/oslo', 'harbour-en', 'Harbour Gazette', 'en', 'Oslo names a number', 'Oslo will send 40 medics once parliament agrees, the minister said in Bergen. Moscow objects to it.', '2025-03-06', 'given', NULL, NULL, NULL, NULL, true, '[]', '2025-04-01T00:01:00.000Z', NULL, NULL, NULL);
INSERT INTO public.texts (seq, id, report, capture, resource, extractor, address, name, outlet, language, title, body, published_on, published_how, credit, source_kind, genre, event, synthetic, furniture, recorded_at, byline, flags, first_text) VALUES (2, 'a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff', '143b7d764badc1f1', '10a2dfb9281e0e000074a0b069848fdc0ba6c53b878d87850f32a2028840ff0e', 'hafen-de.json', 'plain 1', NULL, 'hafen-de', 'Hafenbote', 'de', 'Köche für die Küste', 'Die Minister trafen sich in Bergen. Riga will send 12 cooks, hieß es – „ohne Bedingung“. Oslo will send 9 medics.', '2025-03-07', 'given', NULL, NULL, NULL, NULL, true, '[]', '2025-04-01T00:02:00.000Z', NULL, NULL, NULL);
INSERT INTO public.texts (seq, id, report, capture, resource, extractor, address, name, outlet, language, title, body, published_on, published_how, credit, source_kind, genre, event, synthetic, furniture, recorded_at, byline, flags, first_text) VALUES (3, '1e49f57396a9c26181a301ce29447101957c029c22a14cbd52ac124073531a83', '850c8c2f96678572', '244f6484d44b0826aeae33cc721117708d78b2463202029135bb21b6f88738f8', 'broken.json', 'plain 1', NULL, 'broken', NULL, 'en', '', 'A dragon will send 7 knights, and no reader can read that.', NULL, NULL, NULL, NULL, NULL, NULL, true, '[]', '2025-04-01T00:03:00.000Z', NULL, NULL, NULL);
INSERT INTO public.texts (seq, id, report, capture, resource, extractor, address, name, outlet, language, title, body, published_on, published_how, credit, source_kind, genre, event, synthetic, furniture, recorded_at, byline, flags, first_text) VALUES (5, 'c647f0fd423cb7e760ab949072cf74c948b7ff7be9e8f9b96f8ffe2fec85239f', '6bfabdfe404cd481', 'd2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03', 'https://gazette.example/tents', 'pages 1', 'https://gazette.example/tents', NULL, 'gazette.example', 'en', 'Bern counts its tents', 'Bern will send 30 tents by the end of the month, an official said on Thursday evening.

The tents stand in a hall beside the lake and are packed for the journey, as everybody could see from the road.', NULL, NULL, NULL, NULL, NULL, NULL, false, '[]', '2025-04-01T00:21:00.000Z', NULL, NULL, NULL);
INSERT INTO public.tokens (id, digest, account, label, scopes, made_at, expires_at, used_on) VALUES ('tokens id', 'tokens digest', 'mona', 'tokens label', 'tokens scopes', 'tokens made_at', 'tokens expires_at', 'tokens used_on');
INSERT INTO public.tombstones (seq, report, capture, address, who, why, recorded_at) VALUES (1, 'f02e2a00ffb04f8c', 'eddfbb2c3674d22c996e38d1863403a04c64932b3a846536ade1e18734ab3581', 'https://gazette.example/old', 'mona', 'the paper asked for it', '2025-04-01T00:22:00.000Z');
INSERT INTO public.visits (address, capture, recorded_at) VALUES ('https://gazette.example/tents', 'd2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03', '2025-04-01T00:20:00.000Z');
INSERT INTO public.visits (address, capture, recorded_at) VALUES ('https://gazette.example/gone', '', '2025-03-08T06:00:00.000Z');
SELECT pg_catalog.setval('public.additions_seq_seq', 1, true);
SELECT pg_catalog.setval('public.attempts_seq_seq', 1, true);
SELECT pg_catalog.setval('public.audit_seq_seq', 1, true);
SELECT pg_catalog.setval('public.failures_seq_seq', 2, true);
SELECT pg_catalog.setval('public.judgements_seq_seq', 11, true);
SELECT pg_catalog.setval('public.noted_seq_seq', 1, true);
SELECT pg_catalog.setval('public.outbox_seq_seq', 1, true);
SELECT pg_catalog.setval('public.readings_seq_seq', 7, true);
SELECT pg_catalog.setval('public.remarks_seq_seq', 1, true);
SELECT pg_catalog.setval('public.search_documents_seq_seq', 16, true);
SELECT pg_catalog.setval('public.texts_seq_seq', 5, true);
SELECT pg_catalog.setval('public.tombstones_seq_seq', 1, true);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.additions
    ADD CONSTRAINT additions_id_key UNIQUE (id);
ALTER TABLE ONLY public.additions
    ADD CONSTRAINT additions_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.captures
    ADD CONSTRAINT captures_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.derived_accepted_changes
    ADD CONSTRAINT derived_accepted_changes_pkey PRIMARY KEY (entry, number);
ALTER TABLE ONLY public.derived_accepted_cited
    ADD CONSTRAINT derived_accepted_cited_pkey PRIMARY KEY (statement, conflict);
ALTER TABLE ONLY public.derived_accepted_claims
    ADD CONSTRAINT derived_accepted_claims_pkey PRIMARY KEY (statement);
ALTER TABLE ONLY public.derived_accepted_conflicts
    ADD CONSTRAINT derived_accepted_conflicts_pkey PRIMARY KEY (conflict);
ALTER TABLE ONLY public.derived_accepted_entries
    ADD CONSTRAINT derived_accepted_entries_pkey PRIMARY KEY (entry);
ALTER TABLE ONLY public.derived_accepted_lines
    ADD CONSTRAINT derived_accepted_lines_pkey PRIMARY KEY (entry);
ALTER TABLE ONLY public.derived_accepted_meetings
    ADD CONSTRAINT derived_accepted_meetings_pkey PRIMARY KEY (story);
ALTER TABLE ONLY public.derived_accepted_past_changes
    ADD CONSTRAINT derived_accepted_past_changes_pkey PRIMARY KEY (entry, number, since);
ALTER TABLE ONLY public.derived_accepted_version_lines
    ADD CONSTRAINT derived_accepted_version_lines_pkey PRIMARY KEY (entry, since);
ALTER TABLE ONLY public.derived_accepted_versions
    ADD CONSTRAINT derived_accepted_versions_pkey PRIMARY KEY (entry, since);
ALTER TABLE ONLY public.derived_bands
    ADD CONSTRAINT derived_bands_pkey PRIMARY KEY (part);
ALTER TABLE ONLY public.derived_changes
    ADD CONSTRAINT derived_changes_pkey PRIMARY KEY (entry, number);
ALTER TABLE ONLY public.derived_cited
    ADD CONSTRAINT derived_cited_pkey PRIMARY KEY (statement, conflict);
ALTER TABLE ONLY public.derived_claims
    ADD CONSTRAINT derived_claims_pkey PRIMARY KEY (statement);
ALTER TABLE ONLY public.derived_conflicts
    ADD CONSTRAINT derived_conflicts_pkey PRIMARY KEY (conflict);
ALTER TABLE ONLY public.derived_copies
    ADD CONSTRAINT derived_copies_pkey PRIMARY KEY (report);
ALTER TABLE ONLY public.derived_entries
    ADD CONSTRAINT derived_entries_pkey PRIMARY KEY (entry);
ALTER TABLE ONLY public.derived_lines
    ADD CONSTRAINT derived_lines_pkey PRIMARY KEY (entry);
ALTER TABLE ONLY public.derived_links
    ADD CONSTRAINT derived_links_pkey PRIMARY KEY (report);
ALTER TABLE ONLY public.derived_marks
    ADD CONSTRAINT derived_marks_pkey PRIMARY KEY (mark, day);
ALTER TABLE ONLY public.derived_meetings
    ADD CONSTRAINT derived_meetings_pkey PRIMARY KEY (story);
ALTER TABLE ONLY public.derived_past_changes
    ADD CONSTRAINT derived_past_changes_pkey PRIMARY KEY (entry, number, since);
ALTER TABLE ONLY public.derived_renamed
    ADD CONSTRAINT derived_renamed_pkey PRIMARY KEY (earlier);
ALTER TABLE ONLY public.derived_reports
    ADD CONSTRAINT derived_reports_pkey PRIMARY KEY (report);
ALTER TABLE ONLY public.derived_state
    ADD CONSTRAINT derived_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.derived_stories
    ADD CONSTRAINT derived_stories_pkey PRIMARY KEY (story);
ALTER TABLE ONLY public.derived_tallies
    ADD CONSTRAINT derived_tallies_pkey PRIMARY KEY (sort, subject, value);
ALTER TABLE ONLY public.derived_version_lines
    ADD CONSTRAINT derived_version_lines_pkey PRIMARY KEY (entry, since);
ALTER TABLE ONLY public.derived_versions
    ADD CONSTRAINT derived_versions_pkey PRIMARY KEY (entry, since);
ALTER TABLE ONLY public.failures
    ADD CONSTRAINT failures_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (address);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_pkey PRIMARY KEY (reading, kind, ordinal);
ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_id_key UNIQUE (id);
ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.noted
    ADD CONSTRAINT noted_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.past_entries
    ADD CONSTRAINT past_entries_pkey PRIMARY KEY (entry, until);
ALTER TABLE ONLY public.past_gaps
    ADD CONSTRAINT past_gaps_pkey PRIMARY KEY (since, until);
ALTER TABLE ONLY public.past_reports
    ADD CONSTRAINT past_reports_pkey PRIMARY KEY (report, until);
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_id_key UNIQUE (id);
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.remarks
    ADD CONSTRAINT remarks_id_key UNIQUE (id);
ALTER TABLE ONLY public.remarks
    ADD CONSTRAINT remarks_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT schema_versions_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.search_documents
    ADD CONSTRAINT search_documents_by_name UNIQUE (kind, name);
ALTER TABLE ONLY public.search_documents
    ADD CONSTRAINT search_documents_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.subscription_tokens
    ADD CONSTRAINT subscription_tokens_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_id_key UNIQUE (id);
ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tombstones
    ADD CONSTRAINT tombstones_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (address, capture);
CREATE INDEX additions_by_state ON public.additions USING btree (state, seq);
CREATE INDEX additions_by_who ON public.additions USING btree (who, seq);
CREATE INDEX attempts_by_about ON public.attempts USING btree (act, about, at);
CREATE INDEX attempts_by_address ON public.attempts USING btree (act, address, at);
CREATE INDEX audit_by_who ON public.audit USING btree (who, seq);
CREATE INDEX derived_accepted_changes_by_pledge ON public.derived_accepted_changes USING btree (pledge);
CREATE INDEX derived_accepted_changes_in_order ON public.derived_accepted_changes USING btree (unsure, day DESC, entry, number, actor, measure, before, after);
CREATE INDEX derived_accepted_cited_by_conflict ON public.derived_accepted_cited USING btree (conflict);
CREATE INDEX derived_accepted_claims_by_actor ON public.derived_accepted_claims USING btree (actor, measure) WHERE ((recipient IS NULL) AND (actor IS NOT NULL));
CREATE INDEX derived_accepted_claims_by_day ON public.derived_accepted_claims USING btree (day, entry) WHERE (day IS NOT NULL);
CREATE INDEX derived_accepted_claims_by_entry ON public.derived_accepted_claims USING btree (entry, day) WHERE (entry IS NOT NULL);
CREATE INDEX derived_accepted_claims_by_object ON public.derived_accepted_claims USING btree (actor, measure, object) WHERE (object IS NOT NULL);
CREATE INDEX derived_accepted_claims_by_pledge ON public.derived_accepted_claims USING btree (pledge) WHERE (pledge IS NOT NULL);
CREATE INDEX derived_accepted_claims_by_report ON public.derived_accepted_claims USING btree (report);
CREATE INDEX derived_accepted_claims_by_speaker ON public.derived_accepted_claims USING btree (speaker) WHERE (speaker IS NOT NULL);
CREATE INDEX derived_accepted_conflicts_by_severity ON public.derived_accepted_conflicts USING btree (severity, story, slot, subject, conflict);
CREATE INDEX derived_accepted_conflicts_by_story ON public.derived_accepted_conflicts USING btree (story);
CREATE INDEX derived_accepted_entries_by_actor ON public.derived_accepted_entries USING btree (actor, place);
CREATE INDEX derived_accepted_entries_by_pledge ON public.derived_accepted_entries USING btree (pledge);
CREATE INDEX derived_accepted_entries_by_recipient ON public.derived_accepted_entries USING btree (recipient);
CREATE INDEX derived_accepted_entries_in_order ON public.derived_accepted_entries USING btree (unsure, place, step DESC, actor, entry, measure, recipient, firmness, conditions, roots, reviewed, conflicts, first_day, last_day);
CREATE INDEX derived_accepted_lines_by_pledge ON public.derived_accepted_lines USING btree (pledge);
CREATE INDEX derived_accepted_past_changes_by_pledge ON public.derived_accepted_past_changes USING btree (pledge);
CREATE INDEX derived_accepted_past_changes_in_order ON public.derived_accepted_past_changes USING btree (unsure, day DESC, entry, number, since, until, actor, measure, before, after);
CREATE INDEX derived_accepted_version_lines_by_pledge ON public.derived_accepted_version_lines USING btree (pledge);
CREATE INDEX derived_accepted_versions_by_pledge ON public.derived_accepted_versions USING btree (pledge);
CREATE INDEX derived_changes_by_pledge ON public.derived_changes USING btree (pledge);
CREATE INDEX derived_changes_in_order ON public.derived_changes USING btree (unsure, day DESC, entry, number, actor, measure, before, after);
CREATE INDEX derived_cited_by_conflict ON public.derived_cited USING btree (conflict);
CREATE INDEX derived_claims_by_actor ON public.derived_claims USING btree (actor, measure) WHERE ((recipient IS NULL) AND (actor IS NOT NULL));
CREATE INDEX derived_claims_by_day ON public.derived_claims USING btree (day, entry) WHERE (day IS NOT NULL);
CREATE INDEX derived_claims_by_entry ON public.derived_claims USING btree (entry, day) WHERE (entry IS NOT NULL);
CREATE INDEX derived_claims_by_object ON public.derived_claims USING btree (actor, measure, object) WHERE (object IS NOT NULL);
CREATE INDEX derived_claims_by_pledge ON public.derived_claims USING btree (pledge) WHERE (pledge IS NOT NULL);
CREATE INDEX derived_claims_by_report ON public.derived_claims USING btree (report);
CREATE INDEX derived_claims_by_speaker ON public.derived_claims USING btree (speaker) WHERE (speaker IS NOT NULL);
CREATE INDEX derived_conflicts_by_severity ON public.derived_conflicts USING btree (severity, story, slot, subject, conflict);
CREATE INDEX derived_conflicts_by_story ON public.derived_conflicts USING btree (story);
CREATE INDEX derived_entries_by_actor ON public.derived_entries USING btree (actor, place);
CREATE INDEX derived_entries_by_pledge ON public.derived_entries USING btree (pledge);
CREATE INDEX derived_entries_by_recipient ON public.derived_entries USING btree (recipient);
CREATE INDEX derived_entries_in_order ON public.derived_entries USING btree (unsure, place, step DESC, actor, entry, measure, recipient, firmness, conditions, roots, reviewed, conflicts, first_day, last_day);
CREATE INDEX derived_lines_by_pledge ON public.derived_lines USING btree (pledge);
CREATE INDEX derived_past_changes_by_pledge ON public.derived_past_changes USING btree (pledge);
CREATE INDEX derived_past_changes_in_order ON public.derived_past_changes USING btree (unsure, day DESC, entry, number, since, until, actor, measure, before, after);
CREATE INDEX derived_renamed_by_report ON public.derived_renamed USING btree (report);
CREATE INDEX derived_reports_by_day ON public.derived_reports USING btree (published_on, report);
CREATE INDEX derived_reports_by_outlet ON public.derived_reports USING btree (outlet);
CREATE INDEX derived_reports_by_root ON public.derived_reports USING btree (root);
CREATE INDEX derived_reports_by_story ON public.derived_reports USING btree (story);
CREATE INDEX derived_stories_by_day ON public.derived_stories USING btree (first_day);
CREATE INDEX derived_version_lines_by_pledge ON public.derived_version_lines USING btree (pledge);
CREATE INDEX derived_versions_by_pledge ON public.derived_versions USING btree (pledge);
CREATE INDEX findings_by_statement ON public.findings USING btree (statement);
CREATE INDEX judgements_by_act ON public.judgements USING btree (act);
CREATE INDEX judgements_by_report ON public.judgements USING btree (report);
CREATE INDEX judgements_by_target ON public.judgements USING btree (target);
CREATE UNIQUE INDEX noted_by_name ON public.noted USING btree (accepted_only, name);
CREATE INDEX outbox_by_subscription ON public.outbox USING btree (subscription);
CREATE INDEX past_entries_by_time ON public.past_entries USING btree (until, entry);
CREATE INDEX past_reports_by_time ON public.past_reports USING btree (until, report);
CREATE INDEX readings_by_report ON public.readings USING btree (report, seq);
CREATE INDEX remarks_by_entry ON public.remarks USING btree (entry, seq);
CREATE INDEX remarks_by_state ON public.remarks USING btree (state, seq);
CREATE INDEX remarks_by_statement ON public.remarks USING btree (statement, seq);
CREATE INDEX search_documents_by_report ON public.search_documents USING btree (report);
CREATE INDEX search_terms_by_vector ON public.search_terms USING gin (vector);
CREATE INDEX sessions_by_account ON public.sessions USING btree (account);
CREATE INDEX statements_by_actor ON public.statements USING btree (actor, measure);
CREATE INDEX statements_by_report ON public.statements USING btree (report);
CREATE INDEX subscription_tokens_by_subscription ON public.subscription_tokens USING btree (subscription);
CREATE INDEX subscriptions_by_email ON public.subscriptions USING btree (email);
CREATE INDEX texts_by_report ON public.texts USING btree (report, seq);
CREATE INDEX tokens_by_account ON public.tokens USING btree (account);
CREATE INDEX tombstones_by_capture ON public.tombstones USING btree (capture);
CREATE INDEX tombstones_by_report ON public.tombstones USING btree (report);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_reading_fkey FOREIGN KEY (reading) REFERENCES public.readings(id);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_statement_fkey FOREIGN KEY (statement) REFERENCES public.statements(id);
ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_statement_fkey FOREIGN KEY (statement) REFERENCES public.statements(id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_subscription_fkey FOREIGN KEY (subscription) REFERENCES public.subscriptions(id);
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_text_fkey FOREIGN KEY (text) REFERENCES public.texts(id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(name);
ALTER TABLE ONLY public.subscription_tokens
    ADD CONSTRAINT subscription_tokens_subscription_fkey FOREIGN KEY (subscription) REFERENCES public.subscriptions(id);
ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_capture_fkey FOREIGN KEY (capture) REFERENCES public.captures(id);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(name);
