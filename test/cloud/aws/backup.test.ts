import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../../src/cloud/aws/backup/plan-rules.ts';
import { heedsOptIn, takesIn } from '../../../src/cloud/aws/backup/reach.ts';
import { canBeKept } from '../../../src/cloud/aws/backup/region-facts.ts';
import { longestGapHours } from '../../../src/cloud/aws/backup/schedule.ts';
import { deletionBlocked } from '../../../src/cloud/aws/backup/vault-policy.ts';
import { known } from '../../../src/domain/collected.ts';

const arn = 'arn:aws:dynamodb:us-east-1:111122223333:table/records';
const base = { SelectionName: 's', IamRoleArn: 'r' };
const tagged = (ConditionKey: string, ConditionValue: string) => ({
  ConditionType: 'STRINGEQUALS' as const,
  ConditionKey,
  ConditionValue,
});
const condition = (ConditionKey: string, ConditionValue: string) => ({ ConditionKey, ConditionValue });

describe('what AWS Backup can keep', () => {
  const here = 'us-east-1:111122223333';
  const rows: readonly (readonly [string, boolean])[] = [
    [arn, true],
    [`${arn}/stream/2026-11-01T00:00:00.000`, false],
    [`arn:aws:rds:${here}:db:records`, true],
    [`arn:aws-us-gov:rds:us-gov-west-1:111122223333:cluster:records`, true],
    [`arn:aws:rds:${here}:cluster-snapshot:records`, false],
    [`arn:aws:rds:${here}:subgrp:default`, false],
    [`arn:aws:ec2:${here}:volume/vol-1`, true],
    [`arn:aws:ec2:${here}:security-group/sg-1`, false],
    [`arn:aws:elasticfilesystem:${here}:file-system/fs-1`, true],
    [`arn:aws:elasticfilesystem:${here}:access-point/fsap-1`, false],
    [`arn:aws:redshift:${here}:cluster:warehouse`, true],
    [`arn:aws:redshift:${here}:parametergroup:strict`, false],
    ['arn:aws:s3:::records', true],
    [`arn:aws:s3:${here}:accesspoint/records`, false],
    [`arn:aws:sqs:${here}:queue`, false],
  ];
  for (const [of, expected] of rows) test(`${of}: ${expected}`, () => expect(canBeKept(of)).toBe(expected));
});

describe('what a selection takes in', () => {
  const rows: readonly (readonly [string, boolean, object, Record<string, string>?])[] = [
    ['by its ARN', true, { Resources: [arn] }],
    ['by the pattern of its type', true, { Resources: ['arn:aws:dynamodb:*:*:table/*'] }],
    ['everything', true, { Resources: ['*'] }],
    ['not by the pattern of another type', false, { Resources: ['arn:aws:rds:*:*:db:*'] }],
    ['not by a part of its name', false, { Resources: [arn.slice(0, -1)] }],
    ['not what a dot would match in an expression', false, { Resources: [arn.replace('r', '.')] }],
    ['everything but it', false, { Resources: ['*'], NotResources: [arn] }],
    ['all but another, where nothing else is said', true, { NotResources: [`${arn}-2`] }],
    ['all but it, where nothing else is said', false, { NotResources: [arn] }],
    ['by any tag', true, { ListOfTags: [tagged('a', '1'), tagged('backup', 'daily')] }, { backup: 'daily' }],
    [
      'by a tag with its long name',
      true,
      { ListOfTags: [tagged('aws:ResourceTag/backup', 'daily')] },
      { backup: 'daily' },
    ],
    ['not by a tag that it has not', false, { ListOfTags: [tagged('backup', 'daily')] }],
    [
      'not by a tag in other capitals',
      false,
      { ListOfTags: [tagged('backup', 'daily')] },
      { backup: 'Daily' },
    ],
    [
      'by its ARN, though it has none of the tags',
      true,
      { Resources: [arn], ListOfTags: [tagged('backup', 'daily')] },
    ],
    [
      'not what is excluded, whatever its tags',
      false,
      { ListOfTags: [tagged('backup', 'daily')], NotResources: ['arn:aws:dynamodb:*'] },
      { backup: 'daily' },
    ],
    [
      'with all conditions met',
      true,
      {
        Resources: ['*'],
        Conditions: {
          StringEquals: [condition('aws:ResourceTag/backup', 'true')],
          StringLike: [condition('aws:ResourceTag/stage', '*rod*')],
          StringNotEquals: [condition('aws:ResourceTag/kind', 'scratch')],
          StringNotLike: [condition('aws:ResourceTag/owner', 'tmp*')],
        },
      },
      { backup: 'true', stage: 'production' },
    ],
    [
      'not with one of two conditions met',
      false,
      {
        Resources: ['*'],
        Conditions: {
          StringEquals: [
            condition('aws:ResourceTag/backup', 'true'),
            condition('aws:ResourceTag/stage', 'prod'),
          ],
        },
      },
      { backup: 'true' },
    ],
    [
      'not what a condition leaves out',
      false,
      { Resources: ['*'], Conditions: { StringNotLike: [condition('aws:ResourceTag/owner', 'tmp*')] } },
      { owner: 'tmp-7' },
    ],
    [
      'not by a pattern for a tag that it has not',
      false,
      { Resources: ['*'], Conditions: { StringLike: [condition('aws:ResourceTag/owner', '*')] } },
    ],
    [
      'by conditions alone',
      true,
      { Conditions: { StringEquals: [condition('aws:ResourceTag/backup', 'true')] } },
      { backup: 'true' },
    ],
  ];
  for (const [name, expected, chosen, tags] of rows)
    test(name, () => expect(takesIn({ ...base, ...chosen }, arn, tags ?? {})).toBe(expected));
});

describe('whether the opt-in of its type holds a resource back', () => {
  const aurora = 'arn:aws:rds:us-east-1:111122223333:cluster:records';
  const rows: readonly (readonly [string, boolean, object, string?, string?])[] = [
    ['chosen by tags', true, { ListOfTags: [tagged('backup', 'daily')] }],
    ['with everything', true, { Resources: ['*'] }],
    ['with everything of AWS', true, { Resources: ['arn:aws:*'] }],
    ['not named by its ARN', false, { Resources: [arn] }],
    ['not named by its type', false, { Resources: ['arn:aws:dynamodb:*:*:table/*'] }],
    [
      'of another type than the named',
      true,
      { Resources: ['arn:aws:rds:*'], ListOfTags: [tagged('a', '1')] },
    ],
    ['Aurora, though named', true, { Resources: [aurora] }, aurora, 'Aurora'],
    ['not a Multi-AZ cluster that is named', false, { Resources: [aurora] }, aurora, 'RDS'],
  ];
  for (const [name, expected, chosen, of = arn, type = 'DynamoDB'] of rows)
    test(name, () => expect(heedsOptIn({ ...base, ...chosen }, of, type)).toBe(expected));
});

describe('the longest time between two runs', () => {
  const rows: readonly (readonly [string, number | null])[] = [
    ['cron(0 5 ? * * *)', 24],
    ['cron(0 5 * * ? *)', 24],
    ['cron(0 * ? * * *)', 1],
    ['cron(0 0/12 ? * * *)', 12],
    ['cron(0 5,11 ? * * *)', 18],
    ['cron(0 5 ? * MON-FRI *)', 72],
    ['cron(0 5 ? * 1 *)', 168],
    ['cron(0 5 ? * SUN#1 *)', 35 * 24],
    ['cron(0 5 ? * 6L *)', 35 * 24],
    ['cron(0 5 1 * ? *)', 31 * 24],
    ['cron(0 5 L * ? *)', 31 * 24],
    ['cron(0 5 1 1 ? *)', 365 * 24],
    ['cron(0 5 29 2 ? *)', 731 * 24],
    ['rate(12 hours)', 12],
    ['rate(1 day)', 24],
    ['rate(30 minutes)', 0.5],
    ['cron(0 5 1W * ? *)', null],
    ['cron(0 25 ? * * *)', null],
    ['cron(0 5 ? * * 2030)', null],
    ['cron(0 5)', null],
    ['at noon', null],
  ];
  for (const [expression, hours] of rows)
    test(`${expression}: ${hours}`, () => expect(longestGapHours(expression)).toBe(hours));
});

describe('the rules of a plan', () => {
  test('what is not said is what AWS Backup does', () => {
    expect(rulesOf({ Rules: [{ RuleName: 'main' }] })).toEqual([
      { name: 'main', everyHours: 24, keptDays: null, longestKeptDays: null, continuous: false },
    ]);
  });
  test('copies may be kept longer', () => {
    const rule = (copies: readonly object[]) =>
      rulesOf({
        Rules: [{ RuleName: 'main', Lifecycle: { DeleteAfterDays: 35 }, CopyActions: copies as never }],
      });
    expect(rule([{ Lifecycle: { DeleteAfterDays: 400 } }])).toMatchObject([{ longestKeptDays: 400 }]);
    expect(rule([{ Lifecycle: { DeleteAfterDays: 7 } }])).toMatchObject([{ longestKeptDays: 35 }]);
    expect(rule([{ Lifecycle: { DeleteAfterDays: -1 } }])).toMatchObject([{ longestKeptDays: null }]);
    expect(rule([{}])).toMatchObject([{ keptDays: 35, longestKeptDays: null }]);
  });
  test('a schedule that is not understood is said', () => {
    expect(rulesOf({ Rules: [{ RuleName: 'main', ScheduleExpression: 'cron(0 5 1W * ? *)' }] })).toMatch(
      /rule main was not understood/,
    );
  });
});

describe('whether a vault denies deletion by hand', () => {
  const both = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'];
  const deny = (rest: object = {}) => ({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: both,
    Resource: '*',
    ...rest,
  });
  const unless = (operator: string, key: string, ...values: readonly string[]) => ({
    Condition: { [operator]: { [key]: values } },
  });
  const ask = (...statements: readonly object[]) =>
    deletionBlocked.read({} as never, {} as never, {
      accessPolicy: known(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
    });
  const rows: readonly (readonly [string, boolean, readonly object[]])[] = [
    ['both, to everyone', true, [deny()]],
    ['by patterns', true, [deny({ Principal: '*', Action: ['backup:Delete*', 'backup:Update*'] })]],
    [
      'each by a statement of its own',
      true,
      [deny({ Action: both[0] }), deny({ Action: 'BACKUP:updaterecoverypointlifecycle' })],
    ],
    [
      'but for those who break the glass',
      true,
      [deny({ Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/glass' } } })],
    ],
    [
      'but for a role by its id',
      true,
      [deny(unless('StringNotLike', 'aws:userid', 'AROAEXAMPLE123456789:*'))],
    ],
    ['but for all of the account', false, [deny(unless('StringNotEquals', 'aws:PrincipalAccount', '1'))]],
    [
      'but for all of the organization',
      false,
      [deny(unless('StringNotEquals', 'aws:PrincipalOrgID', 'o-1'))],
    ],
    ['but for every role', false, [deny(unless('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/*'))]],
    ['but for everyone', false, [deny(unless('StringNotLike', 'aws:userid', '*'))]],
    [
      'but for one, and for every role',
      false,
      [deny(unless('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::1:role/glass', 'arn:aws:iam::1:*'))],
    ],
    ['deletion alone', false, [deny({ Action: both[0] })]],
    ['to one role', false, [deny({ Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } })]],
    ['to all but one, by NotPrincipal', false, [deny({ Principal: undefined, NotPrincipal: { AWS: '1' } })]],
    ['only from afar', false, [deny({ Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })]],
    ['for some recovery points', false, [deny({ Resource: 'arn:aws:ec2:*::snapshot/*' })]],
    ['all but them', false, [deny({ Action: undefined, NotAction: both })]],
    ['all but something else', true, [deny({ Action: undefined, NotAction: 'backup:DescribeBackupVault' })]],
    ['allowed', false, [deny({ Effect: 'Allow' })]],
  ];
  for (const [name, expected, statements] of rows)
    test(`${name}: ${expected}`, () => expect(ask(...statements)).toBe(expected));
  test('no policy denies nothing', () => {
    expect(deletionBlocked.read({} as never, {} as never, { accessPolicy: known(null) })).toBe(false);
  });
  test('what is no policy is not known', () => {
    expect(() => deletionBlocked.read({} as never, {} as never, { accessPolicy: known('{') })).toThrow(
      /not understood/,
    );
  });
});
