import type { IcpExtractor } from '../ports/icp-extractor.ts';
import {
  EXTRACTING,
  EXTRACTION_FORMAT,
  EXTRACTION_PROMPT_VERSION,
  EXTRACTION_TOKENS,
  extractionQuestion,
} from './extract-prompt.ts';
import { readExtraction } from './extraction-answer.ts';
import { createOpenAiQuestion, type OpenAiModelOptions } from './openai-question.ts';

/** About an hour and a half of speech; models overlook more in longer texts, whatever fits into them. */
const TOKENS_PER_CALL = 20_000;
/** A list of eighty criteria takes a minute or two to write. */
const TIMEOUT_MS = 300_000;

/** Reads calls with a model of OpenAI or of any compatible server, see openai-question.ts. */
export function createOpenAiIcpExtractor(options: OpenAiModelOptions): IcpExtractor {
  const { ask, maxCompletionTokens } = createOpenAiQuestion(
    { ...options, timeoutMs: options.timeoutMs ?? TIMEOUT_MS },
    {
      task: EXTRACTING,
      format: EXTRACTION_FORMAT,
      answerTokens: EXTRACTION_TOKENS,
      read: readExtraction,
      modelVariable: 'ICP_EXTRACTOR_MODEL',
    },
  );
  return {
    provider: 'openai',
    model: options.model,
    promptVersion: EXTRACTION_PROMPT_VERSION,
    limits: {
      tokensPerCall: TOKENS_PER_CALL,
      parallelCalls: options.parallelCalls,
      maxCompletionTokens,
    },
    async extract(part, signal) {
      const { answer, usage } = await ask(extractionQuestion(part), signal);
      return { criteria: answer, usage };
    },
  };
}
