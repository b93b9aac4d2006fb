-- A row with a vector in it is so wide that the server moved the hash out of it, 64 characters though it has, and fetched it from there for each
-- row that it looked at: the vector itself must stay, see 0002. Written anew, so that those which are there already stand in their rows as well.

alter table embeddings
  alter column text_hash type text using text_hash || '',
  alter column text_hash set storage plain,
  alter column model type text using model || '',
  alter column model set storage plain;
