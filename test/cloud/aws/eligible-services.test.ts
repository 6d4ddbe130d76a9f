import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEligibleServices } from '../../../src/cloud/aws/organizations/eligible-services.ts';
import { prefixOfArn, prefixOfBill } from '../../../src/cloud/aws/organizations/service-names.ts';
import { heldAgainst } from '../../../src/cloud/aws/organizations/services-in-use.ts';

const written = (text: string): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'eligible-')), 'list.json');
  writeFileSync(file, text);
  return file;
};
const names = (count: number): string[] => [
  's3',
  'ec2',
  'rds',
  ...Array.from({ length: count - 3 }, (_, at) => `service-${at}`),
];
const list = (apiPrefixes: unknown, asOf: unknown = '2026-01-31') =>
  written(JSON.stringify({ asOf, apiPrefixes }));

describe('the list', () => {
  test('that comes with the program is dated and whole', () => {
    const { asOf, prefixes } = loadEligibleServices();
    expect(asOf).toBe('2025-04-16');
    expect(prefixes.size).toBeGreaterThan(150);
    expect(prefixes.has('healthlake')).toBe(true);
    expect(prefixes.has('lightsail')).toBe(false);
  });

  test('of the operator takes its place', () => {
    expect(loadEligibleServices(list(names(50)))).toMatchObject({
      asOf: '2026-01-31',
      prefixes: { size: 50 },
    });
  });

  test.each([
    ['49 services', list(names(49)), /names 49 services/],
    ['one service fifty times', list(Array(60).fill('s3')), /names 1 services/],
    ['no s3', list(names(60).slice(1)), /s3 is not on it/],
    ['no ec2 and rds', list(names(60).filter((name) => name !== 'ec2' && name !== 'rds')), /ec2, rds/],
    ['no date', list(names(60), null), /no date/],
    ['no day', list(names(60), 'last week'), /no date/],
    ['no list', list('s3'), /not a list/],
    ['numbers', list([1, 2, 3]), /not a list/],
    ['no JSON', written('s3, ec2, rds'), /it is not JSON/],
    ['nothing in it', written('null'), /no date/],
    ['no file', '/nowhere/list.json', /list.json could not be read \(ENOENT\)/],
  ])('with %s is refused', (_, file, because) => {
    expect(() => loadEligibleServices(file)).toThrow(because);
  });
});

describe('services', () => {
  const eligible = { asOf: '2025-04-16', prefixes: new Set(['s3', 'ec2']) };

  test('are on it, not on it, or not to be told', () => {
    const seen = [
      ['Amazon Simple Storage Service', 's3'],
      ['EC2 - Other', 'ec2'],
      ['Amazon Lightsail', 'lightsail'],
      ['Something New', undefined],
      ['Amazon Lightsail', 'lightsail'],
    ] as const;
    expect(heldAgainst(eligible, seen)).toEqual({
      eligible: ['Amazon Simple Storage Service', 'EC2 - Other'],
      unlisted: ['Amazon Lightsail'],
      unsure: ['Something New'],
      asOf: '2025-04-16',
    });
    expect(() => heldAgainst(eligible, [['Something New', undefined]])).toThrow(/Something New/);
    expect(heldAgainst(eligible, [])).toMatchObject({ eligible: [], unlisted: [], unsure: [] });
  });

  test.each([
    ['Amazon Relational Database Service', 'rds'],
    ['Tax', null],
    ['AWS Support (Business)', null],
    ['Savings Plans for AWS Compute usage', null],
    ['Claude 3 (Amazon Bedrock Edition)', undefined],
    ['AWS Supply Chain', undefined],
  ])('by the bill: %s', (name, prefix) => {
    expect(prefixOfBill(name)).toBe(prefix);
  });

  test.each([
    ['arn:aws:s3:::records', 's3'],
    ['arn:aws:lightsail:us-east-1:1:Instance/1', 'lightsail'],
    ['arn:aws:pipes:us-east-1:1:pipe/p', undefined],
    ['arn:aws:emr-serverless:us-east-1:1:/applications/a', undefined],
    ['arn:aws:catalog:us-east-1:1:portfolio/port-1', undefined],
    ['arn:aws:appconfig:us-east-1:1:application/a', undefined],
    ['nonsense', undefined],
  ])('by the ARN: %s', (arn, prefix) => {
    expect(prefixOfArn(arn)).toBe(prefix);
  });

  test('whose bill names them are ones that the list could name', () => {
    const { prefixes } = loadEligibleServices();
    for (const name of ['Amazon Virtual Private Cloud', 'AWS Step Functions', 'Amazon Elastic MapReduce'])
      expect(prefixes.has(prefixOfBill(name) ?? '')).toBe(true);
  });
});
