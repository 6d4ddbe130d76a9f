import type { Collector } from '../../../domain/catalog.ts';
import { type Collected, known, unknown } from '../../../domain/collected.ts';
import { Cancelled } from '../../../domain/errors.ts';
import { classify } from '../classify.ts';
import type { AwsReader } from '../reader.ts';
import { type Bucket, bucket } from '../s3/bucket.ts';

const factNamed = (name: string): Collector<Bucket> => {
  const fact = (bucket.facts as Readonly<Record<string, Collector<Bucket>>>)[name];
  if (!fact) throw new Error(`a bucket has no fact ${name}`);
  return fact;
};

/** All that a fact of a bucket asks for, its needs' needs included. */
export const permissionsOf = (name: keyof typeof bucket.facts): readonly string[] => allOf(name);

const allOf = (name: string): readonly string[] => {
  const { permissions, needs } = factNamed(name);
  return [...new Set([...permissions, ...(needs ?? []).flatMap(allOf)])];
};

/** A concluded fact of a bucket, with the facts that it needs, for a neighbour of the bucket. */
export async function learn(reader: AwsReader, of: Bucket, name: string): Promise<Collected<any>> {
  const { needs = [], ...fact } = factNamed(name);
  const learnt = needs.map(async (need) => [need, await learn(reader, of, need)] as const);
  try {
    return known(await fact.read(reader, of, Object.fromEntries(await Promise.all(learnt))));
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const { reason, message, permission } = classify(error);
    return unknown(reason, message, permission);
  }
}
