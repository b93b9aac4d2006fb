-- Leads and their status machine (SPEC §5). The table of legal moves is src/domain/lead-flow.ts; a test compares it with this function.

create table leads (
  id                bigint generated always as identity primary key,
  client_id         bigint not null references clients on delete cascade,
  batch_id          bigint not null references batches,
  linkedin_url      text not null,
  member_urn        text,
  public_identifier text,
  status            text not null default 'discovered'
                    check (status in ('discovered', 'enriched', 'qualified', 'exported', 'failed')),

  -- What the source said, then what the profile says; what lists and exports show.
  name              text,
  headline          text,
  company           text,
  location          text,
  job_titles        text[] not null default '{}',
  industry          text,
  company_type      text,
  profile_id        bigint references profile_cache on delete set null,

  client_icp_id     bigint references client_icps on delete set null,
  icp_score         numeric(4, 1) check (icp_score between 0 and 100),
  match_reasoning   text,
  score_key         text,

  failed_from       text,
  error_code        text,
  error_message     text,
  retryable         boolean,
  retry_count       integer not null default 0,
  next_attempt_at   timestamptz,

  leased_by         text,
  leased_until      timestamptz,
  status_reason     text,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),

  check (member_urn is not null or public_identifier is not null),
  check ((status = 'failed') = (failed_from is not null)),
  check ((status = 'failed') = (error_code is not null)),
  check ((leased_by is null) = (leased_until is null)),
  check (status not in ('enriched', 'qualified', 'exported') or failed_from is null)
);

-- One person for one client, under either name.
create unique index leads_member_urn on leads (client_id, member_urn) where member_urn is not null;
create unique index leads_public_identifier on leads (client_id, public_identifier) where public_identifier is not null;
create index leads_by_status on leads (status, client_id, id);
create index leads_by_profile on leads (profile_id);
create index leads_by_score on leads (client_id, icp_score desc nulls last, id) where status in ('qualified', 'exported');

-- A lead belongs to every batch whose source named it; leads.batch_id is the first of them.
create table lead_batches (
  batch_id bigint not null references batches on delete cascade,
  lead_id  bigint not null references leads on delete cascade,
  primary key (batch_id, lead_id)
);
create index lead_batches_lead on lead_batches (lead_id);

create table lead_events (
  id          bigint generated always as identity primary key,
  lead_id     bigint not null references leads on delete cascade,
  from_status text not null,
  to_status   text not null,
  reason      text,
  at          timestamptz not null default now()
);
create index lead_events_lead on lead_events (lead_id, id);

-- The current score stands in leads; here is one per ICP version.
create table lead_scores (
  lead_id       bigint not null references leads on delete cascade,
  client_icp_id bigint not null references client_icps on delete cascade,
  score_key     text not null,
  verdict       text not null check (verdict in ('scored', 'disqualified', 'not_enough')),
  score         numeric(4, 1),
  parts         jsonb not null,
  reasoning     text not null,
  scored_at     timestamptz not null default now(),
  primary key (lead_id, client_icp_id)
);

create function lead_move_is_legal(from_status text, to_status text, failed_from text) returns boolean
language sql immutable as $$
  select (from_status, to_status) in (
           ('discovered', 'enriched'), ('enriched', 'qualified'), ('qualified', 'exported'),
           ('discovered', 'failed'),   ('enriched', 'failed'),    ('qualified', 'failed'),
           ('exported', 'qualified'))
      or (from_status = 'failed' and to_status = failed_from and failed_from in ('discovered', 'enriched', 'qualified'))
$$;

create function check_lead_move() returns trigger language plpgsql as $$
begin
  if new.status = old.status then
    raise exception 'where lead % failed from cannot be changed', old.id using errcode = 'check_violation';
  end if;
  if not lead_move_is_legal(old.status, new.status, old.failed_from) then
    raise exception 'lead % cannot go from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', hint = 'Legal moves are listed in the README under "How it is built".';
  end if;
  if new.status = 'failed' then
    new.failed_from := old.status;
    new.error_code := coalesce(new.error_code, 'set_by_hand');
  elsif old.status = 'failed' then
    new.failed_from := null;
    new.error_code := null;
    new.error_message := null;
    new.next_attempt_at := null;
    new.retryable := null;
  end if;
  new.updated_at := now();
  return new;
end $$;

create trigger check_lead_move before update of status, failed_from on leads
  for each row when (old.status is distinct from new.status or old.failed_from is distinct from new.failed_from)
  execute function check_lead_move();

create function check_new_leads() returns trigger language plpgsql as $$
begin
  if exists (select from new_leads where status <> 'discovered') then
    raise exception 'a new lead starts as discovered' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger check_new_leads after insert on leads
  referencing new table as new_leads for each statement execute function check_new_leads();

-- Once per statement instead of once per row: an export marks a million leads in one update.
-- Transition tables have no statistics: without the setting the planner joins them row by row, in quadratic time.
create function record_lead_moves() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  insert into lead_events (lead_id, from_status, to_status, reason)
  select n.id, o.status, n.status, n.status_reason
    from new_leads n join old_leads o on o.id = n.id
   where o.status <> n.status
   order by n.id;
  return null;
end $$;

create trigger record_lead_moves after update on leads
  referencing old table as old_leads new table as new_leads for each statement execute function record_lead_moves();
