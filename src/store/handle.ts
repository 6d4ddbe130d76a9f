import { type Fingerprint, handleOf } from '../domain/finding.ts';
import type { Db } from './tables.ts';

const shortest = 5;
/** A handle's letters come from 64 bits of the fingerprint. */
const longest = 13;

/** The shortest handle that nobody has; two findings that would share one differ in a later letter. */
export async function freeHandle(db: Db, fingerprint: Fingerprint): Promise<string> {
  for (let length = shortest; length < longest; length++) {
    const handle = handleOf(fingerprint, length);
    const taken = await db
      .selectFrom('findings')
      .select('handle')
      .where('handle', '=', handle)
      .executeTakeFirst();
    if (!taken) return handle;
  }
  return `F-${fingerprint.toUpperCase()}`;
}

/** What people type, as the store keeps it: any case, `F-` or not, and letters that look alike. */
export function readHandle(typed: string): { fingerprint: string } | { handle: string } {
  const id = typed.trim();
  if (/^[0-9a-f]{64}$/i.test(id)) return { fingerprint: id.toLowerCase() };
  const letters = id.toUpperCase().replace(/^F-/, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return { handle: `F-${letters}` };
}
