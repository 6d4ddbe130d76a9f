import { expect } from 'vitest';
import command from '../../commands/findings.ts';
import { overfull, typical } from '../kit/sample-findings.ts';
import { people } from '../kit/sample-people.ts';
import { accountsSample } from '../kit/sample-services.ts';
import { buttonsOf, event, testCommand, wordsOf } from '../kit/test-command.ts';

const whole = accountsSample.map((a) => ({ ...a, tally: { ...a.tally, unknown: 0 }, notAssessed: [] }));

testCommand(command, {
  rows: [
    {
      name: 'of an account at which nobody looks any more',
      says: 'findings account:old',
      samples: {
        findings: typical.map((f) => ({ ...f, account: '999988887777' })),
        noLongerScanned: [
          { id: '999988887777', name: 'old lab', open: 4, scannedAt: '2026-11-03T06:00:00.000Z' },
        ],
      },
      expect: ({ message }) => {
        expect(message.text).toContain('in old lab');
        expect(message.text).toContain('old lab (4 open findings, last scanned on 3 November 2026)');
        expect(message.text).not.toContain('Nothing has been assessed yet');
      },
    },
    {
      name: 'a beginning that two hundred accounts share',
      says: 'findings account:ward',
      samples: {
        accounts: Array.from({ length: 200 }, (_, i) => ({
          ...(accountsSample[0] as (typeof accountsSample)[0]),
          id: String(200000000000 + i),
          name: `ward-${i}`,
        })),
      },
      expect: ({ message }) => {
        expect(message.text).toMatch(
          /“ward” could be ward-0 or .* or ward-9 or another\. Write the whole name\./,
        );
        expect(message.text.length).toBeLessThan(300);
      },
    },
    {
      name: 'the open ones, worst first',
      says: 'findings',
      expect: /4 open findings, worst first.*page 1 of 1/s,
    },
    {
      name: 'the whole grammar',
      says: 'findings severity>=high account:prod control:164.312 age>7d',
      expect: ({ message }) => {
        expect(message.text).toMatch(
          /1 open finding with severity high or worse, account prod, safeguard 164.312, age over 7 days/,
        );
        expect(message.text).toContain('clinic-imaging in production');
      },
    },
    { name: 'as Slack escapes it', says: 'findings severity&gt;=high', expect: /severity high or worse/ },
    {
      name: 'mine',
      says: 'findings owner:me',
      by: people.ann,
      expect: /1 open finding with owner Ann/,
    },
    { name: 'of a service', says: 'findings service:iam', expect: /2 open findings with service iam/ },
    {
      name: 'by the last part of a check',
      says: 'findings check:user-mfa',
      expect: /1 open finding with check user-mfa/,
    },
    {
      name: 'a check and a safeguard that exclude each other',
      says: 'findings check:user-mfa control:164.312(b)',
      expect: /No open finding was found/,
    },
    {
      name: 'resolved',
      says: 'findings state:resolved',
      expect: /1 resolved finding,.*Resource gone, not fixed/s,
    },
    {
      name: 'none, and not everything is known',
      says: 'findings',
      samples: { findings: [] },
      expect:
        /No open finding was found.*373 of 377 questions were answered \(98 percent\); 4 are not assessed/s,
    },
    {
      name: 'none at full coverage',
      says: 'findings',
      samples: { findings: [], accounts: whole },
      expect: ({ message }) => expect(wordsOf(message)).not.toMatch(/not assessed/),
    },
    {
      name: 'never scanned',
      says: 'findings',
      samples: { findings: [], accounts: [] },
      expect: /Nothing has been assessed yet/,
    },
    {
      name: 'unknown account',
      says: 'findings account:prodution',
      expect: /No scanned account is called “prodution”. Did you mean “production”/,
    },
    { name: 'unknown citation', says: 'findings control:164.999', expect: /No check cites “164.999”/ },
    {
      name: 'unknown severity',
      says: 'findings severity>=hihg',
      expect: /Did you mean “findings severity>=high”/,
    },
    {
      name: 'unknown filter',
      says: 'findings sevrity:high',
      expect: /Did you mean “findings severity:high”/,
    },
    { name: 'unknown person', says: 'findings owner:@zed', expect: /Nobody here is known as “@zed”/ },
    {
      name: 'a word in the wrong place',
      says: 'findings critical',
      expect: /Did you mean “findings severity>=critical”/,
    },
    {
      name: 'a page beyond the last is the last',
      says: 'findings page:9',
      expect: /These are 1 to 4, page 1 of 1/,
    },
    {
      name: '500 findings, ten at a time, every page reached by the button before it',
      says: 'findings severity>=critical',
      samples: { findings: overfull },
      expect: async ({ message, ears }) => {
        const source = { platform: 'slack', team: 'T1', channel: 'C1', id: '1.1' } as const;
        let at = message;
        let pages = 1;
        const seen = new Set<string>();
        for (;;) {
          const table = at.blocks.find((b) => b.kind === 'table');
          for (const row of table?.kind === 'table' ? table.rows : []) seen.add(JSON.stringify(row[0]));
          const next = buttonsOf(at).find((b) => b.label === 'Next page');
          if (!next) break;
          at = await ears.hear(event(next.says, people.vera, { source }));
          expect(at.replaces).toBe(true);
          pages++;
        }
        const critical = overfull.filter((f) => f.severity === 'critical').length;
        expect(pages).toBe(Math.ceil(critical / 10));
        expect(seen.size).toBe(critical);
      },
    },
    {
      name: 'shared',
      says: 'findings --share',
      expect: ({ message }) => expect(message.visibility).toBe('channel'),
    },
    {
      name: 'a button pressed elsewhere does not take the place of that message',
      says: 'findings',
      over: { source: { platform: 'slack', team: 'T1', channel: 'C1', id: '1.1' } },
      expect: ({ message }) => expect(message.replaces).toBeUndefined(),
    },
  ],
});
