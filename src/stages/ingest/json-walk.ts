/** An object as JSON gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parsed text, or undefined when it is no JSON. Never throws, however deep or broken the text is. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
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
