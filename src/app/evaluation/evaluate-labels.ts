import { UsageError } from '../../domain/errors.ts';
import { type Evaluation, evaluate, type JudgedPair } from '../../domain/evaluation/evaluation.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import { scoreLead } from '../../domain/score.ts';
import type { ClaimedLead } from '../../ports/lead-desk.ts';
import { type Evidence, gatherEvidence, type ScorableProfile } from '../../stages/qualify/qualify-lead.ts';
import type { Scope } from '../../store/scope.ts';
import type { App } from '../app.ts';
import { createMemoryDesk } from '../memory-desk.ts';
import { runScoring } from '../scoring-run.ts';
import { openServices, requireStageKeys, type SpendOptions } from '../services.ts';
import type { OnProgress } from '../stage-progress.ts';
import { badLabels, type Label } from './label-file.ts';
import type { NamedIcp } from './labelled-icps.ts';

export interface LabelledPair {
  readonly label: Label;
  readonly subject: ScorableProfile;
  readonly icp: NamedIcp;
}

export interface EvaluationRequest extends SpendOptions {
  readonly scope: Scope;
  readonly rerank: boolean;
  readonly allowListwise: boolean;
  readonly onProgress?: OnProgress | undefined;
}

export interface EvaluationResult {
  readonly evaluation: Evaluation;
  /** Pairs that could not be scored, by the code of what went wrong. */
  readonly failures: ReadonlyMap<string, number>;
  readonly costUsd: number;
  readonly unknownCosts: number;
}

interface WaitingPair extends ClaimedLead, LabelledPair {}

/**
 * Scores what people judged, by the same road as `qualify`, and measures how well the two agree. Answers are bought once and kept like all others; no lead is
 * touched. Throws StopRun when it had to stop early.
 */
export async function evaluateLabels(
  app: App,
  pairs: readonly LabelledPair[],
  request: EvaluationRequest,
): Promise<EvaluationResult> {
  requireStageKeys(app.settings, ['qualify'], request.rerank);
  const services = await openServices(app, request.scope, request);
  const rerankScores = request.rerank ? services.rerankScores(request.allowListwise) : null;
  const judged = new Map<number, JudgedPair>();
  const failures = new Map<string, number>();
  const report = () =>
    request.onProgress?.({
      stage: 'qualify',
      done: judged.size,
      failed: [...failures.values()].reduce((sum, count) => sum + count, 0),
      total: pairs.length,
      costUsd: services.budget.spentUsd,
    });
  const waiting = pairs.map((pair, id): WaitingPair => ({ ...pair, id, failedAttempts: 0 }));
  const desk = createMemoryDesk<WaitingPair, JudgedPair>(waiting, (settlement) => {
    if (settlement.kind === 'done') judged.set(settlement.leadId, settlement.result);
    else failures.set(settlement.failure.code, (failures.get(settlement.failure.code) ?? 0) + 1);
    report();
  });
  const context = { clientId: request.scope.clientId, batchId: null, leadId: null };
  try {
    await runScoring(app, services, {
      desk,
      work: async ({ label, subject, icp }) => {
        const evidence = await gatherEvidence({ ...services, rerankScores }, subject, icp, 'eval', context);
        return judgedPair(label, subject, icp, evidence);
      },
      limit: null,
    });
  } finally {
    await services.end();
  }
  return {
    evaluation: evaluate(pairs.flatMap((_, id) => judged.get(id) ?? [])),
    failures,
    costUsd: services.budget.spentUsd,
    unknownCosts: services.budget.unknownCosts,
  };
}

function judgedPair(
  label: Label,
  { profile }: ScorableProfile,
  icp: NamedIcp,
  { input, raw }: Evidence,
): JudgedPair {
  return {
    label: label.row,
    icp: icp.name,
    profile: typeof label.profile === 'string' ? label.profile : nameOfItem(profile, label.row),
    name: profile.fullName,
    grade: label.grade,
    trap: label.trap,
    why: label.why,
    input,
    raw,
    score: scoreLead(input),
  };
}

function nameOfItem(profile: ScorableProfile['profile'], row: number): string {
  return profile.publicIdentifier === null && profile.memberUrn === null
    ? `label ${row}`
    : profileUrl(profile);
}

/** Where labels are from: a file, or the verdicts in the database. */
export interface LabelSource {
  readonly path: string;
  readonly isFeedback: boolean;
}

/** Labels with what they are about. Throws UsageError where a profile is not to be had, or one pair is judged twice and differently. */
export function pairUp(
  { path, isFeedback }: LabelSource,
  labels: readonly Label[],
  profiles: readonly (ScorableProfile | null)[],
  icps: readonly NamedIcp[],
): readonly LabelledPair[] {
  const missing = labels.filter((_, index) => profiles[index] === null);
  if (missing.length === labels.length)
    throw isFeedback ? noProfilesOfLeads(labels.length) : noProfilesInFile(path);
  const pairs = new Map<string, LabelledPair>();
  const twice: string[] = [];
  for (const [index, label] of labels.entries()) {
    const subject = profiles[index]!;
    if (subject === null) continue;
    const icp = icps[index]!;
    const key = `${icp.name} ${subject.textHash} ${typeof label.profile === 'string' ? label.profile : label.row}`;
    const other = pairs.get(key);
    if (other !== undefined && other.label.grade !== label.grade)
      twice.push(`${label.row}: the same pair has another grade in ${other.label.row}`);
    pairs.set(key, { label, subject, icp });
  }
  if (twice.length > 0) throw badLabels(path, twice);
  return [...pairs.values()];
}

function noProfilesOfLeads(count: number): UsageError {
  return new UsageError(
    'no_profiles',
    `none of the ${count} judged leads has a profile`,
    'get their profiles: icp enrich; those that icp purge took are gone until then, or give --profiles FILE',
  );
}

function noProfilesInFile(path: string): UsageError {
  return new UsageError(
    'no_profiles',
    `the labels in ${path} cannot be used: none of its profiles is known`,
    'give --profiles FILE, or bring these people into the database: icp ingest, then icp enrich',
  );
}
