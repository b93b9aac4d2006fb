import ora, { type Ora } from 'ora';
import type { OnProgress, StageProgress } from '../app/stage-progress.ts';
import { dollars, duration } from './format.ts';
import { columnsOf, type Io, type Paint } from './io.ts';

export interface Progress {
  readonly onProgress: OnProgress;
  /** Removes the live line, so that something else can be printed. */
  clear(): void;
}

/** Without a terminal: one plain line this often. */
const PLAIN_EVERY_MS = 15_000;
const BAR_CELLS = 20;

/**
 * Live progress on stderr where it is a terminal of some width, else one plain line now and then; nothing when quiet. On a terminal of 0 columns a live line has
 * no end of rows, which ora would go through one by one.
 */
export function createProgress(io: Io, options: { quiet: boolean; paint: Paint; now(): number }): Progress {
  if (options.quiet) return { onProgress: () => {}, clear: () => {} };
  return io.stderr.isTTY && columnsOf(io.stderr) !== null
    ? liveProgress(io, options)
    : plainProgress(io, options);
}

function liveProgress(io: Io, { paint, now }: { paint: Paint; now(): number }): Progress {
  let spinner: Ora | null = null;
  let stage: string | null = null;
  let began = 0;
  const clear = () => {
    spinner?.stop();
    spinner = null;
  };
  // A terminal may lose its width on the way: some do when they are minimised.
  io.stderr.on('resize', () => {
    if (columnsOf(io.stderr) === null) clear();
  });
  return {
    onProgress: (progress) => {
      if (progress.stage !== stage) {
        stage = progress.stage;
        began = now();
      }
      const columns = columnsOf(io.stderr);
      if (columns === null) return;
      const text = liveLine(progress, now() - began, columns - 3, paint);
      if (spinner !== null) spinner.text = text;
      else {
        const stream = io.stderr as NodeJS.WriteStream;
        spinner = ora({ text, stream, discardStdin: false, color: false }).start();
      }
    },
    clear,
  };
}

function liveLine(progress: StageProgress, elapsedMs: number, width: number, paint: Paint): string {
  const finished = progress.done + progress.failed;
  const share = progress.total === 0 ? 1 : finished / progress.total;
  const full = Math.round(share * BAR_CELLS);
  const bar = paint('cyan', '━'.repeat(full)) + paint('dim', '╌'.repeat(BAR_CELLS - full));
  const parts = [`${finished}/${progress.total}`, ...speed(progress, elapsedMs), dollars(progress.costUsd)];
  if (progress.failed > 0) parts.splice(1, 0, paint('red', `${progress.failed} failed`));
  const name = progress.stage.padEnd(7);
  const wide = width >= 70;
  return `${name} ${wide ? `${bar} ` : ''}${parts.join(paint('dim', ' · '))}`;
}

function speed(progress: StageProgress, elapsedMs: number): string[] {
  const finished = progress.done + progress.failed;
  if (finished === 0 || elapsedMs < 500) return [];
  const perSecond = (finished * 1000) / elapsedMs;
  const left = progress.total - finished;
  return [
    `${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s`,
    ...(left > 0 ? [`${duration(left / perSecond)} left`] : []),
  ];
}

function plainProgress(io: Io, { now }: { now(): number }): Progress {
  let stage: string | null = null;
  let began = 0;
  let last = 0;
  return {
    onProgress: (progress) => {
      const time = now();
      if (progress.stage !== stage) {
        stage = progress.stage;
        began = time;
        last = time;
        return;
      }
      if (time - last < PLAIN_EVERY_MS) return;
      last = time;
      const parts = [
        `${progress.done + progress.failed}/${progress.total}`,
        ...(progress.failed > 0 ? [`${progress.failed} failed`] : []),
        ...speed(progress, time - began),
        dollars(progress.costUsd),
      ];
      io.stderr.write(`${progress.stage}: ${parts.join(', ')}\n`);
    },
    clear: () => {},
  };
}
