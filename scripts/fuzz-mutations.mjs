// Mutations of files, the same for the same seed; for scripts/fuzz.mjs.

/** Larger inputs are other tests' business, and would leave fewer inputs a minute. */
const MAX_BYTES = 2_000_000;
const TOKENS = [
  '<li>',
  '</li>',
  '<ul>',
  '</ul>',
  '<div role="dialog">',
  '<dialog open>',
  '</dialog>',
  '<a href="/in/fuzz-1">',
  '</a>',
  '<svg>',
  '<code id="bpr-guid-1">',
  '</code>',
  '<script id="rehydrate-data">',
  '</script>',
  '<template shadowrootmode=open>',
  '<!--',
  '-->',
  '<h2>People you may know</h2>',
  '<p>Promoted</p>',
  '<header>',
  '</header>',
  '<main>',
  '<table><tr><td>',
  '<![CDATA[',
  '&#x110000;',
  '&notanentity;',
  '"',
  "'",
  '>',
  '{"elements":[',
  '"included":[',
  ']}',
  '\\u0000',
  '\u0000',
  '\u202e',
  '\ud800',
  '\r\n\r\n',
  ',,,\n',
  '=\r\n',
  '%00',
  '\u001b[31m',
];

/** Random numbers from 0 to 1 (mulberry32), one series for each input. */
export function randomFrom(seed, index) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the fixtures, with one to five changes. */
export function mutated(fixtures, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const { name, bytes } = pick(fixtures);
  let input = Buffer.from(bytes);
  for (let changes = 1 + Math.floor(random() * 5); changes > 0; changes--) {
    input = pick(MUTATIONS)(input, { random, pick, other: () => pick(fixtures).bytes });
    if (input.length > MAX_BYTES) input = input.subarray(0, MAX_BYTES);
  }
  return { name, bytes: new Uint8Array(input) };
}

const place = (input, random) => Math.floor(random() * (input.length + 1));

function range(input, random) {
  const start = place(input, random);
  // Mostly short, sometimes as far as the end.
  return [start, Math.min(input.length, start + Math.floor(random() ** 4 * input.length) + 1)];
}

/** Somewhere between two tags, where there are any. */
function tagBoundary(input, random) {
  const found = input.indexOf('<', place(input, random));
  return found < 0 ? input.length : found;
}

const inserted = (input, at, part) => Buffer.concat([input.subarray(0, at), part, input.subarray(at)]);

const MUTATIONS = [
  function bytes(input, { random }) {
    const copy = Buffer.from(input);
    for (let count = 1 + Math.floor(random() * 20); count > 0 && copy.length > 0; count--) {
      copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    }
    return copy;
  },
  function removal(input, { random }) {
    const [start, end] = range(input, random);
    return Buffer.concat([input.subarray(0, start), input.subarray(end)]);
  },
  function truncation(input, { random }) {
    return input.subarray(0, place(input, random));
  },
  function beheading(input, { random }) {
    return input.subarray(place(input, random));
  },
  function tokens(input, { random, pick }) {
    let result = input;
    for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
      result = inserted(result, tagBoundary(result, random), Buffer.from(pick(TOKENS)));
    }
    return result;
  },
  function tokenWithin(input, { random, pick }) {
    return inserted(input, place(input, random), Buffer.from(pick(TOKENS)));
  },
  function tagRemoval(input, { random }) {
    const start = tagBoundary(input, random);
    const end = input.indexOf('>', start);
    return end < 0 ? input : Buffer.concat([input.subarray(0, start), input.subarray(end + 1)]);
  },
  function splice(input, { random, other }) {
    const second = other();
    return Buffer.concat([
      input.subarray(0, tagBoundary(input, random)),
      second.subarray(tagBoundary(second, random)),
    ]);
  },
  function graft(input, { random, other }) {
    const second = other();
    const [start, end] = range(second, random);
    return inserted(input, tagBoundary(input, random), second.subarray(start, end));
  },
  function repetition(input, { random, pick }) {
    const [start, end] = range(input, random);
    const part = input.subarray(start, Math.min(end, start + 5000));
    const times = Math.min(pick([2, 3, 10, 100, 10_000]), Math.floor(MAX_BYTES / Math.max(1, part.length)));
    return inserted(input, end, Buffer.concat(Array.from({ length: times }, () => part)));
  },
  function tokenRepetition(input, { random, pick }) {
    return inserted(
      input,
      tagBoundary(input, random),
      Buffer.from(pick(TOKENS).repeat(pick([5, 500, 20_000]))),
    );
  },
  function reordering(input, { random }) {
    const [a, b, c] = [0, 0, 0].map(() => tagBoundary(input, random)).sort((x, y) => x - y);
    return Buffer.concat([
      input.subarray(0, a),
      input.subarray(b, c),
      input.subarray(a, b),
      input.subarray(c),
    ]);
  },
  function encoding(input, { pick }) {
    const text = input.toString('utf8');
    const mark = pick(['', '\ufeff']);
    return Buffer.from(mark + text, pick(['utf16le', 'latin1', 'utf8']));
  },
  function escaping(input, { pick }) {
    const text = input.toString('utf8');
    return Buffer.from(
      pick([
        () => JSON.stringify(text),
        () => text.replaceAll('"', '&quot;'),
        () => text.replaceAll('<', '&lt;'),
        () => text.replaceAll(/\s+/g, ' '),
        () => `<code id="bpr-guid-7"><!--${text}--></code>`,
        () => `From: x\r\nContent-Type: text/html\r\n\r\n${text}`,
      ])(),
    );
  },
];
