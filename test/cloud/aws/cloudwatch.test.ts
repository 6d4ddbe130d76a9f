import { describe, expect, test } from 'vitest';
import { type Alarm, partOf } from '../../../src/cloud/aws/cloudwatch/alarms.ts';
import { filterPattern, type Takes } from '../../../src/cloud/aws/cloudwatch/filter-pattern.ts';
import { maskedBy } from '../../../src/cloud/aws/cloudwatch/masking.ts';

const event = {
  eventName: 'DeleteTrail',
  eventSource: 'cloudtrail.amazonaws.com',
  errorCode: null,
};

describe('what a metric filter takes of the deletion of a trail', () => {
  const table: readonly (readonly [string, string, Takes])[] = [
    ['its name', '{ $.eventName = DeleteTrail }', 'yes'],
    ['its name in quotes', '{ $.eventName = "DeleteTrail" }', 'yes'],
    ['without spaces', '{($.eventName=DeleteTrail)}', 'yes'],
    ['one of two names', '{ ($.eventName = StopLogging) || ($.eventName = DeleteTrail) }', 'yes'],
    [
      'one of three names without brackets',
      '{ $.eventName = A || $.eventName = B || $.eventName = DeleteTrail }',
      'yes',
    ],
    ['its beginning', '{ $.eventName = Delete* }', 'yes'],
    ['its end', '{ $.eventName = "*Trail" }', 'yes'],
    ['both', '{ $.eventName = "D*T*l" }', 'yes'],
    ['a beginning and an end that overlap', '{ $.eventName = "DeleteTra*Trail" }', 'no'],
    ['another beginning', '{ $.eventName = Create* }', 'no'],
    ['another name', '{ $.eventName = StopLogging }', 'no'],
    ['another letter', '{ $.eventName = deleteTrail }', 'no'],
    ['its source', '{ $.eventSource = cloudtrail.amazonaws.com }', 'yes'],
    [
      'source and name',
      '{ ($.eventSource = cloudtrail.amazonaws.com) && ($.eventName = DeleteTrail) }',
      'yes',
    ],
    [
      'another source and its name',
      '{ ($.eventSource = s3.amazonaws.com) && ($.eventName = DeleteTrail) }',
      'no',
    ],
    [
      'and binds closer than or',
      '{ $.eventName = DeleteTrail || $.eventName = A && $.eventSource = b }',
      'yes',
    ],
    ['brackets bind closer', '{ ($.eventName = DeleteTrail || $.eventName = A) && $.eventSource = b }', 'no'],
    ['all but another', '{ $.eventName != StopLogging }', 'yes'],
    ['all but it', '{ $.eventName != "Delete*" }', 'no'],
    ['only what succeeds', '{ $.eventName = DeleteTrail && $.errorCode NOT EXISTS }', 'yes'],
    ['only what fails', '{ $.eventName = DeleteTrail && $.errorCode = "*Denied*" }', 'no'],
    ['only by one user', '{ $.eventName = DeleteTrail && $.userIdentity.userName = eve }', 'no'],
    ['by all but one user', '{ $.eventName = DeleteTrail && $.userIdentity.userName != eve }', 'maybe'],
    ['by any user', '{ $.eventName = DeleteTrail && $.userIdentity.userName = * }', 'maybe'],
    ['where something is not told', '{ $.eventName = DeleteTrail && $.vpcEndpointId NOT EXISTS }', 'maybe'],
    ['a number', '{ $.eventName = DeleteTrail && $.size > 3 }', 'maybe'],
    ['another name and a number', '{ $.eventName = StopLogging && $.size > 3 }', 'no'],
    ['nothing set', '{ $.eventName IS NULL }', 'no'],
    ['a pattern of its own', '{ $.eventName = %Delete.*% }', 'maybe'],
    ['everything', '', 'yes'],
    ['a word that is in it', 'DeleteTrail', 'maybe'],
    ['a word that is not', 'ERROR', 'no'],
    ['columns', '[ip, user, eventName = DeleteTrail]', 'maybe'],
    ['a bracket too few', '{ ($.eventName = DeleteTrail }', 'maybe'],
    ['two fields and nothing between', '{ $.eventName = DeleteTrail $.eventSource = x }', 'maybe'],
    ['a bracket too few about another', '{ ($.source = StopLogging }', 'no'],
  ];
  for (const [name, pattern, takes] of table)
    test(`${takes}: ${name}`, () => expect(filterPattern(pattern)(event)).toBe(takes));
});

test('a composite alarm is known by the names and ARNs in its rule', () => {
  const alarm = (name: string, rule: string | null): Alarm => ({
    id: `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`,
    region: 'us-east-1',
    name,
    actionsEnabled: true,
    actions: [],
    metrics: [],
    rule,
    firesAt: null,
  });
  const errors = alarm('errors', null);
  const all = [
    errors,
    alarm('by-name', 'ALARM("errors") OR ALARM("slow")'),
    alarm('by-arn', `ALARM('${errors.id}')`),
    alarm('bare', 'ALARM( errors )'),
    alarm('one-of-two', `AT_LEAST(1, ALARM, ("slow (p99)", ${errors.id}))`),
    alarm('two-well', 'AT_LEAST(2, OK, (errors, slow))'),
    alarm('when-well', 'OK("errors")'),
    alarm('of-another', 'ALARM("errors-2")'),
  ];
  expect(partOf(errors, all).map(({ name }) => name)).toEqual(['by-name', 'by-arn', 'bare', 'one-of-two']);
});

describe('what a data protection policy masks', () => {
  const id = (name: string) => `arn:aws:dataprotection::aws:data-identifier/${name}`;
  test('what its masking statements name, and not what it only looks for', () => {
    const Statement = [
      { DataIdentifier: [id('Name')], Operation: { Audit: { FindingsDestination: {} } } },
      {
        DataIdentifier: [id('NhsNumber-GB'), id('EmailAddress'), 'EmployeeId'],
        Operation: { Deidentify: { MaskConfig: {} } },
      },
    ];
    expect(maskedBy(JSON.stringify({ Statement }))).toEqual(['EmailAddress', 'EmployeeId', 'NhsNumber-GB']);
  });
  test('what is no policy is not known', () => {
    expect(() => maskedBy('nonsense')).toThrow(/not understood/);
    expect(() => maskedBy('{}')).toThrow(/without its list/);
  });
});
