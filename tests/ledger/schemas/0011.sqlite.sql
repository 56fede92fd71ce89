PRAGMA application_id = 1517646689;
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE accounts (
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	password VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	password_at VARCHAR NOT NULL, 
	disabled_at VARCHAR, 
	PRIMARY KEY (name)
);
INSERT INTO "accounts" VALUES('mona','accounts role','accounts password','accounts made_at','accounts password_at','accounts disabled_at');
CREATE TABLE additions (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	given TEXT NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	tries INTEGER NOT NULL, 
	worker VARCHAR, 
	until VARCHAR, 
	ended_at VARCHAR, 
	lines TEXT NOT NULL, 
	more INTEGER NOT NULL, 
	error TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
INSERT INTO "additions" VALUES(1,'additions id','additions who','mona','additions given','additions asked_at','additions state',1,'additions worker','additions until','additions ended_at','additions lines',1,'additions error');
CREATE TABLE attempts (
	seq INTEGER NOT NULL, 
	act VARCHAR NOT NULL, 
	about VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "attempts" VALUES(1,'attempts act','attempts about','attempts address','attempts at');
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	about VARCHAR NOT NULL, 
	detail TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "audit" VALUES(1,'audit at','audit who','audit act','audit about','audit detail');
CREATE TABLE captures (
	id VARCHAR NOT NULL, 
	address VARCHAR, 
	captured_at VARCHAR, 
	headers TEXT NOT NULL, 
	codec VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "captures" VALUES('8452d703f4a59a272fc350b03564e3c49025e60aaabefbe4464b284d257f3580',NULL,NULL,'{"form": "record"}','zlib',302,X'789C3D8E4B6EC3300C44AF42681D7F907E165976D36C8A1EA190AD81CD42A60C9142D216BD7BA504E892F3068FF3E37C0819AAEE446E35DBF5340C8BFF86197A5CFDB6470C49637207721C6E2D9FA75472076959F4B214BFA0917B928A4558BBCFF726BDDE7D0DEE658AAC2BC2479256398EC7A76E7CE8C6E746F54B6C85F15C91E5821A19AE37D77BDD40178E911412E871A40D8167A5243368F739B2DF20467EC9801EA88A686361356452CF8158E8057981F4F496744E174AD3276653B2446C7D5B605CC7FFFF93AA54F224659B90DDEF1F35AC6366','2025-04-01T00:01:00.000Z');
INSERT INTO "captures" VALUES('10a2dfb9281e0e000074a0b069848fdc0ba6c53b878d87850f32a2028840ff0e',NULL,NULL,'{"form": "record"}','zlib',275,X'789C4D8FC14A03410C865F25CCB9BBAC2B227A140F4229055F40B633E94C709A914D161511FA0E5E45DFC2536FFB267D1233F5E22187FC5F12BEBC390AEE1A5C1AB6C84D40B70097078ED310B1E67F499934A3D6FEAECE6D8A9EE2A7699349128687C215F65D7FD174E74D7759A9BCB22654F286749CD022C597D3955B42581193288EC6EA4D10F20988E106C788DCC23DC5019E296710E400673DF8521E65018970FE061438EE3FACBE4A62B4AD4066CDF1B8FF6C612DB9FCDBBD829D612F6DD552B25FAAC472FEF109613B1F460826B49C0FE6E3DE7F018C045D9C','2025-04-01T00:02:00.000Z');
INSERT INTO "captures" VALUES('244f6484d44b0826aeae33cc721117708d78b2463202029135bb21b6f88738f8',NULL,NULL,'{"form": "record"}','zlib',123,X'789C25CAC10A84300C84E157197216AF82B77D9468435B2C29A4115D16DF7DABDEE6FF981FE5403368B1BA89D2002AAC71E728B7BED2BEEA493CAF9DDC76E9E472FA7DF82018C7AA38722968A2011336CD31791BC03DB5C284831856D667C213FB48D71F681527EF','2025-04-01T00:03:00.000Z');
INSERT INTO "captures" VALUES('d2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03','https://gazette.example/tents','2025-03-08T06:00:00.000Z','{"form": "page", "language": "en"}','zlib',363,X'789C7590415204210C45F79E22CEDA122DB7C8C233CC05D2901E70E84001ADC5ED0DA04B1750212FF99F443FBA645BCF04BE1DD1E8714344BEBD5F882FF2267446B7D022990F2A0C369DDC2A04398D24D26A41AD56E9965C371A4B0B56B20FDABFFED72744E705BF438C50891DBCBD2C0C5B87E609462EED333C1237FF04C892D8830D282D1804335CFD59AAC30EF4451CF8F6AC5516EF6CAED2B7F46A43910A0C081EC56DA31A1C4DE188778241B11064B47772B0A732D9673A0B5317DB3AC44B1FF38D61A2930F13EC251DB3B02474BFB6EA6F7AADD636D4DCED0F1F7B7E55','2025-04-01T00:20:00.000Z');
CREATE TABLE derived_accepted_changes (
	entry VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	pledge VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, number)
);
CREATE TABLE derived_accepted_cited (
	statement VARCHAR NOT NULL, 
	"conflict" VARCHAR NOT NULL, 
	PRIMARY KEY (statement, "conflict")
)
 WITHOUT ROWID

;
CREATE TABLE derived_accepted_claims (
	statement VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	counts BOOLEAN NOT NULL, 
	actor VARCHAR, 
	measure VARCHAR, 
	recipient VARCHAR, 
	object VARCHAR, 
	speaker VARCHAR, 
	day VARCHAR, 
	at_meeting BOOLEAN, 
	payload TEXT, 
	pledge VARCHAR, 
	entry VARCHAR, 
	look VARCHAR, 
	look_other VARCHAR, 
	PRIMARY KEY (statement)
);
CREATE TABLE derived_accepted_conflicts (
	"conflict" VARCHAR NOT NULL, 
	story VARCHAR NOT NULL, 
	slot VARCHAR NOT NULL, 
	severity INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	actors VARCHAR NOT NULL, 
	payload TEXT NOT NULL, 
	PRIMARY KEY ("conflict")
);
CREATE TABLE derived_accepted_entries (
	entry VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	recipient VARCHAR, 
	firmness VARCHAR, 
	step INTEGER NOT NULL, 
	conditions VARCHAR NOT NULL, 
	roots INTEGER NOT NULL, 
	reviewed BOOLEAN NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	conflicts INTEGER NOT NULL, 
	PRIMARY KEY (entry)
);
CREATE TABLE derived_accepted_lines (
	entry VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	shown TEXT NOT NULL, 
	days TEXT NOT NULL, 
	PRIMARY KEY (entry)
);
CREATE TABLE derived_accepted_meetings (
	story VARCHAR NOT NULL, 
	payload TEXT NOT NULL, 
	attendance TEXT NOT NULL, 
	PRIMARY KEY (story)
);
CREATE TABLE derived_accepted_past_changes (
	entry VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, number, since)
);
CREATE TABLE derived_accepted_version_lines (
	entry VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, since)
);
CREATE TABLE derived_accepted_versions (
	entry VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	recipient VARCHAR, 
	firmness VARCHAR, 
	step INTEGER NOT NULL, 
	conditions VARCHAR NOT NULL, 
	roots INTEGER NOT NULL, 
	reviewed BOOLEAN NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	PRIMARY KEY (entry, since)
);
CREATE TABLE derived_bands (
	part INTEGER NOT NULL, 
	entries BLOB NOT NULL, 
	PRIMARY KEY (part)
);
CREATE TABLE derived_changes (
	entry VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	pledge VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, number)
);
CREATE TABLE derived_cited (
	statement VARCHAR NOT NULL, 
	"conflict" VARCHAR NOT NULL, 
	PRIMARY KEY (statement, "conflict")
)
 WITHOUT ROWID

;
CREATE TABLE derived_claims (
	statement VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	counts BOOLEAN NOT NULL, 
	actor VARCHAR, 
	measure VARCHAR, 
	recipient VARCHAR, 
	object VARCHAR, 
	speaker VARCHAR, 
	day VARCHAR, 
	at_meeting BOOLEAN, 
	payload TEXT, 
	pledge VARCHAR, 
	entry VARCHAR, 
	look VARCHAR, 
	look_other VARCHAR, 
	PRIMARY KEY (statement)
);
CREATE TABLE derived_conflicts (
	"conflict" VARCHAR NOT NULL, 
	story VARCHAR NOT NULL, 
	slot VARCHAR NOT NULL, 
	severity INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	actors VARCHAR NOT NULL, 
	payload TEXT NOT NULL, 
	PRIMARY KEY ("conflict")
);
CREATE TABLE derived_copies (
	report VARCHAR NOT NULL, 
	others BLOB NOT NULL, 
	PRIMARY KEY (report)
)
 WITHOUT ROWID

;
CREATE TABLE derived_entries (
	entry VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	recipient VARCHAR, 
	firmness VARCHAR, 
	step INTEGER NOT NULL, 
	conditions VARCHAR NOT NULL, 
	roots INTEGER NOT NULL, 
	reviewed BOOLEAN NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	conflicts INTEGER NOT NULL, 
	PRIMARY KEY (entry)
);
CREATE TABLE derived_lines (
	entry VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	shown TEXT NOT NULL, 
	days TEXT NOT NULL, 
	PRIMARY KEY (entry)
);
CREATE TABLE derived_links (
	report VARCHAR NOT NULL, 
	others BLOB NOT NULL, 
	PRIMARY KEY (report)
)
 WITHOUT ROWID

;
CREATE TABLE derived_marks (
	mark BIGINT NOT NULL, 
	day INTEGER NOT NULL, 
	reports BLOB NOT NULL, 
	PRIMARY KEY (mark, day)
)
 WITHOUT ROWID

;
CREATE TABLE derived_meetings (
	story VARCHAR NOT NULL, 
	payload TEXT NOT NULL, 
	attendance TEXT NOT NULL, 
	PRIMARY KEY (story)
);
CREATE TABLE derived_past_changes (
	entry VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, number, since)
);
CREATE TABLE derived_renamed (
	earlier VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	PRIMARY KEY (earlier)
);
CREATE TABLE derived_reports (
	report VARCHAR NOT NULL, 
	arrival INTEGER NOT NULL, 
	name VARCHAR, 
	title TEXT NOT NULL, 
	outlet VARCHAR, 
	language VARCHAR NOT NULL, 
	published_on VARCHAR, 
	address VARCHAR, 
	credit VARCHAR, 
	synthetic BOOLEAN NOT NULL, 
	first_text VARCHAR NOT NULL, 
	statements INTEGER NOT NULL, 
	accepted INTEGER NOT NULL, 
	features TEXT NOT NULL, 
	bands BLOB NOT NULL, 
	tally TEXT NOT NULL, 
	story VARCHAR NOT NULL, 
	member TEXT NOT NULL, 
	root VARCHAR NOT NULL, 
	copied TEXT NOT NULL, 
	PRIMARY KEY (report)
);
CREATE TABLE derived_state (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE derived_stories (
	story VARCHAR NOT NULL, 
	event VARCHAR, 
	title TEXT NOT NULL, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	reports INTEGER NOT NULL, 
	roots INTEGER NOT NULL, 
	languages VARCHAR NOT NULL, 
	synthetic BOOLEAN NOT NULL, 
	PRIMARY KEY (story)
);
CREATE TABLE derived_tallies (
	sort VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	times INTEGER NOT NULL, 
	PRIMARY KEY (sort, subject, value)
);
CREATE TABLE derived_version_lines (
	entry VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	shown TEXT NOT NULL, 
	PRIMARY KEY (entry, since)
);
CREATE TABLE derived_versions (
	entry VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	pledge VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	actor VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	recipient VARCHAR, 
	firmness VARCHAR, 
	step INTEGER NOT NULL, 
	conditions VARCHAR NOT NULL, 
	roots INTEGER NOT NULL, 
	reviewed BOOLEAN NOT NULL, 
	unsure BOOLEAN NOT NULL, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	PRIMARY KEY (entry, since)
);
CREATE TABLE failures (
	seq INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	problem TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "failures" VALUES(1,'850c8c2f96678572','broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:76) (a fault of the program; please report it)','2025-04-01T00:03:00.000Z');
INSERT INTO "failures" VALUES(2,'850c8c2f96678572','broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:76) (a fault of the program; please report it)','2025-04-01T00:07:00.000Z');
CREATE TABLE feeds (
	address VARCHAR NOT NULL, 
	etag VARCHAR, 
	last_modified VARCHAR, 
	polled_at VARCHAR, 
	next_at VARCHAR, 
	failures INTEGER NOT NULL, 
	problem TEXT, 
	PRIMARY KEY (address)
);
INSERT INTO "feeds" VALUES('https://gazette.example/feed','"7"',NULL,'2025-03-08T06:00:00.000Z',NULL,0,NULL);
CREATE TABLE findings (
	reading VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	ordinal INTEGER NOT NULL, 
	statement VARCHAR NOT NULL, 
	certainty FLOAT, 
	details TEXT NOT NULL, 
	PRIMARY KEY (reading, kind, ordinal), 
	FOREIGN KEY(reading) REFERENCES readings (id), 
	FOREIGN KEY(statement) REFERENCES statements (id)
);
INSERT INTO "findings" VALUES('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0','commitment',0,'b20995cf9e429412',0.875,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0','position',0,'ef923d3afb4c1d40',0.5,'{}');
INSERT INTO "findings" VALUES('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0','meeting',0,'d2a60e749e364e62',NULL,'{}');
INSERT INTO "findings" VALUES('17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0','attendance',0,'e35afbcc7978de24',NULL,'{}');
INSERT INTO "findings" VALUES('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f','commitment',0,'32337bd4915acbc7',0.875,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f','commitment',1,'522dbdbf175c4f4d',0.875,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f','meeting',0,'3cc2de87152c034d',NULL,'{}');
INSERT INTO "findings" VALUES('232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f','attendance',0,'aae9368085117723',NULL,'{}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','commitment',0,'b20995cf9e429412',0.75,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','position',0,'ef923d3afb4c1d40',0.5,'{}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','meeting',0,'d2a60e749e364e62',NULL,'{}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','attendance',0,'e35afbcc7978de24',NULL,'{}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','commitment',0,'32337bd4915acbc7',0.75,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','commitment',1,'522dbdbf175c4f4d',0.75,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','meeting',0,'3cc2de87152c034d',NULL,'{}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','attendance',0,'aae9368085117723',NULL,'{}');
INSERT INTO "findings" VALUES('ccc97c4ab5227ad68c39fb08aa4f3a2d857460e2db5b8d906f0f23398437989f','commitment',0,'d9040986d4119a95',0.75,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	target VARCHAR NOT NULL, 
	report VARCHAR, 
	statement VARCHAR, 
	changes TEXT NOT NULL, 
	why TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(statement) REFERENCES statements (id)
);
INSERT INTO "judgements" VALUES(1,'cc3e5f957792fb1f','mona','accept','b20995cf9e429412','a963bec1d0da8333',NULL,'{}','so it stands there','2025-04-01T00:09:00.000Z');
INSERT INTO "judgements" VALUES(2,'a78dfa020f5fbadb','mona','reject','ef923d3afb4c1d40','a963bec1d0da8333',NULL,'{}','','2025-04-01T00:10:00.000Z');
INSERT INTO "judgements" VALUES(3,'b81864b820a7be22','ole','correct','32337bd4915acbc7','143b7d764badc1f1',NULL,'{"firmness": "signalled", "said_on": "2025-03-05"}','only hinted at','2025-04-01T00:11:00.000Z');
INSERT INTO "judgements" VALUES(4,'ce4075ef9815dc3d','mona','code','143b7d764badc1f1','143b7d764badc1f1','934cc52deb7d1466','{}','','2025-04-01T00:12:00.000Z');
INSERT INTO "judgements" VALUES(5,'7733e30d574fc7c6','ole','reject','b20995cf9e429412','a963bec1d0da8333',NULL,'{}','a slip','2025-04-01T00:13:00.000Z');
INSERT INTO "judgements" VALUES(6,'fce8b9f5a5bbbe94','ole','undo','7733e30d574fc7c6',NULL,NULL,'{}','it was one','2025-04-01T00:14:00.000Z');
INSERT INTO "judgements" VALUES(7,'25afc29c417f8016','mona','same','522dbdbf175c4f4d','143b7d764badc1f1',NULL,'{"others": ["934cc52deb7d1466"]}','','2025-04-01T00:15:00.000Z');
INSERT INTO "judgements" VALUES(8,'3037fef6bf81b52f','mona','undo','25afc29c417f8016',NULL,NULL,'{}','','2025-04-01T00:16:00.000Z');
INSERT INTO "judgements" VALUES(9,'5be35203986921ad','mona','different','934cc52deb7d1466','143b7d764badc1f1',NULL,'{"others": ["522dbdbf175c4f4d", "b20995cf9e429412"]}','','2025-04-01T00:17:00.000Z');
INSERT INTO "judgements" VALUES(10,'b1dea20b90cc4ec5','ole','merge','143b7d764badc1f1','143b7d764badc1f1',NULL,'{"others": ["a963bec1d0da8333", "f02e2a00ffb04f8c"]}','','2025-04-01T00:18:00.000Z');
INSERT INTO "judgements" VALUES(11,'a78eaf46be3b9ccd','ole','split','143b7d764badc1f1','143b7d764badc1f1',NULL,'{"others": ["a963bec1d0da8333", "f02e2a00ffb04f8c"]}','another one after all','2025-04-01T00:19:00.000Z');
CREATE TABLE keys (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "keys" VALUES('mona','keys value','keys made_at');
CREATE TABLE noted (
	seq INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	accepted_only BOOLEAN NOT NULL, 
	noted_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "noted" VALUES(1,'mona',1,'noted noted_at');
CREATE TABLE outbox (
	seq INTEGER NOT NULL, 
	subscription VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	items INTEGER NOT NULL, 
	made_at VARCHAR NOT NULL, 
	next_at VARCHAR NOT NULL, 
	tries INTEGER NOT NULL, 
	problem TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(subscription) REFERENCES subscriptions (id)
);
INSERT INTO "outbox" VALUES(1,'subscriptions id','outbox act',X'6F7574626F7820636F6E74656E74',1,'outbox made_at','outbox next_at',1,'outbox problem');
CREATE TABLE past_entries (
	entry VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	there BOOLEAN NOT NULL, 
	pledge VARCHAR, 
	place INTEGER, 
	actor VARCHAR, 
	measure VARCHAR, 
	recipient VARCHAR, 
	firmness VARCHAR, 
	step INTEGER, 
	conditions VARCHAR, 
	roots INTEGER, 
	reviewed BOOLEAN, 
	unsure BOOLEAN, 
	first_day VARCHAR, 
	last_day VARCHAR, 
	conflicts INTEGER, 
	shown TEXT, 
	days TEXT, 
	PRIMARY KEY (entry, until)
);
CREATE TABLE past_gaps (
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	PRIMARY KEY (since, until)
);
CREATE TABLE past_reports (
	report VARCHAR NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	there BOOLEAN NOT NULL, 
	name VARCHAR, 
	title TEXT, 
	outlet VARCHAR, 
	language VARCHAR, 
	published_on VARCHAR, 
	address VARCHAR, 
	credit VARCHAR, 
	synthetic BOOLEAN, 
	story VARCHAR, 
	root VARCHAR, 
	statements INTEGER, 
	PRIMARY KEY (report, until)
);
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	reader VARCHAR NOT NULL, 
	reader_version VARCHAR NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	notes TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(text) REFERENCES texts (id)
);
INSERT INTO "readings" VALUES(1,'17efc64a5ee8aae5fd1fdc19e3e4b9b83236b1c0f63f91833c2df6a003ab5ba0','e18bb1b09744cab81b63ea216c12dfa0c6f1faa83d2938dbf0dc06e960d19967','a963bec1d0da8333','707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2','sample','1','frozen','["a sample"]','2025-04-01T00:01:00.000Z');
INSERT INTO "readings" VALUES(2,'232ace2f769cf8947412842c920d0434682e64b9eea8d1bdaecb9297765e321f','206dfc7ca970b7fa5dd1799c084767904190b2aea23a393c5912f4480c0d916c','143b7d764badc1f1','a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff','sample','1','frozen','["a sample"]','2025-04-01T00:02:00.000Z');
INSERT INTO "readings" VALUES(4,'5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','a0246676076649936d963e9121a8fe268a449d94fef8846cf02378f22b29bb81','a963bec1d0da8333','707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2','sample','2','frozen','["a sample"]','2025-04-01T00:05:00.000Z');
INSERT INTO "readings" VALUES(5,'465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','e2736e4cf9ec4de29e9281ad82e904b652f16924075eb3c0e4945abd9cb2f114','143b7d764badc1f1','a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff','sample','2','frozen','["a sample"]','2025-04-01T00:06:00.000Z');
INSERT INTO "readings" VALUES(7,'ccc97c4ab5227ad68c39fb08aa4f3a2d857460e2db5b8d906f0f23398437989f','619d5944cccd14ceb7ea93d575688340984f81d3bbc8b2226e231263086af1a7','6bfabdfe404cd481','c647f0fd423cb7e760ab949072cf74c948b7ff7be9e8f9b96f8ffe2fec85239f','sample','2','frozen','["a sample"]','2025-04-01T00:21:00.000Z');
CREATE TABLE remarks (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	source VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	received_at VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	decided_at VARCHAR, 
	decided_by VARCHAR, 
	reason VARCHAR, 
	answer TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
INSERT INTO "remarks" VALUES(1,'remarks id','remarks entry','remarks statement','remarks kind','remarks text','remarks source','remarks by','remarks received_at','remarks state','remarks decided_at','remarks decided_by','remarks reason','remarks answer');
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(1,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(2,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(3,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(4,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(5,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(6,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(7,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(8,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(9,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(10,'2025-04-01T00:00:00.000Z');
INSERT INTO "schema_versions" VALUES(11,'2025-04-01T00:00:00.000Z');
CREATE TABLE search_documents (
	seq INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	PRIMARY KEY (seq), 
	CONSTRAINT search_documents_by_name UNIQUE (kind, name)
);
INSERT INTO "search_documents" VALUES(1,'report','a963bec1d0da8333','a963bec1d0da8333','terms 1');
INSERT INTO "search_documents" VALUES(2,'quote','b20995cf9e429412','a963bec1d0da8333','terms 1');
INSERT INTO "search_documents" VALUES(3,'quote','ef923d3afb4c1d40','a963bec1d0da8333','terms 1');
INSERT INTO "search_documents" VALUES(4,'quote','d2a60e749e364e62','a963bec1d0da8333','terms 1');
INSERT INTO "search_documents" VALUES(5,'quote','e35afbcc7978de24','a963bec1d0da8333','terms 1');
INSERT INTO "search_documents" VALUES(6,'report','143b7d764badc1f1','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(7,'quote','32337bd4915acbc7','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(8,'quote','522dbdbf175c4f4d','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(9,'quote','3cc2de87152c034d','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(10,'quote','aae9368085117723','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(11,'report','850c8c2f96678572','850c8c2f96678572','terms 1');
INSERT INTO "search_documents" VALUES(14,'quote','934cc52deb7d1466','143b7d764badc1f1','terms 1');
INSERT INTO "search_documents" VALUES(15,'report','6bfabdfe404cd481','6bfabdfe404cd481','terms 1');
INSERT INTO "search_documents" VALUES(16,'quote','d9040986d4119a95','6bfabdfe404cd481','terms 1');
CREATE VIRTUAL TABLE search_terms USING fts5(title, body, more, tokenize = "unicode61 remove_diacritics 0 tokenchars '.'");
INSERT INTO search_terms (rowid, title, body, more) VALUES (1,'oslo name a number','oslo will send 40 medic once parliament agree the minister say in bergen moscow object to it','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (2,'','oslo will send 40 medic','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (3,'','moscow object','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (4,'','say in bergen','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (5,'','say in bergen','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (6,'koch für der küste','der minister treffen sich in berg riga wollen senden 12 cooks heissen es ohne bedingung oslo wollen senden 9 medics','kuste cook');
INSERT INTO search_terms (rowid, title, body, more) VALUES (7,'','riga wollen senden 12 cooks','cook');
INSERT INTO search_terms (rowid, title, body, more) VALUES (8,'','oslo wollen senden 9 medics','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (9,'','sich in berg','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (10,'','sich in berg','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (11,'','a dragon will send 7 knight and no reader can read that','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (14,'','ohne bedingung','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (15,'bern count it tent','bern will send 30 tent by the end of the month an official say on thursday even the tent stand in a hall beside the lake and be pack for the journey as everybody could see from the road','');
INSERT INTO search_terms (rowid, title, body, more) VALUES (16,'','bern will send 30 tent','');
CREATE TABLE sessions (
	digest VARCHAR NOT NULL, 
	account VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	seen_at VARCHAR NOT NULL, 
	PRIMARY KEY (digest), 
	FOREIGN KEY(account) REFERENCES accounts (name)
);
INSERT INTO "sessions" VALUES('sessions digest','mona','sessions made_at','sessions seen_at');
CREATE TABLE statements (
	id VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	actor VARCHAR, 
	measure VARCHAR, 
	firmness VARCHAR, 
	recipient VARCHAR, 
	stance VARCHAR, 
	topic VARCHAR, 
	said_on VARCHAR, 
	quote_start INTEGER, 
	quote_end INTEGER, 
	quote TEXT, 
	payload TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "statements" VALUES('b20995cf9e429412','a963bec1d0da8333','commitment','no','humanitarian','pledged','ua',NULL,NULL,'2025-03-06',0,24,'Oslo will send 40 medics','{"actor":"no","conditions":[{"of":"no","quote":[25,47],"type":"parliament"}],"firmness":"pledged","measure":"humanitarian","quantity":{"max":40,"min":40,"unit":"persons"},"quote":[0,24],"recipient":"ua","said_on":"2025-03-06","voice":"reported"}','2025-04-01T00:01:00.000Z');
INSERT INTO "statements" VALUES('ef923d3afb4c1d40','a963bec1d0da8333','position','ru',NULL,NULL,NULL,'opposes','humanitarian-aid',NULL,78,92,'Moscow objects','{"actor":"ru","quote":[78,92],"stance":"opposes","topic":"humanitarian-aid"}','2025-04-01T00:01:00.000Z');
INSERT INTO "statements" VALUES('d2a60e749e364e62','a963bec1d0da8333','meeting',NULL,NULL,NULL,NULL,NULL,NULL,NULL,62,76,'said in Bergen','{"date":null,"kind_of":"summit","place":"Bergen","quote":[62,76]}','2025-04-01T00:01:00.000Z');
INSERT INTO "statements" VALUES('e35afbcc7978de24','a963bec1d0da8333','attendance','no',NULL,NULL,NULL,NULL,NULL,NULL,62,76,'said in Bergen','{"actor":"no","meeting":0,"mode":"in-person","quote":[62,76],"role":"host"}','2025-04-01T00:01:00.000Z');
INSERT INTO "statements" VALUES('32337bd4915acbc7','143b7d764badc1f1','commitment','lv','humanitarian','pledged','ua',NULL,NULL,'2025-03-07',36,59,'Riga will send 12 cooks','{"actor":"lv","firmness":"pledged","measure":"humanitarian","quantity":{"max":12,"min":12,"unit":"persons"},"quote":[36,59],"recipient":"ua","said_on":"2025-03-07","voice":"reported"}','2025-04-01T00:02:00.000Z');
INSERT INTO "statements" VALUES('522dbdbf175c4f4d','143b7d764badc1f1','commitment','no','humanitarian','pledged','ua',NULL,NULL,'2025-03-07',89,112,'Oslo will send 9 medics','{"actor":"no","firmness":"pledged","measure":"humanitarian","quantity":{"max":9,"min":9,"unit":"persons"},"quote":[89,112],"recipient":"ua","said_on":"2025-03-07","voice":"reported"}','2025-04-01T00:02:00.000Z');
INSERT INTO "statements" VALUES('3cc2de87152c034d','143b7d764badc1f1','meeting',NULL,NULL,NULL,NULL,NULL,NULL,NULL,20,34,'sich in Bergen','{"date":null,"kind_of":"summit","place":"Bergen","quote":[20,34]}','2025-04-01T00:02:00.000Z');
INSERT INTO "statements" VALUES('aae9368085117723','143b7d764badc1f1','attendance','no',NULL,NULL,NULL,NULL,NULL,NULL,20,34,'sich in Bergen','{"actor":"no","meeting":0,"mode":"in-person","quote":[20,34],"role":"host"}','2025-04-01T00:02:00.000Z');
INSERT INTO "statements" VALUES('934cc52deb7d1466','143b7d764badc1f1','commitment','lv','training','concrete','ua',NULL,NULL,NULL,71,87,'„ohne Bedingung“','{"actor":"lv","firmness":"concrete","measure":"training","quote":[71,87],"recipient":"ua"}','2025-04-01T00:12:00.000Z');
INSERT INTO "statements" VALUES('d9040986d4119a95','6bfabdfe404cd481','commitment','ch','humanitarian','pledged','ua',NULL,NULL,NULL,0,23,'Bern will send 30 tents','{"actor":"ch","firmness":"pledged","measure":"humanitarian","quantity":{"max":30,"min":30,"unit":"persons"},"quote":[0,23],"recipient":"ua","voice":"reported"}','2025-04-01T00:21:00.000Z');
CREATE TABLE subscription_tokens (
	digest VARCHAR NOT NULL, 
	subscription VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	PRIMARY KEY (digest), 
	FOREIGN KEY(subscription) REFERENCES subscriptions (id)
);
INSERT INTO "subscription_tokens" VALUES('subscription_tokens digest','subscriptions id','subscription_tokens act','subscription_tokens made_at');
CREATE TABLE subscriptions (
	id VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	every VARCHAR NOT NULL, 
	topic VARCHAR NOT NULL, 
	accepted_only BOOLEAN NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	confirmed_at VARCHAR, 
	seen INTEGER NOT NULL, 
	sent_at VARCHAR, 
	refused INTEGER NOT NULL, 
	paused_at VARCHAR, 
	PRIMARY KEY (id)
);
INSERT INTO "subscriptions" VALUES('subscriptions id','subscriptions email','subscriptions language','subscriptions every','subscriptions topic',1,'subscriptions asked_at','subscriptions confirmed_at',1,'subscriptions sent_at',1,'subscriptions paused_at');
CREATE TABLE texts (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	capture VARCHAR NOT NULL, 
	resource VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	address VARCHAR, 
	name VARCHAR, 
	outlet VARCHAR, 
	language VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	body TEXT NOT NULL, 
	published_on VARCHAR, 
	published_how VARCHAR, 
	credit VARCHAR, 
	source_kind VARCHAR, 
	genre VARCHAR, 
	event VARCHAR, 
	synthetic BOOLEAN NOT NULL, 
	furniture TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, byline VARCHAR, flags TEXT, first_text VARCHAR, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(capture) REFERENCES captures (id)
);
INSERT INTO "texts" VALUES(1,'707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2','a963bec1d0da8333','8452d703f4a59a272fc350b03564e3c49025e60aaabefbe4464b284d257f3580','harbour-en.json','plain 1','https://gazette.example/oslo','harbour-en','Harbour Gazette','en','Oslo names a number','Oslo will send 40 medics once parliament agrees, the minister said in Bergen. Moscow objects to it.','2025-03-06','given',NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:01:00.000Z',NULL,NULL,NULL);
INSERT INTO "texts" VALUES(2,'a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff','143b7d764badc1f1','10a2dfb9281e0e000074a0b069848fdc0ba6c53b878d87850f32a2028840ff0e','hafen-de.json','plain 1',NULL,'hafen-de','Hafenbote','de','Köche für die Küste','Die Minister trafen sich in Bergen. Riga will send 12 cooks, hieß es – „ohne Bedingung“. Oslo will send 9 medics.','2025-03-07','given',NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:02:00.000Z',NULL,NULL,NULL);
INSERT INTO "texts" VALUES(3,'1e49f57396a9c26181a301ce29447101957c029c22a14cbd52ac124073531a83','850c8c2f96678572','244f6484d44b0826aeae33cc721117708d78b2463202029135bb21b6f88738f8','broken.json','plain 1',NULL,'broken',NULL,'en','','A dragon will send 7 knights, and no reader can read that.',NULL,NULL,NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:03:00.000Z',NULL,NULL,NULL);
INSERT INTO "texts" VALUES(5,'c647f0fd423cb7e760ab949072cf74c948b7ff7be9e8f9b96f8ffe2fec85239f','6bfabdfe404cd481','d2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03','https://gazette.example/tents','pages 1','https://gazette.example/tents',NULL,'gazette.example','en','Bern counts its tents','Bern will send 30 tents by the end of the month, an official said on Thursday evening.

The tents stand in a hall beside the lake and are packed for the journey, as everybody could see from the road.',NULL,NULL,NULL,NULL,NULL,NULL,0,'[]','2025-04-01T00:21:00.000Z',NULL,NULL,NULL);
CREATE TABLE tokens (
	id VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	account VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	scopes VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	expires_at VARCHAR NOT NULL, 
	used_on VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (digest), 
	FOREIGN KEY(account) REFERENCES accounts (name)
);
INSERT INTO "tokens" VALUES('tokens id','tokens digest','mona','tokens label','tokens scopes','tokens made_at','tokens expires_at','tokens used_on');
CREATE TABLE tombstones (
	seq INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	capture VARCHAR NOT NULL, 
	address VARCHAR, 
	who VARCHAR NOT NULL, 
	why TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "tombstones" VALUES(1,'f02e2a00ffb04f8c','eddfbb2c3674d22c996e38d1863403a04c64932b3a846536ade1e18734ab3581','https://gazette.example/old','mona','the paper asked for it','2025-04-01T00:22:00.000Z');
CREATE TABLE visits (
	address VARCHAR NOT NULL, 
	capture VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (address, capture)
);
INSERT INTO "visits" VALUES('https://gazette.example/tents','d2953b3b58bf995dc321459ebec757889f2549c4d776f17642a73b0ab3dbee03','2025-04-01T00:20:00.000Z');
INSERT INTO "visits" VALUES('https://gazette.example/gone','','2025-03-08T06:00:00.000Z');
CREATE INDEX statements_by_actor ON statements (actor, measure);
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX texts_by_report ON texts (report, seq);
CREATE INDEX judgements_by_target ON judgements (target);
CREATE INDEX readings_by_report ON readings (report, seq);
CREATE INDEX findings_by_statement ON findings (statement);
CREATE INDEX tombstones_by_report ON tombstones (report);
CREATE INDEX tombstones_by_capture ON tombstones (capture);
CREATE INDEX attempts_by_about ON attempts (act, about, at);
CREATE INDEX attempts_by_address ON attempts (act, address, at);
CREATE INDEX audit_by_who ON audit (who, seq);
CREATE INDEX remarks_by_state ON remarks (state, seq);
CREATE INDEX remarks_by_statement ON remarks (statement, seq);
CREATE INDEX remarks_by_entry ON remarks (entry, seq);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX tokens_by_account ON tokens (account);
CREATE INDEX search_documents_by_report ON search_documents (report);
CREATE INDEX subscriptions_by_email ON subscriptions (email);
CREATE UNIQUE INDEX noted_by_name ON noted (accepted_only, name);
CREATE INDEX subscription_tokens_by_subscription ON subscription_tokens (subscription);
CREATE INDEX outbox_by_subscription ON outbox (subscription);
CREATE INDEX judgements_by_report ON judgements (report);
CREATE INDEX judgements_by_act ON judgements (act);
CREATE INDEX additions_by_state ON additions (state, seq);
CREATE INDEX additions_by_who ON additions (who, seq);
CREATE INDEX derived_reports_by_outlet ON derived_reports (outlet);
CREATE INDEX derived_reports_by_day ON derived_reports (published_on, report);
CREATE INDEX derived_reports_by_root ON derived_reports (root);
CREATE INDEX derived_reports_by_story ON derived_reports (story);
CREATE INDEX derived_renamed_by_report ON derived_renamed (report);
CREATE INDEX derived_stories_by_day ON derived_stories (first_day);
CREATE INDEX derived_claims_by_report ON derived_claims (report);
CREATE INDEX derived_claims_by_object ON derived_claims (actor, measure, object) WHERE object IS NOT NULL;
CREATE INDEX derived_claims_by_speaker ON derived_claims (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX derived_claims_by_pledge ON derived_claims (pledge) WHERE pledge IS NOT NULL;
CREATE INDEX derived_claims_by_entry ON derived_claims (entry, day) WHERE entry IS NOT NULL;
CREATE INDEX derived_claims_by_day ON derived_claims (day, entry) WHERE day IS NOT NULL;
CREATE INDEX derived_claims_by_actor ON derived_claims (actor, measure) WHERE recipient IS NULL AND actor IS NOT NULL;
CREATE INDEX derived_entries_by_pledge ON derived_entries (pledge);
CREATE INDEX derived_entries_by_recipient ON derived_entries (recipient);
CREATE INDEX derived_entries_by_actor ON derived_entries (actor, place);
CREATE INDEX derived_entries_in_order ON derived_entries (unsure, place, step DESC, actor, entry, measure, recipient, firmness, conditions, roots, reviewed, conflicts, first_day, last_day);
CREATE INDEX derived_lines_by_pledge ON derived_lines (pledge);
CREATE INDEX derived_versions_by_pledge ON derived_versions (pledge);
CREATE INDEX derived_version_lines_by_pledge ON derived_version_lines (pledge);
CREATE INDEX derived_changes_in_order ON derived_changes (unsure, day DESC, entry, number, actor, measure, "before", "after");
CREATE INDEX derived_changes_by_pledge ON derived_changes (pledge);
CREATE INDEX derived_past_changes_in_order ON derived_past_changes (unsure, day DESC, entry, number, since, until, actor, measure, "before", "after");
CREATE INDEX derived_past_changes_by_pledge ON derived_past_changes (pledge);
CREATE INDEX derived_conflicts_by_severity ON derived_conflicts (severity, story, slot, subject, "conflict");
CREATE INDEX derived_conflicts_by_story ON derived_conflicts (story);
CREATE INDEX derived_cited_by_conflict ON derived_cited ("conflict");
CREATE INDEX derived_accepted_claims_by_entry ON derived_accepted_claims (entry, day) WHERE entry IS NOT NULL;
CREATE INDEX derived_accepted_claims_by_day ON derived_accepted_claims (day, entry) WHERE day IS NOT NULL;
CREATE INDEX derived_accepted_claims_by_object ON derived_accepted_claims (actor, measure, object) WHERE object IS NOT NULL;
CREATE INDEX derived_accepted_claims_by_actor ON derived_accepted_claims (actor, measure) WHERE recipient IS NULL AND actor IS NOT NULL;
CREATE INDEX derived_accepted_claims_by_speaker ON derived_accepted_claims (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX derived_accepted_claims_by_report ON derived_accepted_claims (report);
CREATE INDEX derived_accepted_claims_by_pledge ON derived_accepted_claims (pledge) WHERE pledge IS NOT NULL;
CREATE INDEX derived_accepted_entries_by_actor ON derived_accepted_entries (actor, place);
CREATE INDEX derived_accepted_entries_in_order ON derived_accepted_entries (unsure, place, step DESC, actor, entry, measure, recipient, firmness, conditions, roots, reviewed, conflicts, first_day, last_day);
CREATE INDEX derived_accepted_entries_by_pledge ON derived_accepted_entries (pledge);
CREATE INDEX derived_accepted_entries_by_recipient ON derived_accepted_entries (recipient);
CREATE INDEX derived_accepted_lines_by_pledge ON derived_accepted_lines (pledge);
CREATE INDEX derived_accepted_versions_by_pledge ON derived_accepted_versions (pledge);
CREATE INDEX derived_accepted_version_lines_by_pledge ON derived_accepted_version_lines (pledge);
CREATE INDEX derived_accepted_changes_by_pledge ON derived_accepted_changes (pledge);
CREATE INDEX derived_accepted_changes_in_order ON derived_accepted_changes (unsure, day DESC, entry, number, actor, measure, "before", "after");
CREATE INDEX derived_accepted_past_changes_by_pledge ON derived_accepted_past_changes (pledge);
CREATE INDEX derived_accepted_past_changes_in_order ON derived_accepted_past_changes (unsure, day DESC, entry, number, since, until, actor, measure, "before", "after");
CREATE INDEX derived_accepted_conflicts_by_severity ON derived_accepted_conflicts (severity, story, slot, subject, "conflict");
CREATE INDEX derived_accepted_conflicts_by_story ON derived_accepted_conflicts (story);
CREATE INDEX derived_accepted_cited_by_conflict ON derived_accepted_cited ("conflict");
CREATE INDEX past_entries_by_time ON past_entries (until, entry);
CREATE INDEX past_reports_by_time ON past_reports (until, report);
COMMIT;
