export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A stranger's text as a JSON string that cannot close the block in which it stands: its angle brackets are escaped as JSON allows. */
export function asData(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
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
