import { readFile } from 'node:fs/promises';
import { parseIcp } from '../config/icp-file.ts';
import { UsageError } from '../domain/errors.ts';
import type { Icp } from '../domain/icp.ts';

/** The ICP in a file. Throws UsageError for one that cannot be read or used. */
export async function readIcpFile(path: string): Promise<Icp> {
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      'unreadable_input',
      `the ICP file ${path} cannot be read: ${(error as Error).message}`,
      'check the path',
    );
  }
  return parseIcp(source, path);
}
