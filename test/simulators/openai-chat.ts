import { z } from 'zod';
import { noModel, type OpenAiWork, type PaidAnswer, refuse } from './openai-answers.ts';
import { quotedTranscript, simulatedExtraction } from './openai-extraction.ts';
import type { OpenAiFault } from './openai-faults.ts';
import { words } from './simulated-text.ts';

const chatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  temperature: z.number().optional(),
  reasoning_effort: z.string().optional(),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z.object({ schema: z.unknown(), strict: z.boolean() }).optional(),
    })
    .optional(),
});
type ChatRequest = z.infer<typeof chatRequest>;

/** `POST /v1/chat/completions`, answering for the profile or the transcript quoted in the first message of the user. */
export function chatAnswer(sent: unknown, fault: OpenAiFault | undefined, work: OpenAiWork): PaidAnswer {
  const parsed = chatRequest.safeParse(sent);
  if (!parsed.success) return refuse(400, 'We could not parse the JSON body of your request.');
  const request = parsed.data;
  if (!work.models.some(({ id, dimensions }) => id === request.model && dimensions === undefined)) {
    return noModel(request.model);
  }
  const refusal = refusedParameter(request, work.rejects);
  if (refusal !== undefined) return refusal;

  const promptTokens = request.messages.reduce((sum, { content }) => sum + 4 + work.countTokens(content), 3);
  const tries = request.messages.filter(({ role }) => role === 'assistant').length;
  const transcript = quotedTranscript(userMessage(request));
  const profile = transcript ?? quotedProfile(request);
  (transcript === null ? work.profilesClassified : work.partsExtracted).add(profile);
  const answer =
    transcript !== null
      ? (work.extract ?? simulatedExtraction)(transcript, tries)
      : work.classify === undefined
        ? ruleOfThumb(profile)
        : work.classify(profile, tries);
  const whole = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const budget = request.max_completion_tokens ?? request.max_tokens ?? 100_000;
  const reply = (content: string | null, finish: string, extra: object = {}): PaidAnswer => {
    const cutOff = finish === 'length';
    return {
      body: {
        id: 'chatcmpl-simulated',
        object: 'chat.completion',
        created: 1,
        model: `${request.model}-2026-01-01`,
        choices: [
          {
            index: 0,
            finish_reason: finish,
            message: { role: 'assistant', content, refusal: null, ...extra },
          },
        ],
      },
      texts: [profile],
      ...(transcript === null ? {} : { kind: 'extraction' as const }),
      promptTokens,
      completionTokens: cutOff ? budget : work.reasoningTokens + work.countTokens(content ?? ''),
    };
  };
  switch (fault) {
    case 'refusal':
      return reply(null, 'stop', { refusal: "I'm sorry, I can't help with that." });
    case 'content_filter':
      return reply(null, 'content_filter');
    case 'cut_off_empty':
      return reply('', 'length');
    case 'cut_off_half':
      return reply(whole.slice(0, whole.length / 2), 'length');
    case 'invalid_enum':
      return reply(JSON.stringify({ ...ruleOfThumb(profile), industry: 'Alchemy' }), 'stop');
    case 'fenced':
      return reply(`\`\`\`json\n${whole}\n\`\`\``, 'stop');
    default:
      return work.reasoningTokens >= budget ? reply('', 'length') : reply(whole, 'stop');
  }
}

/** What gpt-5*, gpt-5.1 and older models refuse (PROVIDERS.md §2.3), and what this simulator was told to. */
function refusedParameter(request: ChatRequest, rejects: readonly string[]): PaidAnswer | undefined {
  const gpt5 = /^gpt-5/.test(request.model);
  if (gpt5 && request.temperature !== undefined && request.temperature !== 1) {
    return refuse(
      400,
      `Unsupported value: 'temperature' does not support ${request.temperature} with this model. Only the default (1) value is supported.`,
      { param: 'temperature', code: 'unsupported_value' },
    );
  }
  if (gpt5 && request.max_tokens !== undefined) {
    return refuse(
      400,
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { param: 'max_tokens', code: 'unsupported_parameter' },
    );
  }
  if (!gpt5 && request.reasoning_effort !== undefined) {
    return refuse(400, 'Unrecognized request argument supplied: reasoning_effort');
  }
  if (/^gpt-5\.\d/.test(request.model) && request.reasoning_effort === 'minimal') {
    return refuse(
      400,
      "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model. Supported values are: 'none', 'low', 'medium', and 'high'.",
      { param: 'reasoning_effort', code: 'unsupported_value' },
    );
  }
  const format = request.response_format;
  if (format?.type === 'json_schema' && !isStrictSchema(format.json_schema?.schema)) {
    return refuse(400, "Invalid schema for response_format: 'required' must name every property.", {
      param: 'response_format',
      code: 'invalid_json_schema',
    });
  }
  const present = new Set([...Object.keys(request), `response_format.${format?.type ?? ''}`]);
  const rejected = rejects.find((name) => present.has(name));
  return rejected === undefined
    ? undefined
    : refuse(400, `Unsupported parameter: '${rejected}' is not supported with this model.`, {
        param: rejected.split('.')[0]!,
        code: 'unsupported_parameter',
      });
}

const strictSchema = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
});

function isStrictSchema(schema: unknown): boolean {
  const { data } = strictSchema.safeParse(schema);
  return data !== undefined && Object.keys(data.properties).every((name) => data.required.includes(name));
}

/** The first JSON string in the user's first message, or the message when there is none. */
function quotedProfile(request: ChatRequest): string {
  const question = userMessage(request);
  const literal = /"(?:[^"\\]|\\.)*"/s.exec(question)?.[0];
  try {
    return literal === undefined ? question : String(JSON.parse(literal));
  } catch {
    return question;
  }
}

function userMessage({ messages }: ChatRequest): string {
  return messages.find(({ role }) => role === 'user')?.content ?? '';
}

const INDUSTRY_WORDS: readonly (readonly [string, string])[] = [
  ['payments', 'Fintech'],
  ['fintech', 'Fintech'],
  ['hospital', 'Healthcare'],
  ['nurse', 'Healthcare'],
  ['security', 'Cybersecurity'],
  ['steel', 'Manufacturing'],
  ['marketing', 'MarTech'],
  ['consulting', 'Consulting'],
  ['software', 'SaaS'],
  ['saas', 'SaaS'],
];
const TYPE_WORDS: readonly (readonly [string, string])[] = [
  ['startup', 'startup'],
  ['seed', 'startup'],
  ['scaleup', 'scaleup'],
  ['freelance', 'freelance'],
  ['agency', 'agency'],
  ['global', 'enterprise'],
];

function ruleOfThumb(profile: string): object {
  const present = new Set(words(profile));
  const pick = (table: readonly (readonly [string, string])[], otherwise: string) =>
    table.find(([word]) => present.has(word)) ?? ['nothing telling', otherwise];
  const [industryWord, industry] = pick(INDUSTRY_WORDS, 'Other');
  const [typeWord, type] = pick(TYPE_WORDS, 'unknown');
  return {
    industry_reasoning: `The profile mentions ${industryWord}.`,
    industry,
    company_type_reasoning: `The profile mentions ${typeWord}.`,
    company_type: type,
  };
}
