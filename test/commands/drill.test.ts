import { expect } from 'vitest';
import command from '../../commands/drill.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'every gate held',
      says: 'drill',
      expect: ({ message }) => {
        expect(message.text).toMatch(/^The drill is over: all 4 gates held\./);
        expect(message.text).toContain('kept as record 512 of the audit log');
        expect(message.exit).toBe(0);
      },
    },
    { name: 'an admin may run it too', says: 'drill', by: people.adam, expect: /all 4 gates held/ },
    {
      name: 'an approver may not, and is told who can',
      says: 'drill',
      by: people.ravi,
      expect: /You need the role officer or admin to run a drill/,
    },
    {
      name: 'one did not hold',
      says: 'drill',
      samples: { drillFails: true },
      expect: ({ message }) => {
        expect(message.text).toContain('1 gate of 4 did not hold: Moved state.');
        expect(message.exit).toBe(1);
      },
    },
  ],
});
