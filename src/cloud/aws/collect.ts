import type { Collector, Json, Subject, WritableCollector, Writing } from '../../domain/catalog.ts';
import type { Collected } from '../../domain/collected.ts';
import { CloudError, NotKnown } from '../../domain/errors.ts';
import type { AwsReader } from './reader.ts';
import type { AwsWriter } from './writer.ts';

type Needs = Readonly<Record<string, Collected<any>>>;

/** The listing already carried it: costs no call. */
export const fromListing = <S extends Subject, V>(pick: (subject: S) => V): Collector<S, V, AwsReader> => ({
  from: 'listing',
  permissions: [],
  read: (_reader, subject) => pick(subject),
});

/** One call per resource. */
export const fromCall = <S extends Subject, V>(
  permissions: readonly [string, ...string[]],
  read: (reader: AwsReader, subject: S) => Promise<V>,
): Collector<S, V, AwsReader> => ({ from: 'call', permissions, read });

/**
 * One call per account and region (or for the whole account), remembered for the scan under the name that `read`
 * gives it with `reader.remember`.
 */
export const fromAccount = <S extends Subject, V>(
  permissions: readonly [string, ...string[]],
  read: (reader: AwsReader, subject: S) => Promise<V>,
): Collector<S, V, AwsReader> => ({ from: 'account', permissions, read });

/** A fact that can also be set. */
export const settable = <S extends Subject, V extends Json>(
  collector: Collector<S, V, AwsReader>,
  write: Writing<S, V, AwsWriter>,
): WritableCollector<S, V, AwsReader, AwsWriter> => ({ ...collector, write });

/**
 * Concluded from other facts of the same resource, any of which may be unknown. Throw `NotKnown` (see `known`) when the
 * unknown ones could change the answer. `permissions` are for the rare conclusion that must ask one thing more.
 */
export const fromFacts = <S extends Subject, V>(
  needs: readonly [string, ...string[]],
  read: (needs: Needs, subject: S, reader: AwsReader) => Promise<V> | V,
  permissions: readonly string[] = [],
): Collector<S, V, AwsReader> => ({
  from: 'facts',
  needs,
  permissions,
  read: (reader, subject, given) => read(given, subject, reader),
});

/** The value of a needed fact; passes on why it is unknown. */
export function knownValue<V>(collected: Collected<V> | undefined): V {
  if (collected === undefined) throw new Error('a fact reads another that it does not declare in `needs`');
  if (!collected.known) throw new NotKnown(collected);
  return collected.value;
}

/**
 * The list that an answer must carry. A captive portal's page parses as an empty success: no list is unknown, not none.
 */
export function listOf<T>(list: readonly T[] | undefined, operation: string): readonly T[] {
  if (list === undefined) throw new CloudError('failed', `${operation} answered without its list`);
  return list;
}

/** Each item of each page; a page without its list is unknown, not empty. */
export async function* itemsOf<P, T>(
  pages: AsyncIterable<P>,
  list: (page: P) => readonly T[] | undefined,
  operation: string,
): AsyncIterable<T> {
  for await (const page of pages) yield* listOf(list(page), operation);
}

/** All of it, for what must be seen whole. Memory grows with it: stream where that will do. */
export async function everyOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A value that the answer must carry, for the same reason. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null)
    throw new CloudError('failed', `${what} is missing from the answer`);
  return value;
}

/** `null` for the error codes by which AWS says "there is none". Decided by code, never by message. */
export async function orNone<V>(answer: Promise<V>, ...codes: readonly string[]): Promise<V | null> {
  try {
    return await answer;
  } catch (error) {
    if (codes.includes(codeOf(error))) return null;
    throw error;
  }
}

/** The host whose name was not known, through any wrapping; null where the error names none. */
export function hostOf(error: unknown): string | null {
  if (error instanceof CloudError) return hostOf(error.cause);
  const { hostname } = (error ?? {}) as { hostname?: unknown };
  return typeof hostname === 'string' ? hostname : null;
}

/** The error's code as AWS named it, through any wrapping. */
export function codeOf(error: unknown): string {
  if (error instanceof CloudError) return codeOf(error.cause);
  if (error === null || typeof error !== 'object') return '';
  const { name, Code, code } = error as { name?: string; Code?: string; code?: string };
  return Code ?? (name && name !== 'Error' ? name : (code ?? ''));
}
