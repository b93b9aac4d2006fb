import open from 'open';

/** Opens a link in the user's browser; says what went wrong, or null. */
export async function openInBrowser(url: string): Promise<string | null> {
  try {
    const opener = await open(url);
    // The opener may end at once because it knows of no browser: what it says of that comes a moment later.
    const ended = await new Promise<number | null>((resolve) => {
      opener.once('error', () => resolve(1));
      opener.once('exit', resolve);
      setTimeout(() => resolve(null), OPENER_MS).unref();
    });
    return ended === null || ended === 0 ? null : 'no browser could be opened';
  } catch (error) {
    return `no browser could be opened: ${(error as Error).message}`;
  }
}

const OPENER_MS = 1500;
