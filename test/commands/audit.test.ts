import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import command from '../../commands/audit.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    { name: 'whole', says: 'audit verify', expect: /The audit log is whole: 3 records/ },
    { name: 'verifies when nothing is said', says: 'audit', expect: /The audit log is whole/ },
    {
      name: 'a part of it is not verified',
      says: 'audit verify from:3',
      expect: /always verified from its first record/,
    },
    {
      name: 'exported with the digest of the file',
      says: 'audit export from:2',
      by: people.adam,
      expect: ({ message }) => {
        const text = message.attachment?.text ?? '';
        expect(
          text
            .trim()
            .split('\n')
            .map((l) => JSON.parse(l).seq),
        ).toEqual([2, 3]);
        expect(message.text).toContain(createHash('sha256').update(text).digest('hex'));
      },
    },
    {
      name: 'nothing from there on',
      says: 'audit export from:9',
      by: people.adam,
      expect: /There are no audit records from there on/,
    },
    {
      name: 'an officer may not export',
      says: 'audit export',
      by: people.olga,
      expect: /need the role admin to export the audit log. Adam has it/,
    },
  ],
});
