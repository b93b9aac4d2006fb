import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../domain/errors.ts';
import { type Icp, icpText } from '../../domain/icp.ts';
import type { TargetIcp } from '../../stages/qualify/qualify-lead.ts';
import { requireClient, requireCurrentIcp } from '../../store/clients.ts';
import { contentHash } from '../../support/hash.ts';
import type { App } from '../app.ts';
import { readIcpFile } from '../read-icp-file.ts';
import type { Label } from './label-file.ts';

/** An ICP that profiles were judged against. */
export interface NamedIcp extends Omit<TargetIcp, 'id'> {
  readonly name: string;
}

export interface IcpSources {
  readonly labelsFile: string;
  /** `--icp`, for labels that name none. */
  readonly icpFile: string | undefined;
  /** `--client`, likewise. */
  readonly client: string | undefined;
}

/** The ICP of each label, in the order of the labels. Throws UsageError for a label without one, and for one that is not there. */
export async function labelledIcps(
  app: App,
  labels: readonly Label[],
  { labelsFile, icpFile, client }: IcpSources,
): Promise<readonly NamedIcp[]> {
  const unnamed = icpFile ?? client ?? null;
  const names = labels.map((label) => label.icp ?? unnamed);
  const nameless = names.indexOf(null);
  if (nameless >= 0) {
    throw new UsageError(
      'icp_needed',
      `label ${labels[nameless]!.row} does not say which ICP it is about`,
      'add --client SLUG or --icp FILE, or an icp to each label',
    );
  }
  const known = new Map<string, NamedIcp>();
  for (const [index, name] of names.entries()) {
    if (known.has(name!)) continue;
    const isOwn = labels[index]!.icp !== null;
    if (/\.(?:ya?ml|json)$/i.test(name!) || name === icpFile) {
      known.set(name!, await icpInFile(isOwn ? join(dirname(labelsFile), name!) : name!));
    } else known.set(name!, await icpOfClient(app, name!));
  }
  return names.map((name) => known.get(name!)!);
}

export async function icpInFile(path: string): Promise<NamedIcp> {
  return namedIcp(basename(path).replace(/\.[a-z]+$/i, ''), await readIcpFile(path));
}

async function icpOfClient(app: App, slug: string): Promise<NamedIcp> {
  const client = await requireClient(app.database, slug);
  const { criteria } = await requireCurrentIcp(app.database, client);
  return namedIcp(slug, criteria);
}

export function namedIcp(name: string, criteria: Icp): NamedIcp {
  const text = icpText(criteria);
  return { name, criteria, text, hash: contentHash(text) };
}
