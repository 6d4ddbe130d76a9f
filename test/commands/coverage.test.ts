import { expect } from 'vitest';
import command from '../../commands/coverage.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand, wordsOf } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'the whole rule',
      says: 'coverage',
      by: people.vera,
      expect: ({ message }) => {
        expect(message.text).toContain('280 checks cover 270 of the 291 controls that are known.');
        expect(message.text).toContain('Prowler 136, Powerpipe 156');
        expect(message.text).toContain('Passing every check is not compliance');
        expect(wordsOf(message)).toContain('Technical safeguards');
      },
    },
    {
      name: 'one paragraph: checked, and not checked with the reason',
      says: 'coverage 164.312(b)',
      by: people.vera,
      expect: ({ message }) => {
        expect(message.text).toContain('164.312(b), Audit controls (standard)');
        expect(message.text).toContain('2 checks look at it (1 more is off), with 4 open findings.');
        expect(message.text).toContain(
          'Not checked: cloudwatch-logs-secrets (needs log contents to be read).',
        );
      },
    },
    {
      name: 'as lawyers write it',
      says: 'coverage "45 CFR § 164.312(b)"',
      by: people.vera,
      expect: /2 checks look at it/,
    },
    {
      name: 'with a space, and no quotes',
      says: 'coverage §164.312 (b)',
      by: people.vera,
      expect: /2 checks look at it/,
    },
    {
      name: 'a section of a law, a page of it',
      says: 'coverage 45 CFR 164.308 page:2',
      by: people.vera,
      expect: /begin with “164\.308”\. This is page 2 of/,
    },
    {
      name: 'the sign alone is not the whole rule',
      says: 'coverage §',
      by: people.vera,
      expect: /No paragraph that is known here begins with “§”/,
    },
    {
      name: 'only attested',
      says: 'coverage 164.308(a)(1)(ii)(A)',
      by: people.vera,
      expect: ({ message }) => {
        expect(message.text).toContain('No check looks at it.');
        expect(message.text).toContain('Only attested: risk-analysis (until 2027-11-02).');
      },
    },
    {
      name: 'nobody can check it',
      says: 'coverage 164.310(d)(2)(iii)',
      by: people.vera,
      expect: /No interface of a cloud shows anything of it/,
    },
    {
      name: 'a section',
      says: 'coverage 164.312',
      by: people.vera,
      expect: ({ message }) => {
        expect(message.text).toMatch(/paragraphs begin with “164\.312”/);
        expect(message.text).toContain('164.312(b) Audit controls: 2 checks');
      },
    },
    {
      name: 'no such paragraph',
      says: 'coverage 164.999',
      by: people.vera,
      expect: /No paragraph that is known here begins with “164\.999”/,
    },
  ],
});
