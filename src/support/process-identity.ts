import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process on one host for as long as it lives, also after its pid has been given to another. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Start time in clock ticks since boot where the system tells (Linux), else null. */
  readonly started: string | null;
  /** Boot and pid namespace in which the pid counts, where the system tells (Linux). Containers of one host name have different ones. */
  readonly pidNamespace?: string | null | undefined;
}

export function thisProcess(): ProcessIdentity {
  return {
    host: hostname(),
    pid: process.pid,
    started: startTime(process.pid),
    pidNamespace: ownPidNamespace(),
  };
}

/** Whether that process still runs. One on another host or in another container cannot be seen from here: null. */
export function isAlive(identity: ProcessIdentity): boolean | null {
  if (identity.host !== hostname()) return null;
  const here = ownPidNamespace();
  const there = identity.pidNamespace ?? null;
  if (here !== null && there !== null && here !== there) {
    // Another boot of this host ended everything that ran before it; another container of the same boot cannot be looked into.
    return here.split(' ')[0] === there.split(' ')[0] ? null : false;
  }
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startTime(identity.pid);
  return started === null || identity.started === null || started === identity.started;
}

/**
 * Whether that process has ended beyond doubt. Hosts share names (cloned machines, containers, laptops out of the box), so that only what ran under the same
 * kernel, in the same pid namespace, can be looked up here.
 */
export function isSurelyDead(identity: ProcessIdentity): boolean {
  const here = ownPidNamespace();
  return here !== null && identity.pidNamespace === here && isAlive(identity) === false;
}

/** `<boot id> pid:[<inode>]`: the inode names a pid namespace (pid_namespaces(7)) on one running kernel, the boot id that kernel (random(4)). */
function ownPidNamespace(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Field 22 of /proc/<pid>/stat (proc(5)); counted from behind the last ")", since the name before it may hold anything. */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; it only waits for its parent to ask.
    return state === 'Z' ? 'ended' : (rest[18] ?? null);
  } catch {
    return null;
  }
}
