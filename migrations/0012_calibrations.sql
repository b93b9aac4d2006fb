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
