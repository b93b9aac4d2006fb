export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The question again after an answer that could not be used; only the beginning of that answer is quoted. */
export function repairQuestion(
  question: readonly ChatMessage[],
  answer: string,
  problem: string,
): ChatMessage[] {
  return [
    ...question,
    { role: 'assistant', content: answer.slice(0, 1000) || '(empty)' },
    {
      role: 'user',
      content: `That answer cannot be used: ${problem}. Answer again with the JSON object alone, using the listed values exactly as written.`,
    },
  ];
}
