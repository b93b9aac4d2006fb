import type { Classifier } from '../ports/classifier.ts';
import { readClassification } from './classification-answer.ts';
import {
  CLASSIFICATION_FORMAT,
  CLASSIFICATION_TOKENS,
  CLASSIFYING,
  classificationQuestion,
  PROMPT_VERSION,
} from './classify-prompt.ts';
import { createOpenAiQuestion, type OpenAiModelOptions } from './openai-question.ts';

/** Classifies with a model of OpenAI or of any compatible server, see openai-question.ts. */
export function createOpenAiClassifier(options: OpenAiModelOptions): Classifier {
  const { ask, maxCompletionTokens } = createOpenAiQuestion(options, {
    task: CLASSIFYING,
    format: CLASSIFICATION_FORMAT,
    answerTokens: CLASSIFICATION_TOKENS,
    read: readClassification,
    modelVariable: 'ICP_CLASSIFIER_MODEL',
  });
  return {
    provider: 'openai',
    model: options.model,
    promptVersion: PROMPT_VERSION,
    limits: { parallelCalls: options.parallelCalls, maxCompletionTokens },
    async classify(profileText, signal) {
      const { answer, usage } = await ask(classificationQuestion(profileText), signal);
      return { classification: answer, usage };
    },
  };
}
