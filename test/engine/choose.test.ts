import { describe, expect, test } from 'vitest';
import { everything, type ScanFilter } from '../../src/domain/scan.ts';
import { chooseAccounts, chooseChecks, chooseRegions } from '../../src/engine/choose.ts';
import { permissionsOf, wantedBy } from '../../src/engine/wanted.ts';
import { smallCheck, smallCloud } from '../story/kit/small-cloud.ts';

const filter = (more: Partial<ScanFilter>): ScanFilter => ({ ...everything, ...more });
const checks = [
  smallCheck('aws/s3/bucket-versioning', 'aws.s3.bucket', ['versioning']),
  smallCheck('aws/s3/bucket-logging', 'aws.s3.bucket', ['logging']),
  smallCheck('aws/exposure/public-since', 'aws.s3.bucket', ['since']),
  smallCheck('aws/kms/key-rotation', 'aws.kms.key', ['rotation']),
];

describe('checks', () => {
  const chosen = (more: Partial<ScanFilter>) => {
    const outcome = chooseChecks(checks, filter(more));
    return 'refused' in outcome ? outcome.refused : outcome.chosen.map(({ id }) => id.slice(4));
  };

  test.each([
    [{}, ['s3/bucket-versioning', 's3/bucket-logging', 'exposure/public-since', 'kms/key-rotation']],
    [{ services: ['kms'] }, ['kms/key-rotation']],
    // What is asked of a bucket belongs to S3, whatever the question is called.
    [{ services: ['s3'] }, ['s3/bucket-versioning', 's3/bucket-logging', 'exposure/public-since']],
    [{ services: ['exposure'] }, ['exposure/public-since']],
    [{ services: ['kms', 'exposure'] }, ['exposure/public-since', 'kms/key-rotation']],
    [{ checks: ['aws/s3/bucket-logging'] }, ['s3/bucket-logging']],
    [{ checks: ['s3-bucket-logging'] }, ['s3/bucket-logging']],
    [{ checks: ['aws/s3/'] }, ['s3/bucket-versioning', 's3/bucket-logging']],
    [{ services: ['s3'], checks: ['aws/exposure/', 'kms-key-rotation'] }, ['exposure/public-since']],
    [
      { services: ['kms'], checks: ['aws/s3/'] },
      'No check matches both the services and the checks that were named.',
    ],
    [{ services: ['rds'] }, 'No check asks about a service "rds". Services: exposure, kms, s3.'],
    [{ checks: ['aws/s3/buckets'] }, 'There is no enabled check "aws/s3/buckets". `checks` lists them.'],
    [{ checks: ['aws/s3/bucket'] }, 'There is no enabled check "aws/s3/bucket". `checks` lists them.'],
  ])('%j', (more, wanted) => {
    expect(chosen(more)).toEqual(wanted);
  });
});

describe('accounts', () => {
  const known = [
    { name: 'production', id: '111111111111' },
    { name: 'clinic', id: '222222222222' },
  ];
  const unnamed = [{ name: 'default' }];
  const chosen = (accounts: readonly { name: string; id?: string }[], typed: readonly string[]) => {
    const outcome = chooseAccounts(accounts, filter({ accounts: typed }));
    return 'refused' in outcome ? outcome.refused : outcome.chosen;
  };

  test.each([
    ['none named: all', known, [], known],
    ['by name', known, ['clinic'], [known[1]]],
    ['by id', known, ['111111111111'], [known[0]]],
    ['twice, once', known, ['clinic', '222222222222', 'clinic'], [known[1]]],
    [
      'credentials must prove to be of the id',
      unnamed,
      ['333333333333'],
      [{ name: 'default', id: '333333333333' }],
    ],
    [
      'an unknown id among known ones',
      known,
      ['333333333333'],
      'There is no account "333333333333". Accounts: production (111111111111), clinic (222222222222).',
    ],
    ['a name that is none', unnamed, ['clinic'], 'There is no account "clinic". Accounts: default.'],
  ])('%s', (_, accounts, typed, wanted) => {
    expect(chosen(accounts, typed)).toEqual(wanted);
  });
});

test.each([
  [[], []],
  [
    ['us-east-1', 'us-gov-west-1', 'ap-southeast-4'],
    ['us-east-1', 'us-gov-west-1', 'ap-southeast-4'],
  ],
])('regions %j', (regions, chosen) => {
  expect(chooseRegions(filter({ regions }))).toEqual({ chosen });
});

test.each(['mars', 'us-east', 'US-EAST-1', 'us-east-1a', 'us_east_1', ''])('%j is no region', (typed) => {
  expect(chooseRegions(filter({ regions: ['us-east-1', typed] }))).toEqual({
    refused: `"${typed}" is not an AWS region such as us-east-1.`,
  });
});

describe('what a scan wants', () => {
  const fact = (needs?: readonly string[], ...permissions: string[]) => ({
    ...(needs ? { needs } : {}),
    permissions,
    read: () => null,
  });
  const { provider } = smallCloud({
    'aws.thing': {
      permissions: ['x:ListThings'],
      list: () => [],
      facts: {
        tags: fact(undefined, 'x:GetTags'),
        last: fact(['middle', 'first'], 'x:GetLast'),
        middle: fact(['first'], 'x:GetMiddle'),
        first: fact(undefined, 'x:GetFirst'),
        other: fact(undefined, 'x:GetOther'),
        egg: fact(['hen']),
        hen: fact(['egg']),
        lost: fact(['nowhere']),
      },
    },
    'aws.untagged': { list: () => [], facts: { fact: fact() } },
  });
  const wanted = (...given: ReturnType<typeof smallCheck>[]) => wantedBy(provider.catalog, given);
  const factsOf = (...given: ReturnType<typeof smallCheck>[]) => wanted(...given)[0]?.facts;

  test.each([
    [['other'], ['other']],
    [['last'], ['first', 'middle', 'last']],
    [
      ['first', 'last', 'first'],
      ['first', 'middle', 'last'],
    ],
  ])('%j: each fact once, after those that it needs: %j', (facts, order) => {
    expect(
      factsOf(smallCheck('aws/x/a', 'aws.thing', facts), smallCheck('aws/x/b', 'aws.thing', facts)),
    ).toEqual(order);
  });

  test('tags come along where a failure would expose, and only there', () => {
    expect(factsOf(smallCheck('aws/x/a', 'aws.thing', ['other'], { exposes: true }))).toEqual([
      'other',
      'tags',
    ]);
    expect(factsOf(smallCheck('aws/x/a', 'aws.untagged', ['fact'], { exposes: true }))).toEqual(['fact']);
  });

  test('a kind that nobody asks about is left out', () => {
    expect(wanted(smallCheck('aws/x/a', 'aws.untagged', ['fact'])).map(({ kind }) => kind)).toEqual([
      'aws.untagged',
    ]);
    expect(wanted()).toEqual([]);
  });

  test('facts that need each other, or one that there is not, are a mistake of the program', () => {
    expect(() => wanted(smallCheck('aws/x/a', 'aws.thing', ['egg']))).toThrow(
      'the fact egg of aws.thing needs itself',
    );
    expect(() => wanted(smallCheck('aws/x/a', 'aws.thing', ['lost']))).toThrow(
      'aws.thing has no fact nowhere',
    );
  });

  test('the permissions are those of the listing and of every fact in reach, sorted', () => {
    const some = wanted(smallCheck('aws/x/a', 'aws.thing', ['middle'], { exposes: true }));
    expect(permissionsOf(some)).toEqual(['x:GetFirst', 'x:GetMiddle', 'x:GetTags', 'x:ListThings']);
    expect(permissionsOf([])).toEqual([]);
  });
});
