import { StoreError } from '../domain/errors.ts';

const codeOf = (error: unknown): string =>
  error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';

/** Another process holds the lock; it may be free in a moment. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

const sentences: readonly [RegExp, (path: string) => string][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (path) => `${path} is held by another process: stop that process or let it finish, then try again.`,
  ],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    (path) => `The disk of ${path} is full, so nothing was written: free some space.`,
  ],
  [/^SQLITE_NOTADB/, (path) => `${path} is not a database: name another file, or move this one away.`],
  [/^SQLITE_CORRUPT/, (path) => `${path} is damaged: stop the bot and put the newest backup in its place.`],
  [
    /^SQLITE_IOERR/,
    (path) => `The disk of ${path} could not be read or written: check the disk, then start again.`,
  ],
  [/^(EISDIR)/, (path) => `${path} is a folder: name a file inside it.`],
  [/^(ENOTDIR|EEXIST)/, (path) => `A folder on the way to ${path} is a file: name another path.`],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOENT)/,
    (path) => `${path} cannot be written: let the user that runs the bot write the file and its folder.`,
  ],
  [/^SQLITE_CONSTRAINT/, (path) => `${path} refused a change that breaks its rules: please report this.`],
];

/** One sentence that names the file and what to do; the cause stays attached for the log. Decides by code alone. */
export function storeError(path: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  const sentence = sentences.find(([codes]) => codes.test(code))?.[1];
  return new StoreError(sentence?.(path) ?? `${path} could not be used: see the log for the cause.`, {
    cause,
  });
}
