import type { FailureInfo } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Writing } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { listOf } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import { tagsFrom } from './region-tags.ts';

export type TagSet = { readonly [key: string]: string };

/** What the service that keeps the resource asks of the caller besides. Source: Service Authorization Reference. */
const ownersActions = [
  'dynamodb:TagResource',
  'dynamodb:UntagResource',
  'elasticfilesystem:TagResource',
  'elasticfilesystem:UntagResource',
  'es:AddTags',
  'es:RemoveTags',
  'fsx:TagResource',
  'fsx:UntagResource',
  'healthlake:TagResource',
  'healthlake:UntagResource',
  'medical-imaging:TagResource',
  'medical-imaging:UntagResource',
  'omics:TagResource',
  'omics:UntagResource',
  'rds:AddTagsToResource',
  'rds:RemoveTagsFromResource',
  'redshift:CreateTags',
  'redshift:DeleteTags',
] as const;

/** AWS sets these itself, and lets nobody else do so. */
const isOwn = (key: string): boolean => !key.startsWith('aws:');

const difference = (before: TagSet, after: TagSet) => ({
  set: Object.fromEntries(Object.entries(after).filter(([key, v]) => isOwn(key) && before[key] !== v)),
  taken: Object.keys(before).filter((key) => isOwn(key) && !(key in after)),
});

/** AWS answers with success, and names here what it did not do. */
function refuse(failed: Record<string, FailureInfo> | undefined): void {
  const [why] = Object.values(failed ?? {});
  if (why) throw new CloudError('failed', `the tags were not set (${why.ErrorCode ?? why.StatusCode ?? ''})`);
}

/** Tags by the one API that knows them all: only what differs is written. `owners` is what the service asks besides. */
export const tagWriting = (owners: readonly string[]): Writing<any, TagSet, AwsWriter> => ({
  permissions: ['tag:GetResources', 'tag:TagResources', 'tag:UntagResources', ...owners],
  // The tagging API's own actions know no resource; the owner's do, and are narrowed to it.
  resources: ({ id }) => [id],
  calls({ before, after }) {
    const { set, taken } = difference(before, after);
    return [
      ...(Object.keys(set).length > 0 ? ['TagResources'] : []),
      ...(taken.length > 0 ? ['UntagResources'] : []),
    ];
  },
  async put(client, { id, region }, value) {
    const tagging = await client.service('tagging', region);
    const told = await tagging.getResources({ ResourceARNList: [id] });
    const [there] = listOf(told.ResourceTagMappingList, 'GetResources');
    const { set, taken } = difference(tagsFrom(there?.Tags), value);
    // One tag is set, or one taken off: more is what somebody else has tagged since it was looked at.
    if (taken.length > 1 || (taken.length > 0 && Object.keys(set).length > 0))
      throw new CloudError('failed', 'somebody else has tagged it meanwhile, and nothing was written');
    const ResourceARNList = [id];
    if (Object.keys(set).length > 0)
      refuse((await tagging.tagResources({ ResourceARNList, Tags: set })).FailedResourcesMap);
    if (taken.length > 0)
      refuse((await tagging.untagResources({ ResourceARNList, TagKeys: taken })).FailedResourcesMap);
  },
});

/** Tags of a data store, whichever service keeps it. */
export const writeTags = tagWriting(ownersActions);
