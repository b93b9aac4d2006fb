import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process on one host for as long as it lives, also after its pid has been given to another. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Start time in clock ticks since boot where the system tells (Linux), else null. */
  readonly started: string | null;
}

export function thisProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startTime(process.pid) };
}

/** Whether that process still runs. One on another host cannot be seen from here: null. */
export function isAlive(identity: ProcessIdentity): boolean | null {
  if (identity.host !== hostname()) return null;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startTime(identity.pid);
  return started === null || identity.started === null || started === identity.started;
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
