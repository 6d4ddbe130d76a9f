import {
  GetBucketAclCommand,
  type Grant as Granted,
  type Permission,
  PutBucketAclCommand,
} from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, listOf, present, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

/** Who the ACL admits: a canonical user or a group. E-mail addresses and display names are left behind. */
export type Grant = {
  readonly grantee: 'user' | 'group' | 'email';
  readonly id: string | null;
  readonly uri: string | null;
  readonly permission: string;
};

export type Acl = { readonly owner: string; readonly grants: readonly Grant[] };

export function grantFrom({ Grantee, Permission }: Granted): Grant {
  const { Type, ID, URI } = present(Grantee, 'a grantee');
  return {
    grantee: Type === 'Group' ? 'group' : Type === 'CanonicalUser' ? 'user' : 'email',
    id: ID || null,
    uri: URI || null,
    permission: present(Permission, 'a permission'),
  };
}

/** The grant as AWS is told it. What an e-mail address stood for is not kept, so it cannot be told again. */
export function grantTo<P extends string>({ grantee, id, uri, permission }: Grant) {
  const Permission = permission as P;
  if (grantee === 'group' && uri !== null)
    return { Grantee: { Type: 'Group', URI: uri } as const, Permission };
  if (grantee === 'user' && id !== null) {
    return { Grantee: { Type: 'CanonicalUser', ID: id } as const, Permission };
  }
  throw new CloudError(
    'unsupported',
    'a grant names its grantee by an e-mail address, which cannot be written again',
  );
}

/** Can be set only where ACLs are on: S3 refuses it elsewhere. */
export const acl = settable(
  fromCall(['s3:GetBucketAcl'], async (reader, bucket: Bucket): Promise<Acl> => {
    const { Owner, Grants } = await ask(reader, bucket, 'GetBucketAcl', (s3, it) =>
      s3.send(new GetBucketAclCommand(it)),
    );
    return {
      owner: present(Owner?.ID, "the bucket's owner"),
      grants: listOf(Grants, 'GetBucketAcl').map(grantFrom),
    };
  }),
  {
    permissions: ['s3:PutBucketAcl'],
    calls: () => ['PutBucketAcl'],
    put: (writer, bucket, { owner, grants }) => {
      const AccessControlPolicy = { Owner: { ID: owner }, Grants: grants.map(grantTo<Permission>) };
      return tell(writer, bucket, (s3, it) =>
        s3.send(new PutBucketAclCommand({ ...it, AccessControlPolicy })),
      );
    },
  },
);
