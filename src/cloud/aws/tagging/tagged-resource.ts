import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromAccount, fromListing } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from './region-tags.ts';
import { placesOf, standsInPermissions } from './stands-in.ts';

interface TaggedResource extends Subject {
  readonly tags: Tags;
}

/** What the resource stands in, and how that is tagged. */
interface Surroundings {
  /** `vpc/vpc-1`. */
  readonly name: string;
  readonly tags: Tags;
}

const isBucket = (arn: string): boolean => /^arn:[\w-]+:s3:::/.test(arn);

/** `instance/i-1`, `db:records`. */
const shortName = (arn: string): string => arn.split(':').slice(5).join(':');

/** Whatever the region's tags name. Buckets are left out: they are asked one by one. */
async function* list(reader: AwsReader, region: string): AsyncIterable<TaggedResource> {
  for (const [id, tags] of await regionTags(reader, region))
    if (!isBucket(id)) yield { id, name: shortName(id), region, tags };
}

const inherited = fromAccount(
  [...tagPermissions, ...standsInPermissions],
  async (reader, { id, region }: TaggedResource): Promise<readonly Surroundings[]> => {
    const tags = await regionTags(reader, region);
    return ((await placesOf(reader, region)).get(id) ?? []).flatMap((place) => {
      const said = tags.get(place);
      return said ? [{ name: shortName(place), tags: said }] : [];
    });
  },
);

export const taggedResource = {
  title: 'Tagged resource',
  scope: 'regional',
  permissions: tagPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:*:${region}:${id}:*`,
  list,
  facts: { tags: fromListing((of: TaggedResource) => of.tags), inherited },
} as const satisfies ResourceKind<TaggedResource>;
