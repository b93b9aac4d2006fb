import { describe, expect, it } from 'vitest';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';
import { ActorRuns, type FinishedRun } from '../../src/pipeline/actor-runs.ts';
import { MemoryRunLedger } from '../support/in-memory-stores.ts';
import { onBehalfOf, paidCalls, RUN_PRICE, ScriptedScraper, target } from '../support/scripted-services.ts';

function actorRuns(maxCostUsd: number | null = null) {
  const paid = paidCalls(maxCostUsd);
  const scraper = new ScriptedScraper();
  const ledger = new MemoryRunLedger(() => paid.clock.now());
  const runs = new ActorRuns({ scraper, ledger, calls: paid.calls, price: RUN_PRICE });
  const fetch = (...people: string[]) =>
    runs.fetch({
      targets: people.map(target),
      contexts: people.map((_, index) => onBehalfOf(index + 1)),
      cached: { freshAfter: new Date(0), goneAfter: new Date(0) },
    });
  return { ...paid, scraper, ledger, runs, fetch };
}

describe('people whom another process has', () => {
  it('are left out of the run, and of what it is charged for', async () => {
    const { fetch, ledger, scraper, usage } = actorRuns();
    ledger.elsewhere.add('in:b');
    const run = await fetch('a', 'b', 'c');
    expect(run.outcomes.map((outcome) => outcome.kind)).toEqual(['profile', 'elsewhere', 'profile']);
    expect([...scraper.runs.values()]).toEqual([[target('a'), target('c')]]);
    expect(usage.attempts[0]!.contexts).toEqual([onBehalfOf(1), onBehalfOf(3)]);
  });

  it('need no run when they are all', async () => {
    const { fetch, runs, ledger, scraper, usage } = actorRuns();
    ledger.elsewhere.add('in:a');
    const run = await fetch('a');
    expect(run).toMatchObject({ ledgerId: null, outcomes: [{ kind: 'elsewhere' }] });
    await runs.finish(run);
    expect([...scraper.runs, ...usage.attempts]).toEqual([]);
  });
});

describe('a run', () => {
  it('is written down before it is started, and its id before its results are awaited', async () => {
    const { fetch, runs, scraper, ledger, usage, budget } = actorRuns();
    const log = ledger.log;
    const start = scraper.start.bind(scraper);
    const collect = scraper.collect.bind(scraper);
    scraper.start = async (targets) => {
      log.push('START');
      return start(targets);
    };
    scraper.collect = async (id, targets) => {
      log.push('COLLECT');
      return collect(id, targets);
    };
    const run = await fetch('a', 'b');
    expect(log).toEqual(['intend', 'START', 'started run-1', 'COLLECT']);
    expect(ledger.runs[0]).toMatchObject({ state: 'started', owned: true });
    await runs.finish(run);
    expect(ledger.runs[0]).toMatchObject({ state: 'collected', costUsd: 0.01 });
    expect(run.outcomes).toHaveLength(2);
    expect(usage.attempts).toMatchObject([
      { outcome: 'ok', costUsd: 0.01, actorRunId: 1, contexts: [onBehalfOf(1), onBehalfOf(2)] },
    ]);
    expect(budget.spentUsd).toBe(0.01);
  });

  it('is looked for when the answer to its start was lost, and collected when found', async () => {
    const { fetch, scraper, ledger } = actorRuns();
    scraper.starts.push('lost');
    scraper.listLag = 2;
    const run = await fetch('a');
    expect(run.outcomes).toHaveLength(1);
    expect(scraper.runs.size).toBe(1);
    expect(scraper.log).toEqual(['start in:a', 'find in:a', 'find in:a', 'find in:a', 'collect run-1']);
    expect(ledger.runs).toMatchObject([{ runId: 'run-1', state: 'started' }]);
  });

  it('is started anew when its start was lost and it is nowhere', async () => {
    const { fetch, scraper, ledger } = actorRuns();
    scraper.starts.push(new RetryLater('start_unconfirmed', 'the answer was lost'));
    await fetch('a');
    expect(scraper.log.filter((entry) => entry === 'start in:a')).toHaveLength(2);
    expect(ledger.runs.map((run) => run.state)).toEqual(['abandoned', 'started']);
  });

  it('of the same people that the ledger knows already is not taken for the lost one', async () => {
    const { fetch, runs, scraper, ledger } = actorRuns();
    await runs.finish(await fetch('a'));
    scraper.starts.push(new RetryLater('start_unconfirmed', 'the answer was lost'));
    const again = await fetch('a');
    expect(ledger.runs.at(-1)).toMatchObject({ runId: 'run-2' });
    expect(again.ledgerId).toBe(3);
  });

  it('whose results cannot be read is let go of, not started again', async () => {
    const { fetch, scraper, ledger } = actorRuns();
    scraper.collects.push(...Array.from({ length: 5 }, () => new RetryLater('server_error', 'five hundred')));
    await expect(fetch('a')).rejects.toMatchObject({ code: 'run_unreachable' });
    expect(scraper.runs.size).toBe(1);
    expect(ledger.runs).toMatchObject([{ state: 'started', runId: 'run-1', owned: false }]);
  });

  it('is read again when reading failed for a moment', async () => {
    const { fetch, scraper } = actorRuns();
    scraper.collects.push(new RetryLater('server_error', 'five hundred'), new RetryLater('timeout', 'slow'));
    expect((await fetch('a')).outcomes).toHaveLength(1);
    expect(scraper.log).toEqual(['start in:a', 'collect run-1', 'collect run-1', 'collect run-1']);
  });

  it('that surely was not started is tried again, and costs nothing until it is', async () => {
    const { fetch, scraper, budget, usage, ledger } = actorRuns(1);
    scraper.starts.push(
      new RetryLater('capacity', 'full'),
      new RetryLater('capacity', 'full'),
      new RetryLater('server_error', 'oops'),
    );
    await fetch('a');
    expect(scraper.runs.size).toBe(1);
    expect(ledger.runs.map((run) => run.state)).toEqual(['abandoned', 'abandoned', 'abandoned', 'started']);
    expect(usage.attempts.map((attempt) => [attempt.outcome, attempt.costUsd])).toEqual([
      ['capacity', 0],
      ['capacity', 0],
      ['server_error', 0],
      ['ok', 0.01],
    ]);
    expect(budget.unknownCosts).toBe(0);
    expect(budget.spentUsd).toBe(0.01);
  });

  it('waits for room in the account without using up --max-cost', async () => {
    const { fetch, scraper } = actorRuns(0.02);
    scraper.starts.push(...Array.from({ length: 30 }, () => new RetryLater('capacity', 'full')));
    expect((await fetch('a')).outcomes).toHaveLength(1);
  });

  it('that the budget does not allow leaves nothing to look for', async () => {
    const { fetch, scraper, ledger } = actorRuns(0.001);
    await expect(fetch('a')).rejects.toMatchObject({ reason: 'budget' });
    expect(scraper.log).toEqual([]);
    expect(ledger.runs.filter((run) => run.state === 'intended')).toEqual([]);
  });

  it('that is asked for after all has stopped leaves nothing to look for', async () => {
    const { fetch, scraper, ledger, halt } = actorRuns();
    halt.stop(new StopRun('interrupted', 'sigint', 'stopped', 'again'));
    await expect(fetch('a')).rejects.toMatchObject({ code: 'sigint' });
    expect(scraper.log).toEqual([]);
    expect(ledger.runs.filter((run) => run.state === 'intended')).toEqual([]);
  });

  it('that is refused for good is abandoned', async () => {
    const { fetch, scraper, ledger } = actorRuns();
    scraper.starts.push(
      new GiveUp('refused_input', 'no'),
      new StopRun('account', 'no_credit', 'empty', 'pay'),
    );
    await expect(fetch('a')).rejects.toMatchObject({ code: 'refused_input' });
    await expect(fetch('a')).rejects.toMatchObject({ code: 'no_credit' });
    expect(ledger.runs.map((run) => run.state)).toEqual(['abandoned', 'abandoned']);
  });

  it('stays in our care, renewed, until it is finished or let go', async () => {
    const { fetch, runs, ledger } = actorRuns();
    const [one, two] = await Promise.all([fetch('a'), fetch('b')]);
    await runs.renew();
    expect(ledger.renewed.sort()).toEqual([1, 2]);
    await runs.finish(one!);
    await runs.renew();
    expect(ledger.renewed).toEqual([two!.ledgerId]);
    await runs.release();
    expect(ledger.runs.map((run) => run.owned)).toEqual([false, false]);
  });

  it('keeps its place when the account is refused while it is under way', async () => {
    const { fetch, scraper, ledger } = actorRuns();
    scraper.collects.push(new StopRun('account', 'no_credit', 'empty', 'pay'));
    await expect(fetch('a')).rejects.toMatchObject({ code: 'no_credit' });
    expect(ledger.runs).toMatchObject([{ state: 'started', runId: 'run-1', owned: false }]);
  });
});

describe('a run that a dead process left behind', () => {
  async function takeOver(setup: ReturnType<typeof actorRuns>) {
    const kept: FinishedRun[] = [];
    const people = setup.ledger.runs.flatMap((run) => run.targets);
    await setup.runs.takeOver(async (run) => {
      kept.push(run);
    });
    const results = await Promise.allSettled(people.map((person) => setup.runs.collectedFor(person)));
    return { kept, results: results.map((one) => one.status) };
  }

  it('is collected, also with no budget left, and starts nothing', async () => {
    const setup = actorRuns(0);
    setup.scraper.runs.set('run-9', [target('a'), target('b')]);
    setup.ledger.leaveBehind('scripted', 'actor', [target('a'), target('b')], 'run-9');
    const { kept } = await takeOver(setup);
    expect(kept).toHaveLength(1);
    expect(setup.scraper.log).toEqual(['collect run-9']);
    expect(setup.ledger.runs[0]).toMatchObject({ state: 'collected', costUsd: 0.01 });
  });

  it('is searched for when its id is not known', async () => {
    const setup = actorRuns();
    setup.scraper.runs.set('run-9', [target('a')]);
    setup.ledger.leaveBehind('scripted', 'actor', [target('a')], null);
    const { kept } = await takeOver(setup);
    expect(kept).toHaveLength(1);
    expect(setup.ledger.runs[0]).toMatchObject({ state: 'collected', runId: 'run-9' });
  });

  it('is abandoned when it never existed or exists no more', async () => {
    const setup = actorRuns();
    setup.ledger.leaveBehind('scripted', 'actor', [target('a')], null);
    setup.ledger.leaveBehind('scripted', 'actor', [target('b')], 'run-old');
    setup.scraper.collects.push(new GiveUp('run_not_found', 'no such run'));
    const { results } = await takeOver(setup);
    expect(results).toEqual(['fulfilled', 'fulfilled']);
    expect(setup.ledger.runs.map((run) => run.state)).toEqual(['abandoned', 'abandoned']);
  });

  it('goes back to the ledger when it cannot be read now', async () => {
    const setup = actorRuns();
    setup.ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    setup.scraper.collects.push(
      ...Array.from({ length: 5 }, () => new RetryLater('server_error', 'five hundred')),
    );
    const { results } = await takeOver(setup);
    expect(results).toEqual(['rejected']);
    expect(setup.ledger.runs[0]).toMatchObject({ state: 'started', owned: false });
  });

  it('in the care of a living process is left alone', async () => {
    const setup = actorRuns();
    setup.ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9').owned = true;
    setup.ledger.leaveBehind('scripted', 'another-actor', [target('b')], 'run-8');
    expect((await takeOver(setup)).kept).toEqual([]);
    expect(setup.scraper.log).toEqual([]);
  });
});

describe('settleCosts', () => {
  it('asks again for costs and never fails', async () => {
    const { fetch, runs, ledger, scraper } = actorRuns();
    scraper.costUsd = null;
    await runs.finish(await fetch('a'));
    await runs.settleCosts();
    expect(ledger.runs[0]).toMatchObject({ costUsd: null, settled: false });
    scraper.costUsd = 0.03;
    await runs.settleCosts();
    expect(ledger.runs[0]).toMatchObject({ costUsd: 0.03, settled: true });
    scraper.cost = async () => {
      throw new RetryLater('server_error', 'five hundred');
    };
    await runs.finish(await fetch('b'));
    await runs.settleCosts();
  });
});
