-- Any number of processes at once: what each of them is buying is known to the others before it is bought.

-- Who is in a run, as in profile_keys, so that nobody who stands in an open run is asked for by another. `intent` names one act of
-- writing the row down: written again because the answer of the server was lost, it is the same row.
alter table actor_runs
  add column person_keys text[] not null default '{}',
  add column intent uuid unique,
  -- What it should cost by the price list: a cost below that may still rise.
  add column listed_usd numeric(12, 6);

-- Embeddings and classifications that somebody is buying now. A row goes when the answer is kept, or when its owner's time runs out.
create table answers_under_way (
  answer_key  text primary key,
  owner       text not null,
  owned_until timestamptz not null
);

-- An attempt is recorded once, however often its row is sent.
alter table usage add column attempt_id uuid unique;

-- Finds what a process held once it is known to be dead.
create index leads_leased_by on leads (leased_by) where leased_by is not null;

-- What a claim looks through: in order of id, and without all that is done or failed for good.
create index leads_to_enrich on leads (id)
  where status = 'discovered' or (status = 'failed' and failed_from = 'discovered' and retryable);
create index leads_to_qualify on leads (id)
  where status = 'enriched' or (status = 'failed' and failed_from = 'enriched' and retryable);
