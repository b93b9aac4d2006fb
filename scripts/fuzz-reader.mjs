// The thread in which scripts/fuzz.mjs reads its inputs.
import { parentPort } from 'node:worker_threads';
import { UsageError } from '../dist/domain/errors.js';
import { readInput } from '../dist/stages/ingest/read-input.js';

parentPort.on('message', async ({ path, bytes }) => {
  parentPort.postMessage(await outcomeOf(path, bytes));
});

// Loading all this is no input's time.
parentPort.postMessage('ready');

async function outcomeOf(path, bytes) {
  try {
    const { people } = await readInput({ path, bytes });
    const broken = people.find(
      (person) =>
        (person.memberUrn === null && person.publicIdentifier === null) ||
        [person.name, person.headline].some((text) => text !== null && /[\u0000-\u001f\u007f]/.test(text)),
    );
    return broken === undefined
      ? { kind: 'people' }
      : { kind: 'finding', text: `a person that must not be: ${JSON.stringify(broken)}` };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'refused' };
    return { kind: 'finding', text: error instanceof Error ? error.stack : String(error) };
  }
}
