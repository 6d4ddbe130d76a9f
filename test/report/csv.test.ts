import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/report/csv.ts';
import { reportOf } from '../../src/report/report.ts';
import { observations, observed, scan } from './sample.ts';

/** RFC 4180, written for this test: quotes double, a quoted field may hold anything. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || (c === '\r' && text[i + 1] === '\n'))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\r') {
        i++;
        rows.push([]);
      }
    } else cell += c;
  }
  expect(quoted).toBe(false);
  expect(rows.pop()).toEqual([]);
  return rows;
}

const csv = (resource: string) => csvOf(reportOf(scan, [observed({ resource })], true));

test('a heading, then one line per observation, each ended by CR LF', () => {
  const rows = parse(csvOf(reportOf(scan, observations, true)));
  expect(rows[0]).toEqual([
    'status',
    'severity',
    'check',
    'resource',
    'account',
    'region',
    'controls',
    'because',
    'finding',
  ]);
  expect(rows).toHaveLength(observations.length + 1);
  expect(rows[1]).toEqual([
    'fail',
    'critical',
    'aws/s3/bucket-public-read',
    'arn:aws:s3:::records',
    '111122223333',
    'us-east-1',
    '164.312(c)(1) 164.308(a)(7)(ii)(A)',
    'the ACL grants READ to everyone',
    'F-7K3QX',
  ]);
});

test('nothing to say is the heading alone', () => {
  expect(csvOf(reportOf(scan, [], true))).toMatch(/^status,[a-z,]+\r\n$/);
});

test.each(['a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', '"', ',,', 'semi;colon', 'tab\there'])(
  '%j comes back as it went',
  (resource) => {
    expect(parse(csv(resource))[1]?.[3]).toBe(resource);
  },
);

describe('a spreadsheet runs nothing', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '=HYPERLINK("http://x","y")'])(
    '%j is text',
    (resource) => {
      expect(parse(csv(resource))[1]?.[3]).toBe(`'${resource}`);
    },
  );
  test.each(['a=1', '1-1', 'arn:aws:iam::1:user/a@b'])('%j needs no apostrophe', (resource) => {
    expect(parse(csv(resource))[1]?.[3]).toBe(resource);
  });
  test('a separator inside a name starts no new cell, whichever separator is set', () => {
    expect(csv('x;=cmd')).toContain('"x;=cmd"');
  });
});
