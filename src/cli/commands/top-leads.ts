import type { App } from '../../app/app.ts';
import { resolveScope, type ScopeNames } from '../../app/resolve-scope.ts';
import { listLeads } from '../../store/lead-list.ts';
import type { Paint } from '../io.ts';
import { formatTable } from '../table.ts';

/** The best leads in scope as a short table for a person. */
export async function topLeads(app: App, names: ScopeNames, count: number) {
  const scope = await resolveScope(app.database, names);
  const rows = await listLeads(app.database, scope, {
    status: null,
    minScore: 0,
    maxScore: null,
    limit: count,
    order: 'score',
  });
  return {
    length: rows.length,
    lines: (width: number, paint: Paint): string[] =>
      formatTable(
        [
          { title: 'SCORE', value: (row) => row.score?.toFixed(1) ?? null, align: 'right' },
          { title: 'NAME', value: (row) => row.name, shrink: 1, least: 14 },
          { title: 'WHY', value: (row) => row.reasoning, shrink: 2, least: 24 },
        ],
        rows,
        width,
        paint,
      ),
  };
}
