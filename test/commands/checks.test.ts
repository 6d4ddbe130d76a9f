import { expect } from 'vitest';
import command from '../../commands/checks.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'the first ten',
      says: 'checks',
      expect: ({ message }) => {
        expect(message.text).toContain('13 checks, 12 of them on. This is page 1 of 2.');
        expect(buttonsOf(message)).toEqual([{ label: 'Next page', says: 'checks page:2 --here' }]);
      },
    },
    {
      name: 'one check',
      says: 'checks bucket-versioning',
      expect: /What should be true: Overwritten.*164.312\(c\)\(1\) Integrity.*1 finding of it is open/s,
    },
    { name: 'its thresholds', says: 'checks aws/iam/access-key-age', expect: /Thresholds: maxAgeDays 90/ },
    {
      name: 'off until opted into',
      says: 'checks state:off',
      expect: /Off until anonymous-probe is opted into/,
    },
    { name: 'of a safeguard', says: 'checks control:164.312(b)', expect: /1 check, on\./ },
    { name: 'mistyped', says: 'checks bucket-versionin', expect: /Did you mean “bucket-versioning”/ },
  ],
});
