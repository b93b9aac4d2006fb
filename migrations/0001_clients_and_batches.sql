-- Clients, their ICP versions, and the batches of people that their sources named.

create extension if not exists vector;

create table clients (
  id         bigint generated always as identity primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name       text not null,
  created_at timestamptz not null default now()
);

-- An edit makes a new version; the highest version is the current one. Scores name the version they were given under.
create table client_icps (
  id           bigint generated always as identity primary key,
  client_id    bigint not null references clients on delete cascade,
  version      integer not null,
  criteria     jsonb not null,
  icp_text     text not null,
  content_hash text not null,
  created_at   timestamptz not null default now(),
  unique (client_id, version)
);

create table batches (
  id         bigint generated always as identity primary key,
  client_id  bigint not null references clients on delete cascade,
  name       text not null,
  created_at timestamptz not null default now(),
  unique (client_id, name)
);

-- The same bytes again are the same batch, whatever the file is called by then.
create table batch_sources (
  batch_id     bigint not null references batches on delete cascade,
  content_hash text not null,
  path         text not null,
  kind         text not null,
  found        integer not null,
  skipped      integer not null,
  stated_total integer,
  ingested_at  timestamptz not null default now(),
  primary key (batch_id, content_hash)
);
create index batch_sources_content_hash on batch_sources (content_hash);
