import { expect } from 'vitest';
import command from '../../commands/status.ts';
import { accountsSample } from '../kit/sample-services.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

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
