-- Discovery calls, and what was said in them about whom the client wants to reach (`icp sync-icp`). No transcript is kept: of a call there remain the
-- sentences that were quoted.

-- One row for each call that was read to its end. What stands here is not paid for again unless somebody asks for it.
create table fathom_calls (
  id              bigint generated always as identity primary key,
  client_id       bigint not null references clients on delete cascade,
  source          text not null check (source in ('fathom', 'file')),
  -- Fathom's id of the recording; of a file, the hash of what was said.
  call_id         text not null,
  -- As with profiles: what the local extractor read never stands in for what a model read.
  origin          text not null check (origin in ('network', 'local')),
  title           text,
  url             text,
  held_at         timestamptz,
  transcript_hash text not null,
  -- Model and prompt version.
  extractor       text not null,
  read_at         timestamptz not null default now(),
  unique (client_id, source, call_id, origin)
);

-- What somebody said in a call, word for word, and what of it is a criterion.
create table call_criteria (
  id             bigint generated always as identity primary key,
  fathom_call_id bigint not null references fathom_calls on delete cascade,
  kind           text not null check (kind in ('title', 'industry', 'company_size', 'keyword', 'location', 'company', 'note')),
  stance         text not null check (stance in ('wants', 'avoids')),
  value          text not null,
  quote          text not null,
  speaker        text,
  -- From the beginning of the call.
  at_seconds     integer
);
create index call_criteria_call on call_criteria (fathom_call_id);

-- What a model answered about a part of a transcript, kept the moment it was paid for: a process that dies in a long call buys only the rest of it.
create table call_extractions (
  text_hash      text not null,
  model          text not null,
  prompt_version text not null,
  criteria       jsonb not null,
  created_at     timestamptz not null default now(),
  primary key (text_hash, model, prompt_version)
);
