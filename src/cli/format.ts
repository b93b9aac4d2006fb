/** Dollars as people read them: cents from a dollar on, more places below, but never nothing for something; what is not known says so. */
export function dollars(value: number | null): string {
  if (value === null) return 'unknown';
  if (value === 0) return '$0';
  if (value > 0 && value < 0.000_05) return '<$0.0001';
  return value >= 1 ? `$${value.toFixed(2)}` : `$${value.toFixed(4)}`;
}

/** A span of seconds as people read it: 8 s, 3 min, 2 h 05 min. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Minutes precision, local time, sortable. */
export function moment(date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())} ${part(date.getHours())}:${part(date.getMinutes())}`;
}
