/** The scope as flags, for the commands that messages suggest. */
export function scopeFlags(options: {
  readonly client?: string | undefined;
  readonly batch?: string | undefined;
  readonly offline?: boolean | undefined;
}): string {
  const flag = (name: string, value: string | undefined) =>
    value === undefined ? '' : ` --${name} ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`;
  return (
    flag('client', options.client) + flag('batch', options.batch) + (options.offline ? ' --offline' : '')
  );
}
