import type { FieldRole } from './field-role.ts';

/** What `--map FIELD=COLUMN` may say of a column of a table, by FIELD. */
export const MAPPED_FIELDS: ReadonlyMap<string, FieldRole> = new Map([
  ['url', 'link'],
  ['id', 'id'],
  ['vanity', 'vanity'],
  ['name', 'name'],
  ['first_name', 'firstName'],
  ['last_name', 'lastName'],
  ['headline', 'headline'],
  ['title', 'position'],
  ['company', 'company'],
]);
