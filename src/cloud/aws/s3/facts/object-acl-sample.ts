import { GetObjectAclCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { codeOf, fromFacts, knownValue, listOf } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import type { Bucket } from '../bucket-subject.ts';
import { grantFrom } from './acl.ts';

/** Counts only: keys are used in memory and never kept, said or logged. */
export interface ObjectAclSample {
  /** Why no object was looked at: object ACLs have no effect here. */
  readonly skipped: string | null;
  readonly sampled: number;
  readonly readable: number;
  readonly writable: number;
}

const sampleSize = 20;
const nothing = { sampled: 0, readable: 0, writable: 0 };

/** The ACLs of a few objects. Only where the configuration opted in, and where object ACLs count. */
export const objectAclSample = fromFacts(
  ['ownership', 'effectiveBlock'],
  async ({ ownership, effectiveBlock }, bucket: Bucket, reader): Promise<ObjectAclSample> => {
    if (!reader.optIns.has('object-acl-sample')) {
      throw new CloudError('unsupported', 'sampling of object ACLs is not turned on');
    }
    if (ownership?.known && ownership.value === 'BucketOwnerEnforced') {
      return { skipped: 'ACLs are disabled', ...nothing };
    }
    if (effectiveBlock?.known && !effectiveBlock.value.off.includes('ignorePublicAcls')) {
      return { skipped: 'public ACLs are ignored', ...nothing };
    }
    knownValue(ownership);
    knownValue(effectiveBlock);
    return { skipped: null, ...(await sample(reader, bucket)) };
  },
  ['s3:ListBucket', 's3:GetObjectAcl'],
);

async function sample(reader: AwsReader, { name, region }: Bucket) {
  const s3 = reader.s3(region);
  const page = await s3.send(new ListObjectsV2Command({ Bucket: name, MaxKeys: sampleSize }));
  const keys = page.KeyCount === 0 ? [] : listOf(page.Contents, 'ListObjectsV2').map(({ Key }) => Key);
  const publicGrants = await Promise.all(
    keys.map(async (Key) => {
      const answer = s3.send(new GetObjectAclCommand({ Bucket: name, Key }));
      const { Grants } = await answer.catch((error: unknown) => {
        if (codeOf(error) === 'NoSuchKey') return { Grants: [] }; // deleted since it was listed
        throw withoutKey(error);
      });
      return listOf(Grants, 'GetObjectAcl').map(grantFrom).filter(isPublic);
    }),
  );
  const admits = (wanted: readonly string[]) =>
    publicGrants.filter((grants) => grants.some(({ permission }) => wanted.includes(permission))).length;
  return {
    sampled: keys.length,
    readable: admits(['READ', 'FULL_CONTROL']),
    writable: admits(['WRITE_ACP', 'FULL_CONTROL']),
  };
}

const isPublic = ({ uri }: { uri: string | null }): boolean =>
  /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.test(uri ?? '');

/** AWS's error names the object; only its reason may leave this room. */
function withoutKey(error: unknown): unknown {
  if (!(error instanceof CloudError)) return new CloudError('failed', 'an object ACL could not be read');
  return new CloudError(error.reason, error.message, error.permission);
}
