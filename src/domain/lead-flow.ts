/**
 * The status machine of SPEC §5, and the only place that knows it. The database's own check (the function
 * `lead_move_is_legal` of the migrations), the chart in the README and every stage come from this table; a test holds the
 * three together.
 */
export const LEAD_STATUSES = ['discovered', 'enriched', 'qualified', 'exported', 'failed'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export type StageName = 'enrich' | 'qualify' | 'export';

/** Which stage takes a lead from which status to which; in pipeline order. */
export const STAGE_MOVES: readonly { stage: StageName; from: LeadStatus; to: LeadStatus }[] = [
  { stage: 'enrich', from: 'discovered', to: 'enriched' },
  { stage: 'qualify', from: 'enriched', to: 'qualified' },
  { stage: 'export', from: 'qualified', to: 'exported' },
];

export interface LeadMove {
  readonly from: LeadStatus;
  readonly to: LeadStatus;
  readonly by: StageName | 'fail' | 'retry' | 'rescore';
}

/** Every legal change of status. A `retry` additionally leads back only to the status that the lead failed from. */
export const LEAD_MOVES: readonly LeadMove[] = [
  ...STAGE_MOVES.map(({ stage, from, to }) => ({ from, to, by: stage })),
  ...STAGE_MOVES.map(({ from }) => ({ from, to: 'failed' as const, by: 'fail' as const })),
  ...STAGE_MOVES.map(({ from }) => ({ from: 'failed' as const, to: from, by: 'retry' as const })),
  { from: 'exported', to: 'qualified', by: 'rescore' },
];

/** Whether a lead may go `from` → `to`; `failedFrom` is where a failed lead stood before. Staying put is no move. */
export function isLegalMove(from: LeadStatus, to: LeadStatus, failedFrom: LeadStatus | null): boolean {
  return LEAD_MOVES.some(
    (move) => move.from === from && move.to === to && (move.by !== 'retry' || to === failedFrom),
  );
}

export function stageMove(stage: StageName): { from: LeadStatus; to: LeadStatus } {
  return STAGE_MOVES.find((move) => move.stage === stage)!;
}

/** The status machine as a Mermaid chart, for the README. */
export function leadFlowChart(): string {
  return [
    'stateDiagram-v2',
    '  [*] --> discovered: ingest',
    ...LEAD_MOVES.map((move) => `  ${move.from} --> ${move.to}: ${move.by}`),
  ].join('\n');
}
