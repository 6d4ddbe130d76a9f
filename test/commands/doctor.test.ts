import { expect } from 'vitest';
import command from '../../commands/doctor.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'worst first, with the remedy',
      says: 'doctor',
      expect: ({ message }) => {
        expect(message.text).toMatch(/4 things examined: 1 failed, 1 warning, 1 not examined and 1 fine/);
        expect(message.text).toMatch(
          /Slack, failed: The token was refused. Set SLACK_BOT_TOKEN anew..*Schedule, warning/s,
        );
        expect(message.exit).toBe(1);
      },
    },
    { name: 'a press that arrived', says: 'doctor button', expect: /buttons work here/ },
    { name: 'nothing to examine', says: 'doctor', samples: { symptoms: [] }, expect: /0 things examined/ },
  ],
});
