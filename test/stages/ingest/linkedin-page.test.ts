import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/stages/ingest/linkedin-page.ts';
import { NobodyFound } from '../../../src/stages/ingest/nobody-found.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';

const salesId = 'ACwAAAK97oEBwS2cQk1xq0t6b1yJf0n7mM3o5xA';
const row = (inner: string) => `<li><div data-x-search-result="LEAD">${inner}</div></li>`;

describe('readPage', () => {
  it('reports whom it can name but not link to', () => {
    const link = `<a href="/sales/lead/${salesId},NAME_SEARCH,q4Xz"><span data-anonymize="person-name">Dag Halvorsen</span></a><span data-anonymize="title">CFO</span>`;
    const { sightings, skipped, rejects } = readPage([`<ol>${row(link)}</ol>`]);
    expect(sightings).toEqual([]);
    expect(skipped).toBe(1);
    expect(rejects).toEqual([
      {
        line: null,
        reason: 'only an id of Sales Navigator or Recruiter',
        text: `Dag Halvorsen | CFO | ${salesId}`,
      },
    ]);
  });

  it('brings them also when nobody else is found, and says why', () => {
    const rows = ['Dag Halvorsen', 'Nour El-Khatib'].map((name, place) =>
      row(
        `<a href="/sales/lead/${salesId.slice(0, -1)}${place},NAME_SEARCH,x"><span data-anonymize="person-name">${name}</span></a>`,
      ),
    );
    const bytes = Buffer.from(`<!doctype html><ol>${rows.join('')}</ol>`);
    let error: unknown = null;
    try {
      readPeople({ path: 'leads.html', bytes });
    } catch (reason) {
      error = reason;
    }
    expect(error).toBeInstanceOf(NobodyFound);
    const { message, hint, rejects, skipped } = error as NobodyFound;
    expect(message).toContain('2 have only an id of Sales Navigator or Recruiter');
    expect(hint).toContain('--rejects');
    expect(skipped).toBe(2);
    expect(rejects.map(({ path, text }) => [path, text.split(' | ')[0]])).toEqual([
      ['leads.html', 'Dag Halvorsen'],
      ['leads.html', 'Nour El-Khatib'],
    ]);
  });

  it('counts "LinkedIn Member", of whom there is nothing to report', () => {
    const link = '<a href="/search/results/people/headless"><img alt=""></a><span>LinkedIn Member</span>';
    const { skipped, rejects } = readPage([`<ul><li class="entity-result">${link}</li></ul>`]);
    expect({ skipped, rejects }).toEqual({ skipped: 1, rejects: [] });
  });

  it('is not slowed down by a script of quotation marks', () => {
    const script = `<script id="rehydrate-data">window.__como_rehydration__ = ["${'\\"'.repeat(500_000)}</script>`;
    expect(readPage([script]).sightings).toEqual([]);
  }, 5_000);

  it('is not slowed down by thousands of blocks of data', () => {
    const block = (number: number) =>
      `<code id="bpr-guid-${number}">{"data":{"elements":[]}}</code><code>{"request":"/x","body":"bpr-guid-${number}"}</code>`;
    const page = Array.from({ length: 20_000 }, (_, number) => block(number)).join('');
    expect(readPage([page]).sightings).toEqual([]);
  }, 5_000);

  it('is not slowed down by a large page in a frame, nor by frames in frames', () => {
    const escaped = (html: string) =>
      html.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const row = (number: number) =>
      `<li><a href="/in/person-${number}/"><img alt=""></a><a href="/in/person-${number}/">Person ${number}</a></li>`;
    const list = `<ul>${Array.from({ length: 20_000 }, (_, number) => row(number)).join('')}</ul>`;
    const framed = (page: string) => `<html><iframe srcdoc="${escaped(page)}"></iframe></html>`;
    expect(readPage([framed(list)]).sightings).toHaveLength(20_000);
    let nested = '<ul><li><a href="/in/person-1/">Person</a></li></ul>';
    for (let depth = 0; depth < 200; depth++)
      nested = `<iframe srcdoc="${nested.replaceAll('"', '&quot;')}">`;
    expect(readPage([nested]).sightings).toEqual([]);
  }, 10_000);
});
