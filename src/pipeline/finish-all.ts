/**
 * Promise.all that throws only once all have ended: a call that is paid for is not left behind, its answer not kept, because a neighbour
 * failed. Throws what failed first in the order given.
 */
export async function finishAll<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [Key in keyof T]: Awaited<T[Key]> }> {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    -readonly [Key in keyof T]: Awaited<T[Key]>;
  };
}
