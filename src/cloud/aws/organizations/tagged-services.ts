import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { prefixOfArn } from './service-names.ts';
import { heldAgainst, type Seen, type ServicesInUse } from './services-in-use.ts';

/** Services of which the account has tagged resources in the scanned regions. It costs no call that tags do not cost. */
export const taggedServices = fromAccount(
  tagPermissions,
  async (reader, _account: Subject): Promise<ServicesInUse> => {
    const seen = new Map<string, Seen>();
    for (const region of reader.regions)
      for (const arn of (await regionTags(reader, region)).keys()) {
        const name = arn.split(':')[2] ?? '';
        if (!seen.has(name)) seen.set(name, [name, prefixOfArn(arn)]);
      }
    return heldAgainst(reader.eligibleServices(), [...seen.values()]);
  },
);

/** A key with more values than this classifies nothing. */
const mostValues = 50;

/** Tags of all that is in the scanned regions: values by key, but for keys that name each thing by itself. */
export const tagValues = fromAccount(
  tagPermissions,
  async (reader, _account: Subject): Promise<{ readonly [key: string]: readonly string[] }> => {
    const byKey = new Map<string, Set<string>>();
    for (const tags of await everyTags(reader))
      for (const [key, value] of Object.entries(tags))
        byKey.set(key, (byKey.get(key) ?? new Set()).add(value));
    return Object.fromEntries(
      [...byKey]
        .filter(([, values]) => values.size <= mostValues)
        .map(([key, values]) => [key, [...values].sort()]),
    );
  },
);

const everyTags = async (reader: AwsReader) =>
  (await Promise.all(reader.regions.map((region) => regionTags(reader, region)))).flatMap((byArn) => [
    ...byArn.values(),
  ]);
