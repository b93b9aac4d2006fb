/**
 * The JSON object in a model's answer: what stands between the first and the last brace, after the audible thinking of some open models. Undefined where
 * there is none, or the answer is longer than it may be.
 */
export function jsonObject(content: string, mostCharacters: number): unknown {
  if (content.length > mostCharacters) return undefined;
  const thought = /^\s*<think/.test(content) ? Math.max(0, content.lastIndexOf('</think>')) : 0;
  const inner = content.slice(content.indexOf('{', thought), content.lastIndexOf('}') + 1);
  try {
    return JSON.parse(inner);
  } catch {
    return undefined;
  }
}
