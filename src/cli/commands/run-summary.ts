import stringWidth from 'string-width';
import type { PipelineResult } from '../../app/run-pipeline.ts';
import { counted } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { waitingLines } from './batch-waiting.ts';
import { forgottenNote, rejectsNote, unusableRows } from './ingest.ts';
import { scopeFlags } from './scope-flags.ts';
import { costText } from './spending.ts';

/** What a run came to, a line a stage: name, what happened, what it cost. */
export function runSummary(result: PipelineResult, paint: Paint): string[] {
  const { ingest, enrich, qualify, export: exported } = result;
  const skipped = ingest.files.reduce((sum, file) => sum + file.skipped, 0);
  const failures = enrich.failed + qualify.failed;
  const rows: [string, string, string][] = [
    [
      'ingest',
      [
        `${counted(ingest.found, 'person', 'people')} in batch ${shown(ingest.batch.name)}`,
        `${counted(ingest.created, 'new lead')}`,
        ...(skipped > 0 ? [unusableRows(skipped, ingest)] : []),
      ].join(', '),
      '',
    ],
    [
      'enrich',
      outcome(enrich.enriched, 'enriched', enrich.failed, enrich.fromCache),
      costText(enrich.costUsd, enrich.unknownCosts),
    ],
    [
      'qualify',
      outcome(qualify.qualified, 'scored', qualify.failed, 0),
      costText(qualify.costUsd, qualify.unknownCosts),
    ],
    [
      'export',
      exported.exported === 0
        ? 'nothing new to write'
        : `${counted(exported.exported, 'lead')}${exported.path === null ? '' : ` → ${shown(exported.path)}`}`,
      '',
    ],
  ];
  const widest = Math.max(...rows.filter(([, , cost]) => cost !== '').map(([, what]) => stringWidth(what)));
  return [
    ...rows.map(([stage, what, cost]) => {
      const gap = cost === '' ? '' : ' '.repeat(Math.max(2, widest - stringWidth(what) + 2));
      return `${paint('dim', stage.padEnd(8))} ${what}${gap}${paint('dim', cost)}`;
    }),
    ...(failures === 0
      ? []
      : [
          `${paint('red', 'failed'.padEnd(8))} ${counted(failures, 'lead')}; why: icp status${scopeFlags({ client: ingest.client, batch: ingest.batch.name })}`,
        ]),
    ...waitingLines(enrich.waiting, 'the same command'),
    ...forgottenNote(ingest),
    ...rejectsNote(ingest),
  ];
}

function outcome(done: number, verb: string, failed: number, fromCache: number): string {
  if (done + failed === 0) return 'nothing to do';
  const details = [
    ...(fromCache > 0 ? [`${fromCache} from the cache`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return `${done} ${verb}${details.length === 0 ? '' : `, ${details.join(', ')}`}`;
}
