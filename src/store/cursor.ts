import type { Queryable } from './database.ts';

/** Rows of a query in pages, so that memory does not grow with their number. To be read within the transaction; one at a time. */
export async function* readPages<Row>(
  transaction: Queryable,
  sql: string,
  parameters: readonly unknown[],
  pageSize: number,
): AsyncGenerator<readonly Row[], void, undefined> {
  await transaction.query(`declare pages no scroll cursor for ${sql}`, parameters);
  const fetchPage = () => {
    const page = transaction.query<Row>(`fetch ${pageSize} from pages`);
    // Awaited below, unless the reader leaves before.
    page.catch(() => {});
    return page;
  };
  let page = fetchPage();
  for (;;) {
    const { rows } = await page;
    const isLast = rows.length < pageSize;
    // The server works on the next page while this one is written.
    if (!isLast) page = fetchPage();
    if (rows.length > 0) yield rows;
    if (isLast) break;
  }
  await transaction.query('close pages');
}
