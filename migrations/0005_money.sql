-- Money: what commands with a limit (`--max-cost`) have taken, so that those which run at the same time keep to it together. One row a command.

create table budgets (
  id          uuid primary key,
  owner       text not null,
  -- What the command is about; null is everything.
  client_id   bigint references clients on delete cascade,
  batch_id    bigint references batches on delete cascade,
  -- Spent, or reserved for calls under way; the second is the reserved part alone.
  taken_usd   numeric(16, 9) not null,
  open_usd    numeric(16, 9) not null,
  opened_at   timestamptz not null default clock_timestamp(),
  -- In the past once the command has ended or is known to be dead.
  alive_until timestamptz not null
);
create index budgets_alive_until on budgets (alive_until);

-- Collecting a run that somebody else has started is no request that is paid for.
alter table usage add column requests integer not null default 1;
