import type { Command } from 'commander';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { shown } from '../io.ts';
import { addDatabaseOptions, addGlobalOptions, addOfflineOption, examples } from '../options.ts';
import type { Start } from '../start.ts';

export function declareDoctor(program: Command, start: Start): void {
  const command = program
    .command('doctor')
    .description('check every setting and service that the pipeline needs, with the fix for what is wrong')
    .action(start(doctor));
  addGlobalOptions(addDatabaseOptions(addOfflineOption(command)));
  examples(command, [['icp doctor', 'before the first run']]);
}

async function doctor(options: GlobalOptions, context: CommandContext): Promise<number> {
  const { examine } = await import('../../app/doctor/examine.ts');
  const findings = await examine({
    environment: context.io.environment,
    offline: options.offline === true,
    waitSeconds: options.wait ?? 0,
    halt: context.halt,
  });
  const healthy = findings.every((finding) => finding.state !== 'wrong');
  const widest = Math.max(...findings.map((finding) => finding.what.length));
  context.printer.result({ command: 'doctor', healthy, checks: findings }, (paint) =>
    findings.map((finding) => {
      const mark = { fine: paint('green', '✓'), wrong: paint('red', '✗'), unneeded: paint('dim', '–') }[
        finding.state
      ];
      const fix = finding.fix === null ? '' : ` ${paint('dim', '→')} ${shown(finding.fix)}`;
      return `${mark} ${finding.what.padEnd(widest)}  ${shown(finding.found)}${fix}`;
    }),
  );
  return healthy ? 0 : 2;
}
