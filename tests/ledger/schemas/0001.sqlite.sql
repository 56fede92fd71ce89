PRAGMA application_id = 1517646689;
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
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
INSERT INTO "captures" VALUES('eddfbb2c3674d22c996e38d1863403a04c64932b3a846536ade1e18734ab3581',NULL,NULL,'{"form": "record"}','zlib',133,X'789C1DCA310EC2300C46E1AB589E5133B075E42616FE95440AA68A5DA580B83B0DEBF7DE8745B5C39D57E212B1F99A52963722B0E090C7D6909E4DF9425C754EA346D12EC32635B1BC4BC60CF88BBF2C0AA2DE4F8ABEE3A4C01173B8A11B8DDA1A394CE94A010B5FF8FB038B1E2B90','2025-04-01T00:04:00.000Z');
CREATE TABLE failures (
	seq INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	problem TEXT NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "failures" VALUES(1,'850c8c2f96678572','broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:71) (a fault of the program; please report it)','2025-04-01T00:03:00.000Z');
INSERT INTO "failures" VALUES(2,'850c8c2f96678572','broken.json: the reader failed (ZeroDivisionError, at sample_ledger.py:71) (a fault of the program; please report it)','2025-04-01T00:07:00.000Z');
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
INSERT INTO "findings" VALUES('59e21c1171abf7e19a11d24468e79790d49b265ddfb1e5f712340a0f934c339a','commitment',0,'c74aadc41bd1fc90',0.875,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','commitment',0,'b20995cf9e429412',0.75,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','position',0,'ef923d3afb4c1d40',0.5,'{}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','meeting',0,'d2a60e749e364e62',NULL,'{}');
INSERT INTO "findings" VALUES('5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','attendance',0,'e35afbcc7978de24',NULL,'{}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','commitment',0,'32337bd4915acbc7',0.75,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','commitment',1,'522dbdbf175c4f4d',0.75,'{"evidence":{"firmness":[[41,50]]},"trace":[{"field":"firmness","quote":[41,50],"rule":"future"},{"field":"voice","rule":"default"}]}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','meeting',0,'3cc2de87152c034d',NULL,'{}');
INSERT INTO "findings" VALUES('465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','attendance',0,'aae9368085117723',NULL,'{}');
INSERT INTO "findings" VALUES('4be927a7f8adf7e5afbb0dc45727f3ddd4c253781cbf1ce9ee1eaa349338d68b','commitment',0,'c74aadc41bd1fc90',0.75,'{"evidence":{"firmness":[[5,14]]},"trace":[{"field":"firmness","quote":[5,14],"rule":"future"},{"field":"voice","rule":"default"}]}');
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
INSERT INTO "readings" VALUES(3,'59e21c1171abf7e19a11d24468e79790d49b265ddfb1e5f712340a0f934c339a','5c52a8f34218608ba0b6cdd05c10bd69c9018d7d1246f946bd2606df5167fd37','f02e2a00ffb04f8c','272f75aa81226648e274387ea8e2c8a1927a9122fd0eb68bf3ad622311447d07','sample','1','frozen','["a sample"]','2025-04-01T00:04:00.000Z');
INSERT INTO "readings" VALUES(4,'5cfded467e80a1b1c7e52af6f71fbda5337049f80364af0b8f7763a72111d5de','a0246676076649936d963e9121a8fe268a449d94fef8846cf02378f22b29bb81','a963bec1d0da8333','707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2','sample','2','frozen','["a sample"]','2025-04-01T00:05:00.000Z');
INSERT INTO "readings" VALUES(5,'465b7c0bef7dbbc43fccb2c62d47ec455d9b3f6bdf13aee03f2ecf092ad0d200','e2736e4cf9ec4de29e9281ad82e904b652f16924075eb3c0e4945abd9cb2f114','143b7d764badc1f1','a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff','sample','2','frozen','["a sample"]','2025-04-01T00:06:00.000Z');
INSERT INTO "readings" VALUES(6,'4be927a7f8adf7e5afbb0dc45727f3ddd4c253781cbf1ce9ee1eaa349338d68b','d3ac9b169c015a06538708aeb6521e30249f6347156b379cd99d1ee0357f4c7b','f02e2a00ffb04f8c','272f75aa81226648e274387ea8e2c8a1927a9122fd0eb68bf3ad622311447d07','sample','2','frozen','["a sample"]','2025-04-01T00:08:00.000Z');
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(1,'2025-04-01T00:00:00.000Z');
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
INSERT INTO "statements" VALUES('c74aadc41bd1fc90','f02e2a00ffb04f8c','commitment','ch','humanitarian','pledged','ua',NULL,NULL,NULL,0,22,'Bern will send 3 tents','{"actor":"ch","firmness":"pledged","measure":"humanitarian","quantity":{"max":3,"min":3,"unit":"persons"},"quote":[0,22],"recipient":"ua","voice":"reported"}','2025-04-01T00:04:00.000Z');
INSERT INTO "statements" VALUES('934cc52deb7d1466','143b7d764badc1f1','commitment','lv','training','concrete','ua',NULL,NULL,NULL,71,87,'„ohne Bedingung“','{"actor":"lv","firmness":"concrete","measure":"training","quote":[71,87],"recipient":"ua"}','2025-04-01T00:12:00.000Z');
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
	recorded_at VARCHAR NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(capture) REFERENCES captures (id)
);
INSERT INTO "texts" VALUES(1,'707de9bc0332b40bee3b3037f2a7d87b0819e4eefd26f1149b3a86f5845397d2','a963bec1d0da8333','8452d703f4a59a272fc350b03564e3c49025e60aaabefbe4464b284d257f3580','harbour-en.json','plain 1','https://gazette.example/oslo','harbour-en','Harbour Gazette','en','Oslo names a number','Oslo will send 40 medics once parliament agrees, the minister said in Bergen. Moscow objects to it.','2025-03-06','given',NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:01:00.000Z');
INSERT INTO "texts" VALUES(2,'a67835aae71dd761a0ba018fab6e06b676d8e8909610b8d8641976f900b78aff','143b7d764badc1f1','10a2dfb9281e0e000074a0b069848fdc0ba6c53b878d87850f32a2028840ff0e','hafen-de.json','plain 1',NULL,'hafen-de','Hafenbote','de','Köche für die Küste','Die Minister trafen sich in Bergen. Riga will send 12 cooks, hieß es – „ohne Bedingung“. Oslo will send 9 medics.','2025-03-07','given',NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:02:00.000Z');
INSERT INTO "texts" VALUES(3,'1e49f57396a9c26181a301ce29447101957c029c22a14cbd52ac124073531a83','850c8c2f96678572','244f6484d44b0826aeae33cc721117708d78b2463202029135bb21b6f88738f8','broken.json','plain 1',NULL,'broken',NULL,'en','','A dragon will send 7 knights, and no reader can read that.',NULL,NULL,NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:03:00.000Z');
INSERT INTO "texts" VALUES(4,'272f75aa81226648e274387ea8e2c8a1927a9122fd0eb68bf3ad622311447d07','f02e2a00ffb04f8c','eddfbb2c3674d22c996e38d1863403a04c64932b3a846536ade1e18734ab3581','withdrawn.json','plain 1','https://gazette.example/old','withdrawn',NULL,'en','','Bern will send 3 tents.',NULL,NULL,NULL,NULL,NULL,NULL,1,'[]','2025-04-01T00:04:00.000Z');
CREATE INDEX statements_by_actor ON statements (actor, measure);
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX texts_by_report ON texts (report, seq);
CREATE INDEX judgements_by_target ON judgements (target);
CREATE INDEX readings_by_report ON readings (report, seq);
CREATE INDEX findings_by_statement ON findings (statement);
COMMIT;
