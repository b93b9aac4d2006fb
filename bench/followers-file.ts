import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { followersPageParts, type PageFollower } from '../test/support/followers-page.ts';
import { memberId } from '../test/support/member-id.ts';

/** Saves a followers page of so many people in the folder; about 3 kB a row, as pages of 2025 have. Returns its path. */
export async function followersFile(folder: string, people: number): Promise<string> {
  const path = join(folder, `followers-${people}.html`);
  await pipeline(
    Readable.from(followersPageParts(followers(people), { rowBytes: 3000 })),
    createWriteStream(path),
  );
  return path;
}

function* followers(count: number): Generator<PageFollower> {
  for (let number = 1; number <= count; number += 1) {
    yield {
      memberUrn: memberId(number),
      name: `Person ${number} Okonjari`,
      headline: `Chief Financial Officer at Company ${number % 997} & Partners`,
    };
  }
}
