import { expect, test } from 'vitest';
import { checks } from '#checks';
import { actionOf } from '../../../src/cloud/aws/actions.ts';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { policyDocument } from '../../../src/cloud/aws/policy.ts';
import type { AnyCheck } from '../../../src/domain/check.ts';
import { permissionsOf, wantedBy } from '../../../src/engine/wanted.ts';
import { iamActionOf } from '../../kit/aws/wire.ts';

const actions = (json: string): readonly string[] => JSON.parse(json).Statement[0].Action;

test('lists each action once, sorted, with the identity that a scan begins with', () => {
  expect(actions(policyDocument(['s3:GetBucketAcl', 'kms:ListKeys', 's3:GetBucketAcl'], 'json'))).toEqual([
    'kms:ListKeys',
    's3:GetBucketAcl',
    'sts:GetCallerIdentity',
  ]);
});

test('the three forms carry one policy', () => {
  const json = policyDocument(['kms:ListKeys'], 'json');
  const template = JSON.parse(policyDocument(['kms:ListKeys'], 'cloudformation'));
  expect(template.Resources.HipaaScanRole.Properties.Policies[0].PolicyDocument).toEqual(JSON.parse(json));
  const terraform = policyDocument(['kms:ListKeys'], 'terraform');
  expect(JSON.parse(/<<-EOT\n([\s\S]*?)\n {2}EOT/.exec(terraform)?.[1] ?? '')).toEqual(JSON.parse(json));
});

test('every action that a fact declares is one of its service, whole and read-only', () => {
  const declared = permissionsOf(wantedBy(aws, checks as readonly AnyCheck[]));
  expect(declared.filter((a) => !/^[a-z0-9]+:(Get|List|Describe|Lookup|Generate)[A-Za-z]+$/.test(a))).toEqual(
    [],
  );
});

// A second opinion, from AWS's Service Authorization Reference, on every name that differs.
test.each([
  ['s3', 'ListBuckets'],
  ['s3', 'HeadBucket'],
  ['s3', 'ListObjectsV2'],
  ['s3', 'GetBucketEncryption'],
  ['s3', 'GetPublicAccessBlock'],
  ['s3', 'GetBucketLifecycleConfiguration'],
  ['s3', 'GetBucketReplication'],
  ['s3', 'GetBucketNotificationConfiguration'],
  ['s3', 'GetObjectLockConfiguration'],
  ['s3', 'GetBucketTagging'],
  ['s3', 'GetObjectAcl'],
  ['s3-control', 'GetPublicAccessBlock'],
  ['s3-control', 'ListAccessPoints'],
  ['s3-control', 'GetAccessPoint'],
  ['iam', 'GetAccountAuthorizationDetails'],
  ['kms', 'GetKeyRotationStatus'],
  ['cloudtrail', 'LookupEvents'],
  ['cloudwatch', 'GetMetricData'],
  ['cloudfront', 'ListDistributions'],
])('%s %s needs the action that AWS documents', (service, operation) => {
  expect(actionOf(service, operation)).toBe(iamActionOf(service.replace('-', ''), operation));
});
