import { DescribeKeyCommand, type KeyMetadata } from '@aws-sdk/client-kms';
import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, present } from '../collect.ts';

export interface KeyDescription {
  /** AWS's own keys (`alias/aws/…`) are AWS's to rotate and cannot be changed. */
  readonly managedBy: 'customer' | 'AWS';
  readonly state: string;
  readonly deletedOn: string | null;
  /** Why KMS cannot rotate it by itself, if so. */
  readonly rotatesNot: string | null;
  /** The region of the primary key, where rotation is set for its replicas too; absent: it is no replica. */
  readonly replicaOf?: string;
}

function whyNotRotating({ KeySpec, Origin, KeyState }: KeyMetadata): string | null {
  if (KeySpec !== 'SYMMETRIC_DEFAULT') return `a key of type ${KeySpec} cannot rotate by itself`;
  if (Origin !== 'AWS_KMS') return `its material comes from elsewhere (${Origin}), so KMS cannot rotate it`;
  return KeyState === 'Enabled' ? null : `the key is not in use (${KeyState})`;
}

export const description = fromCall(
  ['kms:DescribeKey'],
  async (reader, key: Subject): Promise<KeyDescription> => {
    const ask = new DescribeKeyCommand({ KeyId: key.id });
    const told = present((await reader.kms(key.region).send(ask)).KeyMetadata, 'the key');
    const { MultiRegionKeyType, PrimaryKey } = told.MultiRegionConfiguration ?? {};
    return {
      managedBy: present(told.KeyManager, 'KeyManager') === 'AWS' ? 'AWS' : 'customer',
      state: present(told.KeyState, 'KeyState'),
      deletedOn: told.DeletionDate?.toISOString() ?? null,
      rotatesNot: whyNotRotating(told),
      ...(MultiRegionKeyType === 'REPLICA' && { replicaOf: present(PrimaryKey?.Region, 'the primary key') }),
    };
  },
);
