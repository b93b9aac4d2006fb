import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPANY_TYPES, INDUSTRIES } from '../../src/domain/classification.ts';
import { readClassification } from '../../src/providers/classification-answer.ts';

const VALID = {
  industry_reasoning: 'It sells software.',
  industry: 'SaaS',
  company_type_reasoning: 'Twelve people.',
  company_type: 'startup',
};
const read = (changes: object) => readClassification(JSON.stringify({ ...VALID, ...changes }));

describe('reading a model’s classification', () => {
  it.each([
    ['plain', JSON.stringify(VALID)],
    ['indented', JSON.stringify(VALID, null, 2)],
    ['fenced', `\`\`\`json\n${JSON.stringify(VALID)}\n\`\`\``],
    ['with words around it', `Here is the answer:\n${JSON.stringify(VALID)}\nI hope this helps.`],
    ['thought aloud', `<think>{SaaS} or {Fintech}?</think>\n${JSON.stringify(VALID)}`],
    ['with more keys', JSON.stringify({ ...VALID, confidence: 0.9 })],
  ])('takes an answer that is %s', (_, content) => {
    expect(readClassification(content)).toEqual({
      kind: 'valid',
      answer: {
        industry: 'SaaS',
        industryReasoning: 'It sells software.',
        companyType: 'startup',
        companyTypeReasoning: 'Twelve people.',
      },
    });
  });

  it.each([
    ['saas', 'SaaS'],
    [' E-Commerce ', 'E-commerce'],
    ['ecommerce', 'E-commerce'],
    ['AI / ML', 'AI/ML'],
    ['financial_services', 'Financial Services'],
    ['Government / Public sector', 'Government/Public Sector'],
    ['Nonprofit', 'Non-profit'],
  ])('takes industry %s for %s', (said, meant) => {
    expect(read({ industry: said })).toMatchObject({ answer: { industry: meant } });
  });

  it.each([
    ['Mid Market', 'mid-market'],
    ['STARTUP', 'startup'],
  ])('takes company type %s for %s', (said, meant) => {
    expect(read({ company_type: said })).toMatchObject({ answer: { companyType: meant } });
  });

  it.each([
    ['nothing', '', 'not one JSON object'],
    ['prose', 'The industry is SaaS.', 'not one JSON object'],
    ['half an object', JSON.stringify(VALID).slice(0, 60), 'not one JSON object'],
    ['a list', JSON.stringify([]), 'not one JSON object'],
    [
      'an enormous answer',
      JSON.stringify({ ...VALID, industry_reasoning: 'x'.repeat(60_000) }),
      'not one JSON',
    ],
    [
      'another industry',
      JSON.stringify({ ...VALID, industry: 'PWNED' }),
      'industry is none of the listed values',
    ],
    ['two industries', JSON.stringify({ ...VALID, industry: 'SaaS, Fintech' }), 'industry is none of'],
    [
      'a missing key',
      JSON.stringify({ ...VALID, company_type: undefined }),
      'company_type is missing or no text',
    ],
    ['a number', JSON.stringify({ ...VALID, company_type: 3 }), 'company_type is missing or no text'],
    [
      'an empty reasoning',
      JSON.stringify({ ...VALID, industry_reasoning: ' \u0007' }),
      'industry_reasoning is empty',
    ],
  ])('refuses %s', (_, content, problem) => {
    const answer = readClassification(content);
    expect(answer).toMatchObject({ kind: 'invalid', problem: expect.stringContaining(problem) });
    expect(JSON.stringify(answer)).not.toContain('PWNED');
  });

  it('cleans and shortens reasoning', () => {
    const answer = read({ industry_reasoning: `\u001b[31mRed\u001b[0m\n\n${'😀 word '.repeat(100)}` });
    if (answer.kind !== 'valid') throw new Error(answer.problem);
    const sentence = answer.answer.industryReasoning;
    expect(sentence).toMatch(/^Red 😀 word .*…$/u);
    expect(sentence.length).toBeLessThanOrEqual(300);
    expect(sentence).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
  });

  it('never throws and never lets anything but listed values through', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    const json = fc.record({
      industry_reasoning: text,
      industry: fc.oneof(text, fc.constantFrom(...INDUSTRIES)),
      company_type_reasoning: text,
      company_type: fc.oneof(text, fc.constantFrom(...COMPANY_TYPES)),
    });
    const content = fc.oneof(
      text,
      fc.json(),
      json.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(content, (said) => {
        const answer = readClassification(said);
        if (answer.kind === 'invalid') return answer.problem !== '';
        const { industry, companyType, industryReasoning, companyTypeReasoning } = answer.answer;
        return (
          INDUSTRIES.includes(industry) &&
          COMPANY_TYPES.includes(companyType) &&
          [industryReasoning, companyTypeReasoning].every(
            (sentence) => sentence.length <= 300 && !/[\p{Cc}]|\p{Surrogate}/u.test(sentence),
          )
        );
      }),
      { numRuns: 500 },
    );
  });
});
