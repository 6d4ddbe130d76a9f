import { expect, test } from 'vitest';
import { type PublicAccess, parsePolicy, publicAccess } from '../../src/access/index.ts';

export const OWNER = '111122223333';
export const OTHER = '444455556666';
export const ORG = 'o-a1b2c3d4e5';
export const BUCKET = 'arn:aws:s3:::records';
export const OBJECTS = `${BUCKET}/*`;
export const BOTH = [BUCKET, OBJECTS];
export const NOW = new Date('2026-03-01T00:00:00Z');

/** A policy variable, as a policy writes it. */
export const variable = (name: string): string => ['$', '{', name, '}'].join('');

export type Json = Readonly<Record<string, unknown>>;

export const allow = (more: Json = {}): Json => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: OBJECTS,
  ...more,
});
export const allowAll = (more: Json = {}): Json => allow({ Action: 's3:*', Resource: BOTH, ...more });
/** Everyone may read the objects, if. */
export const given = (condition: Json, more: Json = {}): Json => allow({ Condition: condition, ...more });
export const deny = (more: Json = {}): Json => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: BOTH,
  ...more,
});
export const denyIf = (condition: Json, more: Json = {}): Json => deny({ Condition: condition, ...more });

export const policy = (...statements: readonly Json[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const judged = (text: string, more: Json = {}): PublicAccess =>
  publicAccess(parsePolicy(text), { service: 's3', resource: BUCKET, accountId: OWNER, now: NOW, ...more });

/** r: strangers read, w: they write, rw: both, no: neither. A trailing "?" says unknown, a trailing "@" only those with an AWS account. */
export type Expected = 'no' | 'r' | 'w' | 'rw' | 'r@' | 'w@' | 'rw@' | '?' | 'r?' | 'w?';
export type Row = readonly [situation: string, expected: Expected, ...statements: readonly Json[]];

const said = ({ public: is }: { public: boolean | 'unknown' }) => is;
export function summary({ read, write, any }: PublicAccess): string {
  const [r, w] = [said(read), said(write)];
  if (r === 'unknown' && w === 'unknown') return '?';
  if (r === 'unknown') return 'r?';
  if (w === 'unknown') return r === true ? 'rw?' : 'w?';
  if (!r && !w) return 'no';
  return `${r ? 'r' : ''}${w ? 'w' : ''}${any.to === 'any AWS account' ? '@' : ''}`;
}

export function rows(table: readonly Row[], more: Json = {}): void {
  test.each(table.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation: $expected',
    ({ expected, statements }) => {
      expect(summary(judged(policy(...statements), more))).toBe(expected);
    },
  );
}
