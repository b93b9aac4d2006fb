-- Answers that are bought many at once through a batch API: within a day instead of seconds, at half the price.

-- gathering: requests are being added, nothing is bought yet; intended: written before the job is created at the service; created: its id is known. `reference`
-- goes along with the job, so that one whose creation was never confirmed can be found in the service's list instead of being created again.
create table answer_batches (
  id             bigint generated always as identity primary key,
  reference      uuid not null unique,
  provider       text not null,
  server         text not null,
  kind           text not null check (kind in ('embedding', 'classification')),
  model          text not null,
  prompt_version text,
  state          text not null default 'gathering'
                 check (state in ('gathering', 'intended', 'created', 'collected', 'abandoned')),
  job_id         text,
  owner          text,
  owned_until    timestamptz,
  intended_at    timestamptz,
  submitted_at   timestamptz,
  closed_at      timestamptz,
  check ((kind = 'classification') = (prompt_version is not null)),
  check (state <> 'created' or job_id is not null),
  unique (server, job_id)
);
create index answer_batches_open on answer_batches (id) where state in ('gathering', 'intended', 'created');

-- On whose behalf each answer is asked for. A row goes once its answer, or what came instead of it, is kept.
create table answer_batch_requests (
  answer_batch_id bigint not null references answer_batches on delete cascade,
  text_hash       text not null,
  client_id       bigint references clients on delete set null,
  batch_id        bigint references batches on delete set null,
  lead_id         bigint references leads on delete set null,
  primary key (answer_batch_id, text_hash)
);
create index answer_batch_requests_lead on answer_batch_requests (lead_id);

-- Leads that can go on only when a batch has come back: nobody claims them until then.
create table answer_batch_leads (
  answer_batch_id bigint not null references answer_batches on delete cascade,
  lead_id         bigint not null references leads on delete cascade,
  primary key (lead_id, answer_batch_id)
);
create index answer_batch_leads_batch on answer_batch_leads (answer_batch_id);

-- A batch holds its answers without a process and without an end, until it is closed.
alter table answers_under_way
  alter column owner drop not null,
  alter column owned_until drop not null,
  add column answer_batch_id bigint references answer_batches on delete cascade,
  add check ((owner is null) = (answer_batch_id is not null)),
  add check ((owner is null) = (owned_until is null));
create index answers_under_way_batch on answers_under_way (answer_batch_id) where answer_batch_id is not null;
