import { isLegalMove, type LeadStatus } from '../../src/domain/lead-flow.ts';
import type { Evidence, ExportedRow, LeadRow } from './evidence.ts';
import { grouped } from './grouped.ts';
import { killedAt } from './process-crew.ts';

const about = (lead: LeadRow) =>
  `lead ${lead.id} of ${lead.client} (${lead.publicIdentifier ?? lead.memberUrn})`;

/** SPEC §5: nobody is left on the way or under a lease; who failed has no profile. */
export function everyLeadIsSettled({ database, people }: Evidence): string[] {
  const breaches = database.leads.flatMap((lead) => {
    if (lead.leasedBy !== null) return [`${about(lead)} is still leased by ${lead.leasedBy}`];
    const gone = people.of(lead)?.gone === true;
    if (lead.status === 'failed') {
      return gone && lead.errorCode === 'profile_not_found'
        ? []
        : [`${about(lead)} failed: ${lead.errorCode}`];
    }
    if (gone) return [`${about(lead)} is ${lead.status}, but has no profile`];
    return lead.status === 'exported' ? [] : [`${about(lead)} is still ${lead.status}`];
  });
  return database.answersUnderWay === 0
    ? breaches
    : [...breaches, `${database.answersUnderWay} answers are still said to be under way`];
}

/** Each client has the people of its files as leads, each once. */
export function nobodyIsLost({ clients, database, people }: Evidence): string[] {
  return clients.flatMap(({ slug, people: expected }) => {
    const found = database.leads.filter((lead) => lead.client === slug);
    const persons = found.map((lead) => people.of(lead));
    const strangers = found.filter((_, position) => persons[position] === undefined);
    return [
      ...strangers.map((lead) => `${about(lead)} stands in none of its files`),
      ...expected.flatMap((person) => {
        const count = persons.filter((one) => one === person).length;
        return count === 1 ? [] : [`${person.name} is ${count} leads of ${slug}`];
      }),
    ];
  });
}

/** Every history begins at `discovered`, goes by legal moves without a gap, and ends at the status the lead has. */
export function everyHistoryIsLegal({ database }: Evidence): string[] {
  const histories = grouped(database.events, (event) => event.leadId);
  return database.leads.flatMap((lead) => {
    let status: LeadStatus = 'discovered';
    let failedFrom: LeadStatus | null = null;
    for (const { from, to } of histories.get(lead.id) ?? []) {
      if (from !== status) return [`${about(lead)}: its history goes from ${status} on with ${from} → ${to}`];
      if (!isLegalMove(from, to, failedFrom)) return [`${about(lead)}: ${from} → ${to} is no legal move`];
      failedFrom = to === 'failed' ? from : null;
      status = to;
    }
    return status === lead.status ? [] : [`${about(lead)} is ${lead.status}, its history ends at ${status}`];
  });
}

/** The last export has every exported lead once, and says of each what an undisturbed run says. */
export function exportsAreUndisturbed({ database, exported, undisturbed, people }: Evidence): string[] {
  return [...undisturbed].flatMap(([client, expected]) => {
    const rows = exported.get(client) ?? [];
    const qualified = database.leads.filter((lead) => lead.client === client && lead.status === 'exported');
    const breaches =
      rows.length === qualified.length
        ? []
        : [`the export of ${client} has ${rows.length} rows for ${qualified.length} leads`];
    const byPerson = (list: readonly ExportedRow[]) =>
      grouped(list, (row) => people.ofUrl(row.profile_url)?.name ?? row.profile_url);
    const [found, wanted] = [byPerson(rows), byPerson(expected)];
    for (const name of new Set([...found.keys(), ...wanted.keys()])) {
      const [here, there] = [found.get(name) ?? [], wanted.get(name) ?? []];
      if (here.length !== 1 || there.length !== 1) {
        breaches.push(
          `${client}: ${name} is exported ${here.length} times, undisturbed ${there.length} times`,
        );
      } else if (verdictOf(here[0]!) !== verdictOf(there[0]!)) {
        breaches.push(`${client}: ${name} is ${verdictOf(here[0]!)}, undisturbed ${verdictOf(there[0]!)}`);
      }
    }
    return breaches;
  });
}

function verdictOf(row: ExportedRow): string {
  return JSON.stringify([row.icp_score, row.match_reasoning, row.industry, row.company_type]);
}

/** A lead that is marked exported stands in a file; in two only if the process that wrote one of them was killed over it. */
export function exportedLeadsStandInFiles({ database, exportFiles, people }: Evidence): string[] {
  const files = new Map<string, string[]>();
  const killed = new Set<string>();
  for (const { client, urls, writer } of exportFiles) {
    for (const url of urls) {
      const key = `${client} ${people.ofUrl(url)?.name ?? url}`;
      files.set(key, [...(files.get(key) ?? []), writer.name]);
    }
    if (killedAt(writer) !== null) killed.add(writer.name);
  }
  return database.leads.flatMap((lead) => {
    if (lead.status !== 'exported') return [];
    const writers = files.get(`${lead.client} ${people.of(lead)?.name}`) ?? [];
    if (writers.length === 0) return [`${about(lead)} is marked exported and stands in no file`];
    const finished = writers.filter((writer) => !killed.has(writer));
    return finished.length > 1
      ? [`${about(lead)} was exported by ${finished.join(' and ')}, none of them killed`]
      : [];
  });
}

/** Processes end with a code that says what happened: never as a bug, never with a stack trace, and cleanly once nothing disturbs them. */
export function everyProcessEndsWell({ processes, lastProcesses }: Evidence): string[] {
  return processes.flatMap(({ name, args, code, signals, stderr, stdout }) => {
    const who = `${name} (icp ${args.join(' ')})`;
    const said = `${stderr.slice(-400)}${stdout.slice(0, 300)}`.trim();
    if (/\n\s+at .*[\w-]+\.js:\d/.test(stderr)) return [`${who} showed a stack trace: ${said}`];
    const last = lastProcesses.has(name);
    if (last && signals.length > 0) return [`${who} did not end within its time`];
    if (code === null || code === 0 || code === 3) return [];
    if (!last && (code === 4 || (signals.length > 0 && (code === 130 || code === 143)))) return [];
    // A command for a client that no process has added yet.
    if (!last && code === 2 && /no client/.test(said)) return [];
    return [`${who} ended with ${code}: ${said}`];
  });
}
