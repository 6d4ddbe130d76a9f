import { expect } from 'vitest';
import command from '../../commands/deny.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { states } from '../kit/sample-remediations.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'with the reason',
      says: 'deny R-12 because the portal needs it',
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['denied R-12 by Ravi']);
        expect(message.text).toMatch(/^You denied R-12\./);
        expect(message.data).toMatchObject({
          remediation: { because: 'the portal needs it', endedBy: { name: 'Ravi' } },
        });
        expect(buttonsOf(message).map((b) => b.label)).toEqual(['Show R-12']);
      },
    },
    { name: 'without a reason', says: 'deny R-12', expect: /deny still needs “reason”/ },
    {
      name: 'too late',
      says: 'deny R-12 because x',
      samples: { views: [states['expired'] as RemediationView] },
      expect: /not in a state where this can be done/,
    },
    { name: 'no such request', says: 'deny R-99 because x', expect: /There is no request “R-99”/ },
  ],
});
