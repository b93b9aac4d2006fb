-- What people say of the leads that were found: `icp review` and `icp feedback import`.

-- What one judge says of one lead now: judging again replaces it, undoing deletes it. A verdict is about the wishes of the client, so the version of the
-- ICP that it was given under stands with it.
create table verdicts (
  id            bigint generated always as identity primary key,
  lead_id       bigint not null references leads on delete cascade,
  source        text not null check (source in ('review', 'import')),
  -- The reviewer's name, or what the file came from.
  judge         text not null check (judge <> '' and length(judge) <= 80),
  verdict       text not null check (verdict in ('fit', 'not_fit')),
  -- Of an import: what the file says, in its own words.
  outcome       text,
  client_icp_id bigint references client_icps on delete set null,
  -- The judge saw the score first, and may have been led by it.
  score_shown   boolean not null default false,
  -- Shown only to check on those whom a review leaves out.
  below_cut     boolean not null default false,
  decided_at    timestamptz not null default now(),
  unique (lead_id, source, judge)
);

-- In which order one reviewer sees the leads of one scope: by a hash of seed and lead, so that it is random and the same the next time.
create table reviews (
  id         bigint generated always as identity primary key,
  client_id  bigint references clients on delete cascade,
  batch_id   bigint references batches on delete cascade,
  judge      text not null check (judge <> '' and length(judge) <= 80),
  seed       text not null,
  started_at timestamptz not null default now(),
  unique nulls not distinct (client_id, batch_id, judge)
);

-- Everything that says who was right, with its source. Whom somebody took into an export is a weak sign that they fit; it is recorded in lead_events
-- already, once for each export, and counts once; nobody means those who came along with a score of 0.
create view feedback as
  select v.lead_id, l.client_id, v.client_icp_id, v.source, v.judge, v.verdict, v.outcome, 1.0 as weight,
         v.score_shown, v.below_cut, v.decided_at
    from verdicts v
    join leads l on l.id = v.lead_id
   union all
  select l.id, l.client_id, l.client_icp_id, 'export', 'export', 'fit', null, 0.25,
         true, false, e.exported_at
    from leads l
    join (select lead_id, max(at) as exported_at from lead_events where to_status = 'exported' group by lead_id) e on e.lead_id = l.id
   where l.icp_score > 0;
