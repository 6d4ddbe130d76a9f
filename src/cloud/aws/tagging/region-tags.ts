import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromAccount, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** IAM's name of the action by which any service's tags are told. */
export const tagPermissions = ['tag:GetResources'] as const;

/** The tags of everything in the region that has any, by ARN: asked once per scan, a hundred resources a call. */
export const regionTags = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, Tags>> =>
  reader.remember(`tag:GetResources:${region}`, async () => {
    const tagging = await reader.service('tagging', region);
    const pages = tagging.paginateGetResources({ ResourcesPerPage: 100 });
    const byArn = new Map<string, Tags>();
    for await (const told of itemsOf(pages, (page) => page.ResourceTagMappingList, 'GetResources'))
      byArn.set(present(told.ResourceARN, 'the ARN'), tagsFrom(told.Tags));
    return byArn;
  });

/** Tags of a resource whose listing does not carry them; none where the region's tags name it not. */
export const tagsByArn = fromAccount(
  tagPermissions,
  async (reader, { id, region }: Subject): Promise<Tags> => (await regionTags(reader, region)).get(id) ?? {},
);

/** A list of pairs, as most listings carry them, as tags. */
export const tagsFrom = (
  pairs: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Tags => Object.fromEntries((pairs ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
