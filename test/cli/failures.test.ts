import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/cli/failures.ts';
import { GiveUp, StopRun, UsageError } from '../../src/domain/errors.ts';

describe('explainFailure', () => {
  it.each<[string, unknown, number, string]>([
    ['a usage error', new UsageError('unknown_client', 'no such client', 'add it'), 2, 'unknown_client'],
    ['a missing key', new StopRun('configuration', 'bad_key', 'm', 'h'), 2, 'bad_key'],
    ['no credit', new StopRun('account', 'no_credit', 'm', 'h'), 4, 'no_credit'],
    ['--max-cost', new StopRun('budget', 'max_cost_reached', 'm', 'h'), 4, 'max_cost_reached'],
    ['no database', new StopRun('database', 'database_unreachable', 'm', 'h'), 5, 'database_unreachable'],
    ['Ctrl-C', new StopRun('interrupted', 'sigint', 'm', 'h'), 130, 'sigint'],
    ['SIGTERM', new StopRun('interrupted', 'sigterm', 'm', 'h'), 143, 'sigterm'],
    ['a bug', new TypeError('x is not a function'), 1, 'unexpected'],
    ['an error of a stage that got away', new GiveUp('x', 'm'), 1, 'unexpected'],
    ['a thrown text', 'oops', 1, 'unexpected'],
    ['nothing', undefined, 1, 'unexpected'],
  ])('gives %s its exit code', (_, error, exitCode, code) => {
    const failure = explainFailure(error);
    expect(failure).toMatchObject({ exitCode, code });
    expect(failure.message).not.toBe('');
    expect(failure.hint).not.toBe('');
  });

  it('tells the whole story in the details only', () => {
    const failure = explainFailure(new Error('outer', { cause: new Error('inner') }));
    expect(failure.details).toMatch(/outer[\s\S]*caused by: Error: inner/);
    expect(failure.message).toBe('unexpected error: outer');
    expect(failure.hint).toContain('--verbose');
  });

  it('survives an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(explainFailure(error)).toMatchObject({ exitCode: 1 });
  });
});
