import type { Plan } from '../../app/estimate-cost.ts';
import { counted, dollars } from '../format.ts';
import type { Paint } from '../io.ts';
import { formatTable } from '../table.ts';

/** What a `--dry-run` prints. */
export function planDocument(command: string, plan: Plan): object {
  return {
    command,
    dry_run: true,
    leads: plan.leads,
    steps: plan.steps.map(({ costUsd, ...step }) => ({ ...step, cost_usd: costUsd })),
    cost_usd: plan.costUsd,
  };
}

export function planLines(plan: Plan, width: number, paint: Paint): string[] {
  if (plan.leads === 0) return ['Nothing to do: no lead is waiting.'];
  const table = formatTable(
    [
      { title: 'WHAT', value: (step) => step.what },
      { title: 'MODEL', value: (step) => step.model, shrink: 1, least: 12 },
      { title: 'LEADS', value: (step) => step.leads, align: 'right' },
      { title: 'KNOWN', value: (step) => step.known, align: 'right' },
      { title: 'CALLS', value: (step) => step.calls, align: 'right' },
      { title: 'TOKENS', value: (step) => step.tokens, align: 'right' },
      { title: 'COST', value: (step) => dollars(step.costUsd), align: 'right' },
    ],
    plan.steps,
    width,
    paint,
  );
  return [
    ...table,
    '',
    `${counted(plan.leads, 'lead')}, about ${paint('bold', dollars(plan.costUsd))}. Nothing was called or written.`,
  ];
}

/** `$0.0123`, with what is not known named. */
export function costText(costUsd: number, unknownCosts: number): string {
  return unknownCosts === 0
    ? dollars(costUsd)
    : `${dollars(costUsd)} and ${counted(unknownCosts, 'call')} of unknown cost`;
}
