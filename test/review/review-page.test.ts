import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded-database.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { createWorkplace, type RunningIcp, type Workplace } from '../support/icp-process.ts';
import { addClient } from '../support/leads.ts';
import { addIcp, addScoredLead } from '../support/reviewable-leads.ts';
import { HOSTILE, ORDINARY } from './reviewed-people.ts';

const browserPath = findChromium();
if (browserPath === null)
  process.stderr.write(
    'notice: no chromium on PATH (or in ICP_TEST_CHROMIUM): the review page is not tested in a browser\n',
  );

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SCREENSHOTS = process.env['ICP_SCREENSHOTS'];
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let place: Workplace;
let browser: Browser;
let running: RunningIcp;
let url: string;
const output = { stdout: '', stderr: '' };
/** Whatever went wrong in a page, or left this machine. */
const strange: string[] = [];
const requested = new Set<string>();

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const template = 'dist/embedded-template.tar.gz';
  const database = await openEmbedded({ home: join(place.folder, '.icp'), waitSeconds: 10, template });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

const HOSTILE_REVIEWER = '<b>Bén</b> "';

/** Twenty leads above the cut, in the same order every time; two of the wishes were said in a call. */
async function seed(database: Database): Promise<void> {
  const client = await addClient(database, 'acme');
  const icpId = await addIcp(database, client.clientId);
  for (const [index, profile] of [...ORDINARY, HOSTILE].entries()) {
    const company = profile.roles[0]!.company!;
    const score = 35 + ((index * 37) % 60);
    await addScoredLead(database, client, { vanity: `person-${index}` }, { icpId, profile, company, score });
  }
  await database.query(
    `insert into reviews (client_id, judge, seed) select $1, judge, 'seed' from unnest($2::text[]) as judge`,
    [client.clientId, ['anna', 'cleo', HOSTILE_REVIEWER]],
  );
  const { rows } = await database.query<{ id: number }>(
    `insert into fathom_calls (client_id, source, call_id, origin, title, held_at, transcript_hash, extractor)
     values ($1, 'fathom', '1', 'network', 'Kick-off with Acme', '2026-11-03', 'hash', 'model') returning id`,
    [client.clientId],
  );
  await database.query(
    `insert into call_criteria (fathom_call_id, kind, stance, value, quote, speaker)
     values ($1, 'title', 'wants', 'CFO', 'The person who signs is nearly always the CFO, never procurement.', 'Ana Whitfield'),
            ($1, 'keyword', 'wants', 'Series B', 'Right after a Series B they feel the pain <b>most</b>.', 'Ana Whitfield')`,
    [rows[0]!.id],
  );
}

async function newPage(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.on('request', (request) => requested.add(new URL(request.url()).origin));
  const page = await context.newPage();
  page.on('console', (message) => strange.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => strange.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    // With something unsaved the page asks before it is left.
    if (dialog.type() === 'beforeunload') return void dialog.accept();
    strange.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.setDefaultTimeout(10_000);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** What axe finds wrong, each as one line. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run(),
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const press = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};
const nameOn = (page: Page) => page.locator('#lead-name');
const tally = (page: Page) => page.locator('#tally');
const queueOf = async (reviewer: string) => {
  const answer = await fetch(`${url}api/queue?reviewer=${reviewer}`);
  return ((await answer.json()) as { leads: { id: number; name: string; verdict: string | null }[] }).leads;
};

describe.skipIf(browserPath === null)('the review page in Chromium', () => {
  beforeAll(async () => {
    place = await createWorkplace({ DATABASE_URL: '' });
    await withDatabase(seed);
    running = place.start(['review', '--client', 'acme', '--reviewer', 'anna']);
    const starting = new Promise<void>((started, failed) => {
      running.child.stdout!.on('data', (chunk: Buffer) => {
        output.stdout += chunk.toString();
        if (output.stdout.includes('\n')) started();
      });
      void running.ended.then(({ stderr }) => failed(new Error(stderr)));
    });
    [browser] = await Promise.all([launchChromium(browserPath!), starting]);
    url = /http:\S+/.exec(output.stdout)![0];
  });
  afterAll(async () => {
    await browser?.close();
    running?.child.kill('SIGKILL');
    await running?.ended;
    await place?.close();
  });

  it('takes twenty verdicts by keyboard, with two undone and a reload in the middle', async () => {
    expect(output.stdout).toMatch(
      /^Review 20 leads of acme as anna: http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/\n$/,
    );
    const page = await newPage({ viewport: DESKTOP });
    await page.goto(url);
    await expectText(tally(page), '0 of 20 · 0 fit · 0 not');
    const order = await queueOf('anna');
    const name = (index: number) => order[index]!.name;
    await expectText(nameOn(page), name(0));
    await page.locator('#icp summary').first().click();
    await shoot(page, 'desktop-light');
    expect(await page.locator('#score').textContent()).toBe('');

    // As fast as they can be typed; the first two are taken back, in reverse, and decided the other way round.
    await press(page, 'fx');
    await expectText(tally(page), '2 of 20 · 1 fit · 1 not');
    await press(page, 'uu');
    await expectText(nameOn(page), name(0));
    await press(page, 'xfffxf');
    await expectText(tally(page), '6 of 20 · 4 fit · 2 not');
    await page.reload();
    await expectText(nameOn(page), name(6));
    await expectText(tally(page), '6 of 20 · 4 fit · 2 not');
    expect(page.url()).toBe(`${url}?reviewer=anna`);

    // Undo goes on where the history of before the reload ends.
    await press(page, 'u');
    await expectText(nameOn(page), name(5));
    await press(page, 'f');
    await press(page, 'kk');
    await expectText(nameOn(page), name(4));
    await page.locator('.score').waitFor();
    expect(await page.locator('.score').textContent()).toMatch(/of 100/);
    await shoot(page, 'desktop-decided');
    await press(page, 'jj');
    await expectText(nameOn(page), name(6));
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Meta+x');
    await expectText(tally(page), '6 of 20 · 4 fit · 2 not');

    await press(page, '?');
    await page.locator('#help').waitFor();
    await shoot(page, 'desktop-help');
    await press(page, 'f');
    await page.keyboard.press('Escape');
    await page.locator('#help').waitFor({ state: 'hidden' });

    await press(page, '/');
    await page.keyboard.type('mallory xf');
    expect(await page.locator('#found').textContent()).toBe('0 leads');
    await page.locator('#finder-text').fill('lindqvist AMADI');
    await expectText(page.locator('#found'), '1 lead');
    await page.locator('#finder-text').fill('');
    await page.locator('label', { hasText: /^Fit$/ }).click();
    await expectText(page.locator('#found'), '4 leads');
    await shoot(page, 'desktop-finder');
    await page.locator('label', { hasText: /^All$/ }).click();
    await page.keyboard.press('Escape');

    // By hand what is left but one, on a phone.
    const phone = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: 'dark' });
    await phone.goto(`${url}?reviewer=anna`);
    await expectText(nameOn(phone), name(6));
    await shoot(phone, 'phone-dark');
    expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const before = await phone.locator('#fit').boundingBox();
    expect(before!.height).toBeGreaterThanOrEqual(44);
    expect(before!.y + before!.height).toBeLessThanOrEqual(PHONE.height);
    await phone.locator('#fit').tap();
    await expectText(nameOn(phone), name(7));
    await phone.locator('#not-fit').tap();
    await expectText(nameOn(phone), name(8));
    await expectText(tally(phone), '8 of 20 · 5 fit · 3 not');
    await phone.context().close();

    await page.reload();
    await expectText(tally(page), '8 of 20 · 5 fit · 3 not');
    await press(page, 'fxfxfxfxfxff');
    await expectText(nameOn(page), 'All 20 reviewed');
    await expectText(tally(page), '20 of 20 · 12 fit · 8 not');
    await page.locator('code', { hasText: 'icp calibrate --client acme' }).waitFor();
    await shoot(page, 'desktop-end');
    await page.reload();
    await expectText(nameOn(page), 'All 20 reviewed');
    await page.context().close();
  });

  it('shows a hostile profile as text, and nothing of it runs', async () => {
    const page = await newPage({ viewport: DESKTOP, colorScheme: 'dark' });
    await page.goto(`${url}?reviewer=${encodeURIComponent(HOSTILE_REVIEWER)}`);
    await expectText(tally(page), '0 of 20 · 0 fit · 0 not');
    expect(await page.locator('#reviewer').textContent()).toBe(HOSTILE_REVIEWER);
    await press(page, '/');
    await page.keyboard.type('mallory');
    await page.keyboard.press('Enter');
    await expectText(nameOn(page), '<script>window.hacked = 1</script>Mallory gnp.exe');
    const lead = page.locator('#lead');
    await lead.getByText('<iframe src="javascript:parent.hacked=4"></iframe>').waitFor();
    expect(await lead.locator('script, iframe, img, svg, style').count()).toBe(0);
    expect(
      await lead.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['https://www.linkedin.com/in/person-19']);
    await shoot(page, 'desktop-hostile-dark');
    const started = performance.now();
    await lead.getByRole('button', { name: /^Show all 200,\d{3} characters$/ }).click();
    await lead.getByText('W'.repeat(200)).waitFor();
    expect(
      (await lead.locator('section', { hasText: 'About' }).locator('.prose').textContent())!.length,
    ).toBeGreaterThan(200_000);
    expect(performance.now() - started).toBeLessThan(3000);
    // A verdict that cannot be saved brings its lead back, waits with those behind it, and is saved when it can be.
    await page.route('**/api/verdicts', (route) => route.abort());
    const name = await nameOn(page).textContent();
    await press(page, '/');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.keyboard.press('Escape');
    await press(page, 'x');
    const trouble = page.locator('#trouble');
    await trouble.getByText('is not saved: icp review does not answer').waitFor();
    await expectText(nameOn(page), name!);
    await shoot(page, 'desktop-trouble-dark');
    await press(page, 'jf');
    await expectText(tally(page), '2 of 20 · 1 fit · 1 not · 2 being saved');
    await page.unroute('**/api/verdicts');
    await trouble.getByRole('button').click();
    await trouble.waitFor({ state: 'hidden' });
    await expectText(tally(page), '2 of 20 · 1 fit · 1 not');
    expect(await page.evaluate('typeof window.hacked')).toBe('undefined');
    await page.context().close();
  });

  it('keeps what was said just before it is left, and what was held', async () => {
    const page = await newPage({ viewport: DESKTOP });
    await page.goto(`${url}?reviewer=dora`);
    await expectText(tally(page), '0 of 20 · 0 fit · 0 not');
    const away = { error: { code: 'away', message: 'the database is away', hint: 'start it' } };
    await page.route('**/api/verdicts', (route) => route.fulfill({ status: 503, json: away }), { times: 1 });
    await press(page, 'f');
    await page.locator('#trouble').getByText('is not saved: the database is away').waitFor();
    await press(page, 'jx');
    await page.reload();
    await expectText(tally(page), '2 of 20 · 1 fit · 1 not');
    await press(page, 'ufxfuu');
    await page.reload();
    await expectText(tally(page), '2 of 20 · 2 fit · 0 not');
    await press(page, 'u');
    await page.reload();
    await expectText(tally(page), '1 of 20 · 1 fit · 0 not');
    await page.context().close();
  });

  it('has nothing for axe to find wrong, in light and dark, wide, narrow and at its end', async () => {
    for (const [viewport, colorScheme] of [
      [DESKTOP, 'light'],
      [{ width: 320, height: 640 }, 'dark'],
    ] as const) {
      const page = await newPage({ viewport, colorScheme, bypassCSP: true });
      await page.goto(`${url}?reviewer=cleo`);
      await page.locator('.lead-body').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await shoot(page, `narrow-or-wide-${viewport.width}`);
      await press(page, '/');
      await page.locator('#finder').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${url}?reviewer=anna`);
      await expectText(nameOn(page), 'All 20 reviewed');
      expect(await violations(page)).toEqual([]);
      await press(page, 'k');
      await page.locator('.score').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('leaves exactly these verdicts behind, and nothing that left the machine', async () => {
    const given = await queueOf('anna');
    running.child.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stdout }).toEqual({ code: 143, stdout: output.stdout });
    expect(stderr).toMatch(
      /Ctrl-C stops.*\nThe embedded database is in use.*\n23 verdicts given: 14 fit, 9 not\.\n$/,
    );
    const fits = 'xfffxf' + 'fx' + 'fxfxfxfxfxff';
    const expected = given.map(({ id }, index) => ({
      lead: id,
      verdict: fits[index] === 'f' ? 'fit' : 'not_fit',
    }));
    const { rows } = await withDatabase((database) =>
      database.query(
        `select lead_id as lead, verdict, score_shown, source, judge from verdicts where judge = 'anna'`,
      ),
    );
    const byLead = (one: { lead: number }, other: { lead: number }) => one.lead - other.lead;
    expect((rows as { lead: number }[]).sort(byLead)).toEqual(
      expected.sort(byLead).map((row) => ({ ...row, score_shown: false, source: 'review', judge: 'anna' })),
    );
    expect([...requested]).toEqual([new URL(url).origin]);
    // What the test itself broke.
    expect(strange.filter((line) => !/ERR_FAILED|status of 503/.test(line))).toEqual([]);
  });
});

async function expectText(locator: ReturnType<Page['locator']>, text: string): Promise<void> {
  await expect.poll(() => locator.textContent(), { timeout: 10_000, interval: 20 }).toBe(text);
}
