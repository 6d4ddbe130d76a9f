import { GetBucketAclCommand, type Grant as Granted } from '@aws-sdk/client-s3';
import { fromCall, listOf, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** Who the ACL admits: a canonical user or a group. E-mail addresses and display names are left behind. */
export interface Grant {
  readonly grantee: 'user' | 'group' | 'email';
  readonly id: string | null;
  readonly uri: string | null;
  readonly permission: string;
}

export function grantFrom({ Grantee, Permission }: Granted): Grant {
  const { Type, ID, URI } = present(Grantee, 'a grantee');
  return {
    grantee: Type === 'Group' ? 'group' : Type === 'CanonicalUser' ? 'user' : 'email',
    id: ID ?? null,
    uri: URI ?? null,
    permission: present(Permission, 'a permission'),
  };
}

export const acl = fromCall(['s3:GetBucketAcl'], async (reader, bucket: Bucket) => {
  const { Owner, Grants } = await ask(reader, bucket, 'GetBucketAcl', (s3, it) =>
    s3.send(new GetBucketAclCommand(it)),
  );
  return {
    owner: present(Owner?.ID, "the bucket's owner"),
    grants: listOf(Grants, 'GetBucketAcl').map(grantFrom),
  };
});
