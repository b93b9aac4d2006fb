import type { Settings } from '../../config/settings.ts';
import type { Halt } from '../../pipeline/halt.ts';
import { readSettings } from '../open-app.ts';
import { readPrices } from '../read-prices.ts';
import { ClockReadings } from './clock-readings.ts';
import { examineDatabase } from './examine-database.ts';
import { examineDisk, examineNode } from './examine-machine.ts';
import { examineServices } from './examine-services.ts';
import { type Finding, fine, wrong } from './finding.ts';

export interface ExamineOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly offline: boolean;
  readonly waitSeconds: number;
  readonly halt: Halt;
}

/** Looks at everything that the pipeline needs, spending nothing; never throws for what it finds. */
export async function examine(options: ExamineOptions): Promise<Finding[]> {
  const findings: Finding[] = [examineNode(process.versions.node)];
  let settings: Settings;
  try {
    ({ settings } = await readSettings(options.environment, options.offline));
    await readPrices(settings);
    findings.push(fine('settings', 'all can be read'));
  } catch (error) {
    return [...findings, wrong('settings', error)];
  }
  const clock = new ClockReadings();
  findings.push(...(await examineDatabase(settings, options, clock)));
  findings.push(...(await examineDisk(settings)));
  const services = await examineServices(settings, options.halt.stopping, clock);
  return [...findings, clock.judge(), ...services];
}
