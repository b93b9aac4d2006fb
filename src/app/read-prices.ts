import { readFile } from 'node:fs/promises';
import { Prices } from '../config/prices.ts';
import type { Settings } from '../config/settings.ts';
import { UsageError } from '../domain/errors.ts';

/** The prices that hold for this command: the list's, and over them those of ICP_PRICES. Throws UsageError for a file that cannot be used. */
export async function readPrices({ pricesFile }: Pick<Settings, 'pricesFile'>): Promise<Prices> {
  if (pricesFile === undefined) return new Prices();
  let source: string;
  try {
    source = await readFile(pricesFile, 'utf8');
  } catch (error) {
    throw new UsageError(
      'unreadable_input',
      `the price file ${pricesFile} (ICP_PRICES) cannot be read: ${(error as Error).message}`,
      'check the path, or unset ICP_PRICES to use the list prices',
    );
  }
  // Loaded only when there is a file: the YAML parser takes a while.
  const { parsePrices } = await import('../config/price-file.ts');
  return new Prices(parsePrices(source, pricesFile));
}
