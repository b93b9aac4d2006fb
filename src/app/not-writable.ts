const NOT_WRITABLE = new Set([
  'EACCES',
  'ENOENT',
  'EROFS',
  'ENOSPC',
  'EISDIR',
  'ENOTDIR',
  'EPERM',
  'EEXIST',
  'EDQUOT',
  'ENAMETOOLONG',
  'ELOOP',
]);

/** The system's code for why a file that the user named cannot be written (`EACCES`); null when the error is another one. */
export function notWritableCode(error: unknown): string | null {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code !== undefined && NOT_WRITABLE.has(code) ? code : null;
}
