export interface QueryResult<Row> {
  readonly rows: Row[];
  /** Rows returned, or changed by a statement that returns none. */
  readonly rowCount: number;
}

/**
 * Something that runs one statement: the database itself, or a transaction on it. `bigint` and `numeric` come as numbers; a parameter that is a
 * `Float32Array` goes as a vector (`$1::vector`), in the shortest form that the database understands.
 */
export interface Queryable {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<QueryResult<Row>>;
}

export interface TransactionOptions {
  readonly isolation?: 'repeatable read';
  /** May take minutes: no time limits, and not repeated once it came to the commit. */
  readonly long?: boolean;
  /** Transactions with the same number take turns. */
  readonly lock?: number;
}

/** PostgreSQL with pgvector, reached over a server connection or embedded in this process. */
export interface Database extends Queryable {
  readonly kind: 'postgres' | 'embedded';
  /** Where it is, for messages; never with a password. */
  readonly location: string;
  /**
   * Runs `work` in one transaction; rolls back when it throws. `work` may be run several times, when the server went away or another process was
   * faster, so what it does outside of the database must bear that.
   */
  transaction<T>(work: (transaction: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}

/** Rows as the one JSON parameter of a set-based statement: `from json_to_recordset($1::json) as r(…)`. */
export function recordset(rows: readonly object[]): string {
  return JSON.stringify(rows);
}
