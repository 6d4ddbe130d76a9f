import type { AdvancedFieldSelector, EventSelector } from '@aws-sdk/client-cloudtrail';
import { describe, expect, test } from 'vitest';
import { recorded, type Share } from '../../../src/cloud/aws/cloudtrail/selectors.ts';

/** `management reads/writes objects reads/writes`, in the order of the fact. */
const shares = (...all: [Share, Share, Share, Share]) => ({
  managementReads: all[0],
  managementWrites: all[1],
  objectReads: all[2],
  objectWrites: all[3],
});

const objects = (...Values: string[]) => [{ Type: 'AWS::S3::Object', Values }];

describe('basic selectors', () => {
  test.each<[string, EventSelector[], ReturnType<typeof shares>]>([
    [
      'what AWS sets unasked',
      [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
      shares('all', 'all', 'none', 'none'),
    ],
    ['no words at all', [{}], shares('all', 'all', 'none', 'none')],
    [
      'writes only',
      [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
      shares('none', 'all', 'none', 'none'),
    ],
    [
      'every bucket',
      [{ ReadWriteType: 'All', DataResources: objects('arn:aws:s3') }],
      shares('all', 'all', 'all', 'all'),
    ],
    [
      'every bucket, as the console once wrote it',
      [{ DataResources: objects('arn:aws:s3:::') }],
      shares('all', 'all', 'all', 'all'),
    ],
    [
      'every bucket of GovCloud',
      [{ DataResources: objects('arn:aws-us-gov:s3') }],
      shares('all', 'all', 'all', 'all'),
    ],
    ['one bucket', [{ DataResources: objects('arn:aws:s3:::phi/') }], shares('all', 'all', 'some', 'some')],
    [
      'one bucket and every bucket',
      [{ DataResources: objects('arn:aws:s3:::phi/', 'arn:aws:s3') }],
      shares('all', 'all', 'all', 'all'),
    ],
    [
      'every function, no bucket',
      [{ DataResources: [{ Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }] }],
      shares('all', 'all', 'none', 'none'),
    ],
    [
      'object reads without management',
      [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: false, DataResources: objects('arn:aws:s3') }],
      shares('none', 'none', 'all', 'none'),
    ],
    [
      'reads and writes in two selectors',
      [
        { ReadWriteType: 'ReadOnly', DataResources: objects('arn:aws:s3') },
        {
          ReadWriteType: 'WriteOnly',
          IncludeManagementEvents: false,
          DataResources: objects('arn:aws:s3:::phi/'),
        },
      ],
      shares('all', 'none', 'all', 'some'),
    ],
    ['none', [], shares('none', 'none', 'none', 'none')],
  ])('%s', (_, EventSelectors, expected) => {
    expect(recorded({ EventSelectors }, [])).toEqual(expected);
  });
});

describe('advanced selectors', () => {
  const data: AdvancedFieldSelector[] = [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  ];
  const management: AdvancedFieldSelector[] = [{ Field: 'eventCategory', Equals: ['Management'] }];
  test.each<[string, AdvancedFieldSelector[], ReturnType<typeof shares>]>([
    ['all management', management, shares('all', 'all', 'none', 'none')],
    [
      'management writes',
      [...management, { Field: 'readOnly', Equals: ['false'] }],
      shares('none', 'all', 'none', 'none'),
    ],
    [
      'management, KMS left out',
      [...management, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }],
      shares('all', 'all', 'none', 'none'),
    ],
    [
      'management, IAM left out',
      [...management, { Field: 'eventSource', NotEquals: ['iam.amazonaws.com'] }],
      shares('some', 'some', 'none', 'none'),
    ],
    ['all objects', data, shares('none', 'none', 'all', 'all')],
    [
      'object reads',
      [...data, { Field: 'readOnly', Equals: ['true'] }],
      shares('none', 'none', 'all', 'none'),
    ],
    [
      'object reads, said the other way',
      [...data, { Field: 'readOnly', NotEquals: ['false'] }],
      shares('none', 'none', 'all', 'none'),
    ],
    [
      'object writes',
      [...data, { Field: 'readOnly', Equals: ['false'] }],
      shares('none', 'none', 'none', 'all'),
    ],
    [
      'one bucket',
      [...data, { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::phi/'] }],
      shares('none', 'none', 'some', 'some'),
    ],
    [
      'every bucket, spelled out',
      [...data, { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::'] }],
      shares('none', 'none', 'all', 'all'),
    ],
    [
      'all but one bucket',
      [...data, { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::phi/'] }],
      shares('none', 'none', 'some', 'some'),
    ],
    [
      'all but the log files',
      [...data, { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::logs/'] }],
      shares('none', 'none', 'all', 'all'),
    ],
    [
      'all but buckets that begin like the log bucket',
      [...data, { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::log'] }],
      shares('none', 'none', 'some', 'some'),
    ],
    [
      'deletions only',
      [...data, { Field: 'eventName', Equals: ['DeleteObject'] }],
      shares('none', 'none', 'some', 'some'),
    ],
    [
      'other data',
      [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::DynamoDB::Table'] },
      ],
      shares('none', 'none', 'none', 'none'),
    ],
    ['nothing said', [], shares('none', 'none', 'none', 'none')],
  ])('%s', (_, FieldSelectors, expected) => {
    expect(recorded({ AdvancedEventSelectors: [{ FieldSelectors }] }, ['logs'])).toEqual(expected);
  });
});
