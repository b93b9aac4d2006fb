import { existsSync } from 'node:fs';
import type { Settings } from '../../config/settings.ts';
import { UsageError } from '../../domain/errors.ts';
import { requireClient, requireIcpVersion } from '../../store/clients.ts';
import type { App } from '../app.ts';
import type { EvaluationRequest, LabelledPair } from './evaluate-labels.ts';
import { icpInFile, type NamedIcp, namedIcp } from './labelled-icps.ts';

/** One way to score the labelled pairs. */
export interface Variant {
  readonly name: string;
  readonly app: App;
  readonly pairs: readonly LabelledPair[];
  readonly request: EvaluationRequest;
}

/** Settings that change scores, by the names under which people know them. */
const MODEL_SETTINGS = {
  ICP_EMBEDDING_MODEL: 'embeddingModel',
  ICP_CLASSIFIER_MODEL: 'classifierModel',
  ICP_RERANK_MODEL: 'rerankModel',
} as const satisfies Record<string, keyof Settings>;

/**
 * What `--compare` names, beside `base`: an ICP file, a version of the client's ICP (`v3`), `no-rerank`, or another model (`ICP_RERANK_MODEL=name`). Throws
 * UsageError for anything else, and for another ICP where the labels are about several.
 */
export async function comparedVariant(
  base: Variant,
  what: string,
  client: string | undefined,
): Promise<Variant> {
  if (what === 'no-rerank') return { ...base, name: what, request: { ...base.request, rerank: false } };
  const [name, value] = what.split('=', 2) as [string, string | undefined];
  if (value !== undefined && value !== '' && Object.hasOwn(MODEL_SETTINGS, name)) {
    const key = MODEL_SETTINGS[name as keyof typeof MODEL_SETTINGS];
    return { ...base, name: what, app: { ...base.app, settings: { ...base.app.settings, [key]: value } } };
  }
  return withIcp(base, what, await comparedIcp(base.app, what, client));
}

async function comparedIcp(app: App, what: string, client: string | undefined): Promise<NamedIcp> {
  const version = /^v([1-9]\d{0,5})$/.exec(what)?.[1];
  if (version !== undefined && client !== undefined) {
    const { id, slug } = await requireClient(app.database, client);
    const { criteria } = await requireIcpVersion(app.database, { id, slug }, Number(version));
    return namedIcp(`${slug} ${what}`, criteria);
  }
  if (existsSync(what)) return icpInFile(what);
  throw new UsageError(
    'bad_comparison',
    version === undefined ? `"${what}" is nothing to compare with` : `whose ICP is meant by "${what}"?`,
    version === undefined
      ? `give --compare an ICP file, a version such as v2 (with --client), no-rerank, or a model: ${Object.keys(MODEL_SETTINGS).join('=…, ')}=…`
      : 'add --client SLUG',
  );
}

function withIcp(base: Variant, name: string, icp: NamedIcp): Variant {
  const judged = new Set(base.pairs.map((pair) => pair.icp.name));
  if (judged.size > 1) {
    throw new UsageError(
      'several_icps',
      `the labels are about ${judged.size} ICPs, so there is not one to compare with`,
      'compare with no-rerank or a model, or give labels about one ICP',
    );
  }
  return { ...base, name, pairs: base.pairs.map((pair) => ({ ...pair, icp })) };
}
