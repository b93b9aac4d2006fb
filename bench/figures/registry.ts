import type { Figure } from '../figure.ts';
import { leadsTime, statusTime } from './answer-times.ts';
import { cosine } from './cosine.ts';
import { enrichCpu } from './enrich-cpu.ts';
import { enrichQualify } from './enrich-qualify.ts';
import { exportCsv, exportMemory } from './export.ts';
import { ingestUrls } from './ingest-urls.ts';
import { nearest } from './nearest.ts';
import { parseMemory, parsePage } from './parse-page.ts';
import { scale, scaleLarge } from './scale.ts';
import { slowRuns } from './slow-runs.ts';
import { firstUse, laterOpen, version } from './start-up.ts';

/** Every figure that `npm run bench` can measure, in the order of SPEC §8. */
export const FIGURES: readonly Figure[] = [
  version,
  parsePage,
  parseMemory,
  ingestUrls,
  enrichQualify,
  slowRuns,
  enrichCpu,
  cosine,
  nearest,
  exportCsv,
  exportMemory,
  scale,
  scaleLarge,
  statusTime,
  leadsTime,
  firstUse,
  laterOpen,
];
