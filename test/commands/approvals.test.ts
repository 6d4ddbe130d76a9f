import { expect } from 'vitest';
import command from '../../commands/approvals.ts';
import { people } from '../kit/sample-people.ts';
import { viewOf } from '../kit/sample-remediations.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

const many = { views: Array.from({ length: 23 }, (_, i) => viewOf({ id: `R-${i + 1}` })) };

testCommand(command, {
  rows: [
    {
      name: 'what waits for an approver',
      says: 'approvals',
      by: people.ravi,
      expect: ({ message }) => {
        expect(message.text).toMatch(/^1 request waits for you\. None of your own is open\./);
        expect(message.text).toContain('R-12, waits for you: ');
        expect(message.text).toMatch(/Kill switch: off\.$/);
        expect(buttonsOf(message)).toMatchObject([{ says: 'show R-12' }]);
      },
    },
    {
      name: 'what somebody asked for',
      says: 'approvals',
      by: people.ann,
      expect: /No request waits for you\. 1 of your own is open\./,
    },
    { name: 'nothing', says: 'approvals', by: people.vera, expect: /None of your own is open/ },
    {
      name: 'the second page of three',
      says: 'approvals page:2 --here',
      by: people.ravi,
      samples: many,
      expect: ({ message }) => {
        expect(message.text).toContain('This is page 2 of 3.');
        expect(message.replaces).toBe(true);
      },
    },
  ],
});
