import { csv } from './csv.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { linkedinConnectionsCsv } from './linkedin-connections-csv.ts';
import { linkedinPage } from './linkedin-page.ts';
import type { Recogniser } from './recogniser.ts';
import { urlList } from './url-list.ts';

/** Every kind of input, in the order in which they are asked: the first that recognises a file reads it. */
export const RECOGNISERS: readonly Recogniser[] = [
  jsonl,
  json,
  linkedinConnectionsCsv,
  csv,
  linkedinPage,
  urlList,
];
