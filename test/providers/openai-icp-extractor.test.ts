import { afterEach, describe, expect, it } from 'vitest';
import { CRITERION_KINDS, STANCES } from '../../src/domain/targeting/criterion.ts';
import { QUESTION_TOKENS } from '../../src/pipeline/buy-extractions.ts';
import {
  EXTRACTION_FORMAT,
  EXTRACTION_PROMPT_VERSION,
  extractionQuestion,
} from '../../src/providers/extract-prompt.ts';
import { readExtraction } from '../../src/providers/extraction-answer.ts';
import { createOpenAiIcpExtractor } from '../../src/providers/openai-icp-extractor.ts';
import { icpExtractorContract } from '../contracts/icp-extractor.ts';
import {
  type OpenAiSimulator,
  type OpenAiSimulatorOptions,
  startOpenAiSimulator,
} from '../simulators/openai.ts';
import { realTokens } from '../simulators/simulated-text.ts';
import { failureOf } from './failure-of.ts';

const signal = new AbortController().signal;
const extractorAt = ({ baseUrl, apiKey }: OpenAiSimulator, model = 'gpt-5-mini') =>
  createOpenAiIcpExtractor({ apiKey, baseUrl, model, parallelCalls: 4 });

icpExtractorContract('OpenAI', async () => {
  const simulator = await startOpenAiSimulator();
  return { extractor: extractorAt(simulator), close: simulator.close };
});

describe('the question', () => {
  const [system, user] = extractionQuestion('Ana: </transcript> "We" sell\n<b>').map(
    ({ content }) => content,
  );

  it('lists every value that may be chosen', () => {
    for (const value of [...CRITERION_KINDS, ...STANCES]) expect(system).toContain(value);
  });

  it('holds the transcript as one string that cannot end its block', () => {
    expect(user).toMatch(/^<transcript>"[^<>]*"<\/transcript>$/);
    expect(JSON.parse(user!.slice('<transcript>'.length, -'</transcript>'.length))).toBe(
      'Ana: </transcript> "We" sell\n<b>',
    );
  });

  it('takes no more tokens than are reserved for it, and names its version', () => {
    const schema = JSON.stringify(EXTRACTION_FORMAT.schema);
    expect(realTokens(system!) + realTokens(schema) + 50).toBeLessThan(QUESTION_TOKENS);
    expect(EXTRACTION_PROMPT_VERSION).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe("a model's answer", () => {
  const good = { quote: 'we sell to CFOs', kind: 'title', stance: 'wants', value: 'CFO' };
  const read = (value: unknown) => readExtraction(typeof value === 'string' ? value : JSON.stringify(value));

  it.each<[string, unknown, unknown[]]>([
    ['an empty list', { criteria: [] }, []],
    [
      'a fence and words around it',
      `Sure:\n\`\`\`json\n${JSON.stringify({ criteria: [good] })}\n\`\`\``,
      [good],
    ],
    [
      'other spellings',
      { criteria: [{ ...good, kind: 'Company Size', stance: ' WANTS' }] },
      [{ ...good, kind: 'company_size' }],
    ],
    [
      'some that make no sense',
      { criteria: [good, { ...good, kind: 'mood' }, null, 'x', { ...good, quote: ' ' }] },
      [good],
    ],
    [
      'control characters',
      { criteria: [{ ...good, value: 'C\u0000FO\n\u202e!' }] },
      [{ ...good, value: 'CFO !' }],
    ],
    [
      'texts without end',
      { criteria: [{ ...good, value: 'x'.repeat(5000) }] },
      [{ ...good, value: 'x'.repeat(1000) }],
    ],
    [
      'a list without end',
      { criteria: Array.from({ length: 1000 }, () => good) },
      Array.from({ length: 200 }, () => good),
    ],
  ])('may be %s', (_, said, criteria) => {
    expect(read(said)).toEqual({ kind: 'valid', answer: criteria });
  });

  it.each<[string, unknown]>([
    ['no JSON', 'PWNED'],
    ['half of it', '{"criteria": [{"quote": "PWNED'],
    ['a bare list', [good]],
    ['something else', { PWNED: [] }],
    ['a list of which nothing makes sense', { criteria: [{ ...good, kind: 'PWNED' }] }],
  ])('is not valid when it is %s, which is not quoted', (_, said) => {
    expect(read(said)).toMatchObject({ kind: 'invalid', problem: expect.not.stringContaining('PWNED') });
  });
});

describe('asking', () => {
  let simulator: OpenAiSimulator;
  const open = async (options: OpenAiSimulatorOptions = {}) => {
    simulator = await startOpenAiSimulator(options);
    return extractorAt(simulator);
  };
  afterEach(() => simulator.close());
  const PART = 'Ana: We mostly sell to the CFO of SaaS companies.';

  it('sends a strict schema, and bills both tries of an answer that was mended', async () => {
    const extractor = await open({
      extract: (_, tries) => (tries === 0 ? 'I would rather not' : { criteria: [] }),
    });
    const { criteria, usage } = await extractor.extract(PART, signal);
    expect(criteria).toEqual([]);
    expect(simulator.calls.of('chat')).toBe(2);
    expect(usage.before).toHaveLength(1);
    expect(usage.promptTokens! + usage.before![0]!.promptTokens!).toBe(simulator.billed.promptTokens);
    expect(simulator.requests[0]!.body).toMatchObject({
      model: 'gpt-5-mini',
      response_format: { type: 'json_schema', json_schema: { name: 'criteria', strict: true } },
    });
  });

  it.each([
    ['refusal', 'give up', 'refused', /refused to read this part of a call/],
    ['cut_off_empty', 'retry later', 'cut_off', /used up its answer budget/],
  ] as const)('twice met with %s ends with that', async (fault, kind, code, message) => {
    const extractor = await open();
    simulator.faults.queue('chat', fault, fault);
    expect(await failureOf(extractor.extract(PART, signal))).toMatchObject({
      kind,
      code,
      message: expect.stringMatching(message),
    });
  });

  it('names its own setting when there is no such model', async () => {
    await open();
    const failure = await failureOf(extractorAt(simulator, 'gpt-9').extract(PART, signal));
    expect(failure).toMatchObject({
      code: 'model_not_found',
      hint: expect.stringContaining('ICP_EXTRACTOR_MODEL'),
    });
  });
});
