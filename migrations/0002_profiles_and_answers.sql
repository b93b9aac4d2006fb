-- Everything that was paid for, each under the key that keeps it from being bought twice (SPEC §6).

-- One row per person and origin. Profiles from the local providers (`local`) never stand in for scraped ones (`network`).
-- `gone_at` remembers when the scraper last said that there is no such profile.
create table profile_cache (
  id           bigint generated always as identity primary key,
  origin       text not null check (origin in ('network', 'local')),
  profile      jsonb,
  profile_text text,
  text_hash    text,
  text_cut     boolean not null default false,
  scraper      text not null,
  fetched_at   timestamptz,
  gone_at      timestamptz,
  check ((profile is null) = (text_hash is null)),
  check ((profile is null) = (fetched_at is null)),
  check (profile is not null or gone_at is not null)
);
create index profile_cache_text_hash on profile_cache (text_hash);

-- Every spelling under which a profile was asked for or calls itself: `urn:<member id>` or `in:<vanity name>`. A vanity name that was
-- changed since keeps leading to the same profile, so it is not scraped again under either.
create table profile_keys (
  origin     text not null,
  person_key text not null,
  profile_id bigint not null references profile_cache on delete cascade,
  primary key (origin, person_key)
);
create index profile_keys_profile on profile_keys (profile_id);

-- Main storage keeps vectors of up to about 2,000 dimensions inside the row, which makes the exact scan about three times as fast as
-- the default out-of-line storage; larger ones still fit, out of line (plain storage would refuse them).
create table embeddings (
  text_hash  text not null,
  model      text not null,
  dimensions integer not null,
  embedding  vector not null,
  created_at timestamptz not null default now(),
  primary key (text_hash, model, dimensions),
  check (vector_dims(embedding) = dimensions)
);
alter table embeddings alter column embedding set storage main;

create table classifications (
  text_hash              text not null,
  model                  text not null,
  prompt_version         text not null,
  industry               text not null,
  industry_reasoning     text not null,
  company_type           text not null,
  company_type_reasoning text not null,
  created_at             timestamptz not null default now(),
  primary key (text_hash, model, prompt_version)
);

create table rerank_scores (
  query_hash text not null,
  text_hash  text not null,
  model      text not null,
  score      double precision not null,
  created_at timestamptz not null default now(),
  primary key (query_hash, model, text_hash)
);

-- The intent is written before a run is started, its id before its results are awaited. A row without run_id is a start whose answer
-- was lost: the run may exist all the same and is looked for before anything is started again.
create table actor_runs (
  id           bigint generated always as identity primary key,
  provider     text not null,
  actor        text not null,
  targets      jsonb not null,
  client_id    bigint references clients on delete set null,
  batch_id     bigint references batches on delete set null,
  state        text not null default 'intended' check (state in ('intended', 'started', 'collected', 'abandoned')),
  run_id       text unique,
  owner        text,
  owned_until  timestamptz,
  cost_usd     numeric(12, 6),
  cost_settled boolean not null default false,
  intended_at  timestamptz not null default now(),
  started_at   timestamptz,
  collected_at timestamptz,
  check (state <> 'started' or run_id is not null)
);
create index actor_runs_open on actor_runs (intended_at) where state in ('intended', 'started');

-- One row per attempt of a call, failed ones included. A null cost or token count is unknown, not zero.
create table usage (
  id                bigint generated always as identity primary key,
  at                timestamptz not null default now(),
  provider          text not null,
  stage             text not null,
  model             text not null,
  outcome           text not null,
  client_id         bigint references clients on delete set null,
  batch_id          bigint references batches on delete set null,
  lead_ids          bigint[] not null default '{}',
  prompt_tokens     bigint,
  completion_tokens bigint,
  cost_usd          numeric(14, 8),
  latency_ms        integer not null,
  actor_run_id      bigint references actor_runs on delete set null
);
create index usage_at on usage (at);
create index usage_actor_run on usage (actor_run_id) where actor_run_id is not null;
-- A run is billed once, however many processes collect it.
create unique index usage_billed_run on usage (actor_run_id) where outcome = 'ok' and actor_run_id is not null;
create index usage_lead_ids on usage using gin (lead_ids);
