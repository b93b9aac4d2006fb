-- People who asked to be forgotten (`icp forget`): nothing is left of them but keyed hashes, which keep them from being stored again.

-- The key of the hashes, made by the first `icp forget`, so that every machine that shares the database knows it: a secret for HMAC-SHA256 (RFC 2104),
-- already combined with the two constants that the function wants. Without it nobody can try out names against a list of hashes.
create table forgetting_key (
  is_only   boolean primary key default true check (is_only),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);

-- One row for each name of a person, as profile_keys writes them (`urn:<member id>`, `in:<vanity name>`), and for each text of their profiles
-- (`text:<hash>`), whose answers another process may just be buying.
create table forgotten_people (
  key_hash     text primary key,
  -- Of a vanity name: the member id of its holder is remembered too, so that somebody with another one who takes the name over later is not meant.
  member_known boolean not null,
  forgotten_at timestamptz not null default now()
);

create function forgotten_key_hash(key forgetting_key, name text) returns text language sql stable as $$
  select encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(name, 'UTF8'))), 'hex')
$$;

-- Whether anybody was ever forgotten. To be asked by whoever is about to store people, in the transaction that stores them: until its end nobody can be
-- forgotten, so that `icp forget` sees what it stored. The lock comes first, and what is read after it is what stands there then: this is why it is a
-- function, whose statements each see the latest, and not a condition of the statement that stores.
create function anybody_forgotten() returns boolean language plpgsql as $$
begin
  lock table forgotten_people in row share mode;
  return exists (select from forgotten_people);
end $$;

-- Which of these names are remembered as forgotten; asked and answered in the same way.
create function forgotten_among(names text[]) returns table (name text, member_known boolean) language plpgsql as $$
#variable_conflict use_column
begin
  if not anybody_forgotten() then
    return;
  end if;
  return query
    select asked.name, f.member_known
      from forgetting_key k
     cross join unnest(names) as asked(name)
      join forgotten_people f on f.key_hash = forgotten_key_hash(k, asked.name);
end $$;

-- Which of these texts were a forgotten person's, and are nobody else's: no answer to them is kept.
create function forgotten_texts(text_hashes text[]) returns table (text_hash text) language plpgsql as $$
#variable_conflict use_column
begin
  return query
    select substr(f.name, length('text:') + 1)
      from forgotten_among(array(select 'text:' || hash from unnest(text_hashes) as hash)) f
     where not exists (select from profile_cache p where 'text:' || p.text_hash = f.name);
end $$;

-- Texts that a profile had before it was fetched again. The answers to them stay, since the text may come back, and must go with the person.
create table earlier_profile_texts (
  text_hash  text not null,
  profile_id bigint not null references profile_cache on delete cascade,
  primary key (text_hash, profile_id)
);
create index earlier_profile_texts_profile on earlier_profile_texts (profile_id);
