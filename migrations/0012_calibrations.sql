-- What a client's own verdicts say its scores mean (`icp calibrate`). Like an ICP: a change makes a new version, and the highest version is the current one.
create table client_calibrations (
  id            bigint generated always as identity primary key,
  client_id     bigint not null references clients on delete cascade,
  version       integer not null,
  -- Null: scores stand as they are. A way back is a version too.
  mapping       jsonb,
  -- The models and weights whose scores it was fitted to; it means nothing for others.
  settings_key  text,
  client_icp_id bigint references client_icps on delete set null,
  fits          integer,
  misses        integer,
  figures       jsonb,
  created_at    timestamptz not null default now(),
  unique (client_id, version),
  check ((mapping is null) = (settings_key is null))
);

-- The score without its calibration, where it has one. Calibrated scores crowd at both ends of the scale, and whoever was better before still comes first.
alter table leads add column raw_score numeric(4, 1);
drop index leads_by_score;
create index leads_by_score on leads (client_id, icp_score desc nulls last, raw_score desc nulls last, id)
 where status in ('qualified', 'exported');
