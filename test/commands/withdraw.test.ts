import { expect } from 'vitest';
import command from '../../commands/withdraw.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'your own',
      says: 'withdraw R-12 because the lab moves first',
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['withdrawn R-12 by Ann']);
        expect(message.text).toContain('You withdrew R-12. Nothing was written.');
        expect(message.data).toMatchObject({ remediation: { because: 'the lab moves first' } });
      },
    },
    {
      name: 'without a reason',
      says: 'withdraw R-12',
      expect: ({ message }) =>
        expect(message.data).toMatchObject({ remediation: { because: 'no reason was given' } }),
    },
    {
      name: "somebody else's, as a responder",
      says: 'withdraw R-12',
      by: people.bob,
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('Only whoever asked for it, or an approver, may withdraw it.');
      },
    },
    {
      name: "somebody else's, as an approver",
      says: 'withdraw R-12',
      by: people.ravi,
      expect: ({ services }) => expect(services.done).toEqual(['withdrawn R-12 by Ravi']),
    },
    { name: 'no such request', says: 'withdraw R-99', expect: /There is no request “R-99”/ },
  ],
});
