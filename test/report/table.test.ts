import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { reportOf } from '../../src/report/report.ts';
import { tableOf } from '../../src/report/table.ts';
import { observations, observed, scan } from './sample.ts';

const report = reportOf(scan, observations, true);
const lines = tableOf(report, false).split('\n');

test('every column starts where its heading does', () => {
  const [head = '', ...rows] = lines;
  for (const [heading, first] of [
    ['finding', 'F-7K3QX'],
    ['check', 'aws/s3/bucket-public-read'],
    ['resource', 'arn:aws:s3:::records'],
    ['what was seen', 'the ACL grants READ to everyone'],
  ] as const) {
    expect(rows[0]?.indexOf(first), heading).toBe(head.indexOf(heading));
  }
});

test('colour changes no letter', () => {
  expect(stripVTControlCharacters(tableOf(report, true))).toBe(lines.join('\n'));
  expect(tableOf(report, true)).toContain('\u001b[');
});

test('says what could not be assessed, and why', () => {
  expect(lines).toContain('3 questions fail; 5 of 36 were assessed.');
  expect(lines).toContain('Account staging could not be assessed: access was denied: sts:AssumeRole.');
  expect(lines).toContain('Not assessed: 28 (denied, sts:AssumeRole).');
});

test('names each scan, account and its size', () => {
  expect(lines).toContain(
    'Scan S-0a1b2c3d of production (111122223333), staging (444455556666): 12 resources, 88 API calls, finished.',
  );
});

test('a name from the cloud cannot move the cursor', () => {
  const evil = observed({ resource: 'a\u001b[2Jb', because: 'x\r\ny\u009b1m' });
  const text = tableOf(reportOf(scan, [evil], true), false);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(text).toContain('a?[2Jb');
});

test('nothing failing is said without an empty table', () => {
  const text = tableOf(reportOf({ ...scan, accounts: [] }, [], false), false);
  expect(text).toMatch(/^Scan .*\n0 questions fail; 0 of 0 were assessed\.\n$/);
});
