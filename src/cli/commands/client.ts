import type { Command } from 'commander';
import { UsageError } from '../../domain/errors.ts';
import type { Icp } from '../../domain/icp.ts';
import type { CalibrationRange } from '../../domain/scoring/calibration.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted, moment } from '../format.ts';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { formatTable } from '../table.ts';

export function declareClient(program: Command, start: Start): void {
  const client = examples(
    program.command('client').description('clients and their ICPs').helpCommand(false),
    [
      ['icp client add acme --name "Acme Ltd" --icp icp.yaml', 'add a client with its ICP'],
      ['icp client set-icp acme icp.yaml', 'a new version of it'],
    ],
  );
  const sub = (usage: string, description: string) =>
    addGlobalOptions(addDatabaseOptions(client.command(usage).description(description)));
  examples(
    sub('add <slug>', 'add a client')
      .option('--name <name>', 'its full name (default: the slug)')
      .option('--icp <file>', 'its ICP, YAML or JSON; - for stdin')
      .action(start(addClient)),
    [['icp client add acme --icp icp.yaml', 'slug: small letters, digits, hyphens']],
  );
  examples(sub('list', 'all clients').action(start(listAllClients)), [
    ['icp client list --json', 'for scripts'],
  ]);
  examples(sub('show <slug>', 'a client and its current ICP').action(start(showClient)), [
    ['icp client show acme', 'name, ICP version and criteria'],
  ]);
  examples(sub('set-icp <slug> <file>', "make a file the client's ICP").action(start(setIcp)), [
    ['icp client set-icp acme icp.yaml', 'unchanged content changes nothing'],
    ['cat icp.json | icp client set-icp acme -', 'from stdin'],
  ]);
}

interface AddOptions extends GlobalOptions {
  readonly name?: string;
  readonly icp?: string;
}

async function addClient(options: AddOptions, context: CommandContext, slug: string): Promise<number> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
    throw new UsageError(
      'bad_slug',
      `"${slug}" cannot be a slug`,
      'use small letters, digits and single hyphens, at most 60 characters, such as acme-ltd',
    );
  }
  const criteria = options.icp === undefined ? null : await readIcp(options.icp, context);
  const { insertClient, saveIcp } = await import('../../store/clients.ts');
  const added = await context.withApp((app) =>
    app.database.transaction(async (transaction) => {
      const client = await insertClient(transaction, slug, options.name ?? slug);
      if (client === null) {
        throw new UsageError(
          'client_exists',
          `there is a client "${slug}" already`,
          `see it with: icp client show ${slug}; change its ICP with: icp client set-icp ${slug} FILE`,
        );
      }
      return { client, saved: criteria === null ? null : await saveIcp(transaction, client.id, criteria) };
    }),
  );
  context.printer.result(
    {
      command: 'client add',
      client: { slug: added.client.slug, name: added.client.name },
      icp_version: added.saved?.icp.version ?? null,
    },
    () => [
      `Added client ${slug}${added.saved ? ' with its ICP' : ''}.`,
      `Next: ${added.saved ? `icp ingest FILE --client ${slug}` : `icp client set-icp ${slug} FILE`}`,
    ],
  );
  return 0;
}

async function listAllClients(_: GlobalOptions, context: CommandContext): Promise<number> {
  const { listClients } = await import('../../store/clients.ts');
  const clients = await context.withApp((app) => listClients(app.database));
  context.printer.result(
    {
      command: 'client list',
      clients: clients.map(({ slug, name, icpVersion, batches, leads }) => ({
        slug,
        name,
        icp_version: icpVersion,
        batches,
        leads,
      })),
    },
    (paint) =>
      clients.length === 0
        ? ['No clients yet. Add one: icp client add SLUG --icp FILE']
        : formatTable(
            [
              { title: 'SLUG', value: (client) => client.slug },
              { title: 'NAME', value: (client) => client.name, shrink: 1 },
              {
                title: 'ICP',
                value: (client) => (client.icpVersion === null ? 'none' : `v${client.icpVersion}`),
              },
              { title: 'BATCHES', value: (client) => client.batches, align: 'right' },
              { title: 'LEADS', value: (client) => client.leads, align: 'right' },
            ],
            clients,
            context.printer.width,
            paint,
          ),
  );
  return 0;
}

async function showClient(_: GlobalOptions, context: CommandContext, slug: string): Promise<number> {
  const [{ currentIcps, requireClient }, { countVerdicts }, { currentCalibrations }] = await Promise.all([
    import('../../store/clients.ts'),
    import('../../store/verdict-counts.ts'),
    import('../../store/calibrations.ts'),
  ]);
  const { client, icp, verdicts, calibration } = await context.withApp(async ({ database }) => {
    const found = await requireClient(database, slug);
    return {
      client: found,
      icp: (await currentIcps(database, found.id))[0] ?? null,
      verdicts: await countVerdicts(database, found.id),
      calibration: (await currentCalibrations(database, found.id))[0] ?? null,
    };
  });
  const version = calibration?.mapping ? calibration.version : null;
  context.printer.result(
    {
      command: 'client show',
      client: { slug: client.slug, name: client.name },
      icp:
        icp === null ? null : { version: icp.version, created_at: icp.createdAt, ...fileKeys(icp.criteria) },
      verdicts: { fit: verdicts.fit, not_fit: verdicts.notFit },
      calibration: version,
    },
    (paint) => [
      `${paint('bold', client.name)} (${client.slug})`,
      ...(icp === null
        ? [`no ICP yet; give it one: icp client set-icp ${slug} FILE`]
        : [
            `ICP version ${icp.version} of ${moment(icp.createdAt)}`,
            ...Object.entries(fileKeys(icp.criteria)).map(
              ([key, value]) => `  ${key.padEnd(18)} ${fileValue(value)}`,
            ),
          ]),
      ...(verdicts.fit + verdicts.notFit === 0
        ? []
        : [
            `${counted(verdicts.fit + verdicts.notFit, 'verdict')}: ${verdicts.fit} fit, ${verdicts.notFit} not a fit; ${version === null ? 'scores are not calibrated' : `calibration ${version}`}`,
          ]),
    ],
  );
  return 0;
}

async function setIcp(
  _: GlobalOptions,
  context: CommandContext,
  slug: string,
  file: string,
): Promise<number> {
  const criteria = await readIcp(file, context);
  const { requireClient, saveIcp } = await import('../../store/clients.ts');
  const { icp, changed } = await context.withApp((app) =>
    app.database.transaction(async (transaction) => {
      const client = await requireClient(transaction, slug);
      return saveIcp(transaction, client.id, criteria);
    }),
  );
  context.printer.result(
    { command: 'client set-icp', client: slug, icp_version: icp.version, changed },
    () =>
      changed
        ? [
            `The ICP of ${slug} is now version ${icp.version}.`,
            ...(icp.version > 1 ? [`Next: icp qualify --client ${slug} --rescore`] : []),
          ]
        : [`The ICP of ${slug} is unchanged (version ${icp.version}).`],
  );
  return 0;
}

/** The ICP in a file, or on stdin for `-`. */
export async function readIcp(file: string, context: CommandContext): Promise<Icp> {
  if (file !== '-') return (await import('../../app/read-icp-file.ts')).readIcpFile(file);
  const [{ parseIcp }, { readInput }] = await Promise.all([
    import('../../config/icp-file.ts'),
    import('../../app/input-files.ts'),
  ]);
  const bytes = await readInput(file, context.io.stdin);
  return parseIcp(Buffer.from(bytes).toString('utf8'), 'standard input');
}

/** The key of an ICP file for a key of ours. */
export function fileKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The criteria under the keys of the ICP file, empty ones left out. */
export function fileKeys(icp: Icp): Record<string, Icp[keyof Icp]> {
  return Object.fromEntries(
    Object.entries(icp)
      .filter(([, value]) => value !== null && value.length !== 0)
      .map(([key, value]) => [fileKey(key), value]),
  );
}

/** As it stands in an ICP file, on one line. */
function fileValue(value: Icp[keyof Icp]): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value as Record<string, number | CalibrationRange>)
    .map(([name, part]) => `${name} ${typeof part === 'number' ? part : `${part.unrelated}–${part.perfect}`}`)
    .join(', ');
}
