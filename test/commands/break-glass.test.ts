import { expect } from 'vitest';
import command from '../../commands/break-glass.ts';
import { testCommand } from '../kit/test-command.ts';

const reason = 'because strangers are reading intake forms at this very moment';

testCommand(command, {
  rows: [
    {
      name: 'at once, in the open, to be reviewed',
      says: `break-glass F-7K3QX ${reason}`,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['glassBroken R-20 by Ravi']);
        expect(message.text).toContain('You broke the glass: R-20 is carried out on clinic-intake-forms.');
        expect(message.text).toContain('one of them reviews it by 21 November 2026 at 12:00 UTC');
        expect(message.text).not.toMatch(/\bdone\b|applied/);
      },
    },
    { name: 'a short reason', says: 'break-glass F-7K3QX because x', expect: /at least 20 characters/ },
    { name: 'without a reason', says: 'break-glass F-7K3QX', expect: /still needs “reason”/ },
    {
      name: 'steps for a person',
      says: `break-glass F-7K3QX ${reason}`,
      samples: { guided: true },
      expect: /Sign in as the root user/,
    },
    {
      name: 'one letter off',
      says: `break-glass F-7K3QY ${reason}`,
      expect: /Did you mean “break-glass F-7K3QX/,
    },
  ],
});
