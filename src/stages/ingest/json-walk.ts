import { mayBeJson } from './json-look.ts';

/** An object as JSON gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The parsed text, or undefined when it is no JSON. Never throws, however deep or broken the text is. The error of a text that is no JSON takes
 * some hundred times as long as a short text that is: it is not made where that can be seen at once, and else without a stack.
 */
export function parseJson(text: string): unknown {
  if (!mayBeJson(text)) return undefined;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Every object inside a value, the value included, in document order; at most `limit` values are looked at. Not recursive. */
export function* objectsIn(value: unknown, limit = 3_000_000): Generator<JsonObject> {
  const stack: unknown[] = [value];
  for (let seen = 0; stack.length > 0 && seen < limit; seen++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) yield next as JsonObject;
    const inner: unknown[] = Array.isArray(next) ? next : Object.values(next);
    for (let i = inner.length - 1; i >= 0; i--) {
      if (typeof inner[i] === 'object' && inner[i] !== null) stack.push(inner[i]);
    }
  }
}
