import { expect } from 'vitest';
import command from '../../commands/recheck.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'tells how it stands now',
      says: 'recheck F-7K3QX',
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['rechecked F-7K3QX by Ann']);
        expect(message.text).toMatch(/^F-7K3QX was looked at again\. It is now: open\./);
      },
    },
    { name: 'one letter off', says: 'recheck F-7K3QY', expect: /Did you mean “recheck F-7K3QX”/ },
    { name: 'nothing named', says: 'recheck', expect: /still needs “finding”/ },
  ],
});
