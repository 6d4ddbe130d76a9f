import { paginateListKeys } from '@aws-sdk/client-kms';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { deletion } from './deletion.ts';
import { description } from './description.ts';
import { enclave, enclaveGrants } from './enclave.ts';
import { debugCalls, enclaveCalls, enclaveImages } from './enclave-calls.ts';
import { openTo, policy } from './key-policy.ts';
import { rotation, rotationDays } from './rotation.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  for await (const page of paginateListKeys({ client: reader.kms(region), pageSize: 1000 }, {})) {
    for (const { KeyArn, KeyId } of listOf(page.Keys, 'ListKeys')) {
      yield { id: present(KeyArn, 'the key ARN'), region, name: present(KeyId, 'the key id') };
    }
  }
}

export const key = {
  title: 'KMS key',
  scope: 'regional',
  permissions: ['kms:ListKeys'],
  pattern: ({ id, partition }, region) => `arn:${partition}:kms:${region}:${id}:key/*`,
  list,
  facts: {
    description,
    rotation,
    rotationDays,
    deletion,
    policy,
    openTo,
    enclave,
    enclaveGrants,
    enclaveCalls,
    enclaveImages,
    debugCalls,
  },
} as const satisfies ResourceKind<Subject>;
