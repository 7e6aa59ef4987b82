-- The index, .dictum/index.sqlite, as of schema 2: PRAGMA user_version says so.
-- Written by Tests/DictumStoreTests from Sources/DictumStore/Schema; do not edit.

-- Every file the walk has met, so that an unchanged one is not read again.
CREATE TABLE file (
  path TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,          -- nanoseconds since 1970
  inode INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('read', 'refused', 'skipped', 'input')),
  reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,           -- the folded name
  name TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL
    CHECK (kind IN ('post', 'dialogue', 'transcript', 'comments', 'note', 'model')),
  title TEXT NOT NULL,
  date TEXT,
  url TEXT,
  identifier TEXT,
  owner_id INTEGER REFERENCES speaker(id),
  front_matter TEXT NOT NULL CHECK (json_valid(front_matter)),
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX source_identifier ON source(identifier);
CREATE INDEX source_date ON source(date);
CREATE INDEX source_owner ON source(owner_id);

-- How each source writes a speaker's name; the commonest way is the one shown.
CREATE TABLE speaker_spelling (
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  name TEXT NOT NULL,
  PRIMARY KEY (source_id, speaker_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_spelling_speaker ON speaker_spelling(speaker_id, name);

CREATE TABLE source_author (
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_author_speaker ON source_author(speaker_id);

-- Other names by which links and citations may call a source.
CREATE TABLE source_alias (
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  PRIMARY KEY (source_id, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (source_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_tag ON tag(tag);

-- Other labels of a speaker within one source, from its registry.
CREATE TABLE speaker_alias (
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  PRIMARY KEY (source_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_alias_speaker ON speaker_alias(speaker_id);

CREATE TABLE utterance (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  turn INTEGER NOT NULL CHECK (turn >= 1),
  speaker_id INTEGER REFERENCES speaker(id),   -- NULL: unknown
  label TEXT,
  method TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  first INTEGER NOT NULL,             -- bytes, 0-based, half-open
  past INTEGER NOT NULL,
  line INTEGER NOT NULL,
  time TEXT,
  date TEXT,
  identifier TEXT                     -- the record's own id
) STRICT;
CREATE INDEX utterance_turn ON utterance(source_id, turn);
CREATE INDEX utterance_speaker ON utterance(speaker_id);

-- Who else speaks where a label names several; the first is the utterance's own speaker.
CREATE TABLE joint_speaker (
  utterance_id INTEGER NOT NULL REFERENCES utterance(id) ON DELETE CASCADE,
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  PRIMARY KEY (utterance_id, speaker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX joint_speaker_speaker ON joint_speaker(speaker_id);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  utterance_id INTEGER REFERENCES utterance(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  first INTEGER NOT NULL,             -- bytes, 0-based, half-open
  past INTEGER NOT NULL,
  line INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  has_block_id INTEGER NOT NULL CHECK (has_block_id IN (0, 1)),
  voice TEXT NOT NULL                 -- whose words, seen from the one who speaks
    CHECK (voice IN ('own', 'quoted', 'pasted', 'machine', 'note')),
  speaker_id INTEGER REFERENCES speaker(id),   -- who said them first; NULL: unknown
  method TEXT NOT NULL,
  confidence REAL NOT NULL,
  head TEXT NOT NULL,                 -- title and headings
  headings TEXT NOT NULL,
  section TEXT NOT NULL,              -- the innermost heading, as links spell it
  body TEXT NOT NULL,
  ident TEXT NOT NULL,                -- identifiers in `body`, taken apart
  UNIQUE (source_id, anchor)
) STRICT;
CREATE INDEX passage_line ON passage(source_id, line);
CREATE INDEX passage_section ON passage(source_id, section, first) WHERE section <> '';
CREATE INDEX passage_utterance ON passage(utterance_id);
CREATE INDEX passage_speaker ON passage(speaker_id);

-- External content, without triggers: IngestWriter+Passages.swift keeps the two in step.
CREATE VIRTUAL TABLE passage_fts USING fts5(
  head, body, ident, content = 'passage', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE TABLE reference (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER REFERENCES passage(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  fragment TEXT,
  text TEXT NOT NULL,
  first INTEGER NOT NULL,
  past INTEGER NOT NULL,
  line INTEGER NOT NULL,
  column INTEGER NOT NULL,
  is_internal INTEGER NOT NULL CHECK (is_internal IN (0, 1)),
  to_file INTEGER NOT NULL DEFAULT 0  -- 1: it leads to a file that is no source
    CHECK (to_file IN (0, 1)),
  to_source_id INTEGER REFERENCES source(id) ON DELETE SET NULL,
  to_passage_id INTEGER REFERENCES passage(id) ON DELETE SET NULL,
  to_turn INTEGER
) STRICT;
CREATE INDEX reference_source ON reference(source_id);
CREATE INDEX reference_passage ON reference(passage_id);
CREATE INDEX reference_to_source ON reference(to_source_id);
CREATE INDEX reference_to_passage ON reference(to_passage_id);
CREATE INDEX reference_internal ON reference(is_internal) WHERE is_internal = 1;

-- One contribution answers another.
CREATE TABLE reply (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  utterance_id INTEGER NOT NULL REFERENCES utterance(id) ON DELETE CASCADE,
  to_utterance_id INTEGER REFERENCES utterance(id) ON DELETE CASCADE,
  to_identifier TEXT,                 -- the record's id of what is answered
  addressee TEXT,                     -- the person spoken to, as written
  addressee_id INTEGER REFERENCES speaker(id) ON DELETE SET NULL,
  method TEXT NOT NULL CHECK (method IN ('record', 'nesting', 'quotation', 'addressee')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX reply_source ON reply(source_id);
CREATE INDEX reply_utterance ON reply(utterance_id);
CREATE INDEX reply_to_utterance ON reply(to_utterance_id);
CREATE INDEX reply_addressee ON reply(addressee_id);

-- "Nate thinks that …": the reporter's words on another's view.
CREATE TABLE reported_speech (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
  speaker TEXT NOT NULL,              -- as written
  verb TEXT NOT NULL,
  first INTEGER NOT NULL,
  past INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX reported_speech_source ON reported_speech(source_id);
CREATE INDEX reported_speech_passage ON reported_speech(passage_id);
CREATE INDEX reported_speech_speaker ON reported_speech(speaker);

-- Traces of changed words or minds.
CREATE TABLE revision_event (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('edited', 'struck', 'retracted')),
  date TEXT,
  text TEXT NOT NULL,
  first INTEGER NOT NULL,
  past INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_event_source ON revision_event(source_id);
CREATE INDEX revision_event_passage ON revision_event(passage_id);

CREATE TABLE confidence_expression (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER REFERENCES passage(id) ON DELETE CASCADE,
  kind TEXT NOT NULL
    CHECK (kind IN ('credence', 'likelihoodRatio', 'estimative', 'epistemicStatus')),
  text TEXT NOT NULL,
  low REAL,                           -- a probability from 0 to 1, or a ratio
  high REAL,
  head TEXT,
  first INTEGER NOT NULL,
  past INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX confidence_expression_source ON confidence_expression(source_id);
CREATE INDEX confidence_expression_passage ON confidence_expression(passage_id);

-- Guesses at who unnamed turns are by; they change nothing until the user accepts them.
CREATE TABLE speaker_proposal (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  utterance_id INTEGER NOT NULL REFERENCES utterance(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  method TEXT NOT NULL,
  reason TEXT NOT NULL,
  line INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX speaker_proposal_source ON speaker_proposal(source_id);
CREATE INDEX speaker_proposal_utterance ON speaker_proposal(utterance_id);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER NOT NULL UNIQUE REFERENCES passage(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  credence TEXT,
  status TEXT,
  date TEXT
) STRICT;
CREATE INDEX claim_of_source ON claim(source_id);

-- A speaker puts a claim forward. The claim is NULL while the pointer leads nowhere.
CREATE TABLE assertion (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
  claim_id INTEGER REFERENCES claim(id) ON DELETE SET NULL,
  is_declaration INTEGER NOT NULL CHECK (is_declaration IN (0, 1)),
  speaker_id INTEGER REFERENCES speaker(id),
  method TEXT NOT NULL,
  confidence REAL NOT NULL,
  date TEXT,
  target TEXT NOT NULL DEFAULT '',
  fragment TEXT,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX assertion_source ON assertion(source_id);
CREATE INDEX assertion_claim ON assertion(claim_id);
CREATE INDEX assertion_passage ON assertion(passage_id);
CREATE INDEX assertion_speaker ON assertion(speaker_id);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  fragment TEXT,
  line INTEGER NOT NULL,
  to_claim_id INTEGER REFERENCES claim(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX relation_source ON relation(source_id);
CREATE INDEX relation_claim ON relation(claim_id);
CREATE INDEX relation_to_claim ON relation(to_claim_id);

-- What a claim is taken from: its `source::` fields.
CREATE TABLE claim_source (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  target TEXT NOT NULL,
  fragment TEXT,
  locator TEXT,
  quote TEXT,
  line INTEGER NOT NULL,
  to_source_id INTEGER REFERENCES source(id) ON DELETE SET NULL,
  to_passage_id INTEGER REFERENCES passage(id) ON DELETE SET NULL,
  to_turn INTEGER
) STRICT;
CREATE INDEX claim_source_source ON claim_source(source_id);
CREATE INDEX claim_source_claim ON claim_source(claim_id);
CREATE INDEX claim_source_to_source ON claim_source(to_source_id);
CREATE INDEX claim_source_to_passage ON claim_source(to_passage_id);

CREATE TABLE model (
  source_id INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  card TEXT NOT NULL CHECK (json_valid(card))
) STRICT;
CREATE INDEX model_name ON model(name);

CREATE TABLE model_input (
  source_id INTEGER NOT NULL REFERENCES model(source_id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sha256 TEXT,                        -- NULL: missing
  PRIMARY KEY (source_id, name)
) STRICT, WITHOUT ROWID;

-- Which expectation tests which claim: said by the card (`claim:`) or by the claim (`model::`).
CREATE TABLE test (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  said_by TEXT NOT NULL CHECK (said_by IN ('card', 'claim')),
  claim_id INTEGER REFERENCES claim(id) ON DELETE SET NULL,
  model TEXT NOT NULL DEFAULT '',
  expectation TEXT,
  target TEXT NOT NULL DEFAULT '',
  fragment TEXT,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX test_source ON test(source_id);
CREATE INDEX test_claim ON test(claim_id);

-- The ledger's runs, loaded from .dictum/ledger/runs.jsonl.
CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  model TEXT NOT NULL,
  started_at TEXT NOT NULL,
  position INTEGER NOT NULL,          -- its line in the ledger, from 1
  record TEXT NOT NULL CHECK (json_valid(record))
) STRICT, WITHOUT ROWID;
CREATE INDEX run_model ON run(model, position);

CREATE TABLE diagnostic (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  line INTEGER,
  column INTEGER,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
  topic TEXT NOT NULL CHECK (topic IN ('form', 'damage')),
  message TEXT NOT NULL,
  remedy TEXT
) STRICT;
CREATE INDEX diagnostic_path ON diagnostic(path);

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
