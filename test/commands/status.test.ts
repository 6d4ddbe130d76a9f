import { expect } from 'vitest';
import command from '../../commands/status.ts';
import { accountsSample } from '../kit/sample-services.ts';
import { buttonsOf, testCommand, wordsOf } from '../kit/test-command.ts';

const refused = {
  ...(accountsSample[0] as (typeof accountsSample)[0]),
  id: '777788889999',
  name: 'billing',
  tally: { pass: 0, fail: 0, notApplicable: 0, unknown: 0 },
  notAssessed: [],
  refused: 'the role could not be assumed',
};
const many = Array.from({ length: 25 }, (_, i) => ({
  ...(accountsSample[1] as (typeof accountsSample)[1]),
  id: String(100000000000 + i),
  name: `clinic-${String(i).padStart(2, '0')}`,
}));

testCommand(command, {
  rows: [
    {
      name: 'typical',
      says: 'status',
      expect:
        /4 findings are open: 1 critical, 1 high and 2 medium.*98 percent.*4 are not assessed.*s3:GetBucketPolicy/s,
    },
    {
      name: 'an account that could not be opened is not passed',
      says: 'status',
      samples: { accounts: [...accountsSample, refused], findings: [] },
      expect:
        /No findings are open among what was assessed.*1 account could not be opened.*billing: the role could not be assumed/s,
    },
    {
      name: 'thirty without the role: first in the list, by what keeps them closed, and not among the gaps',
      says: 'status',
      samples: {
        accounts: [
          ...many,
          ...Array.from({ length: 30 }, (_, i) => ({
            ...refused,
            id: String(200000000000 + i),
            name: `ward-${String(i).padStart(2, '0')}`,
            notAssessed: [
              { account: 'x', reason: 'denied' as const, permission: 'sts:AssumeRole', count: 9 },
            ],
          })),
        ],
      },
      expect: ({ message }) => {
        expect(message.text).toContain('30 accounts could not be opened');
        expect(message.text).toContain(
          'Not opened: 30 accounts, the role could not be assumed: ward-00, ward-01, ward-02, ward-03, ward-04, ward-05, ward-06, ward-07, ward-08, ward-09 and 20 more.',
        );
        expect(message.text).not.toContain('sts:AssumeRole');
        expect(message.text).toContain('This is page 1 of 6.');
        expect(wordsOf(message)).not.toContain('clinic-00');
      },
    },
    {
      name: 'since when one is closed',
      says: 'status',
      samples: { accounts: [{ ...refused, lastOpened: '2026-11-03T06:00:00.000Z' }] },
      expect: /billing: the role could not be assumed \(last opened on 3 November 2026\)/,
    },
    {
      name: 'open findings of accounts at which nobody looks any more',
      says: 'status',
      samples: {
        noLongerScanned: [
          { id: '1', name: 'old lab', open: 12, scannedAt: '2026-11-03T06:00:00.000Z' },
          { id: '2', name: 'sandbox', open: 1, scannedAt: null },
        ],
      },
      expect:
        /2 accounts with open findings are not scanned any more, .*: old lab \(12 open findings, last scanned on 3 November 2026\), sandbox \(1 open finding, never scanned as a whole\)\. Nothing is learned of them, so the findings stay open\./,
    },
    {
      name: 'never scanned',
      says: 'status',
      samples: { accounts: [], findings: [] },
      expect: /Nothing has been assessed yet.*No scan has run yet/s,
    },
    {
      name: 'while a scan runs',
      says: 'status',
      samples: { running: true },
      expect: /Scan S-2 of everything is running, since/,
    },
    {
      name: '25 accounts',
      says: 'status page:2',
      samples: { accounts: many },
      expect: ({ message }) => {
        expect(message.text).toContain('This is page 2 of 3.');
        expect(buttonsOf(message).map((b) => b.label)).toEqual([
          'Open findings',
          'Previous page',
          'Next page',
          'Share',
        ]);
      },
    },
  ],
});
