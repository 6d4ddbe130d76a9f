import { expect } from 'vitest';
import command from '../../commands/fix.ts';
import { neverFrozen } from '../../src/domain/freeze.ts';
import { versioning } from '../kit/sample-findings.ts';
import { people } from '../kit/sample-people.ts';
import { oneApproval, planWith, states, targetOf } from '../kit/sample-remediations.ts';
import { buttonsOf, event, testCommand } from '../kit/test-command.ts';

const hash = planWith([targetOf(versioning)], { tier: oneApproval }).hash.slice(0, 12);

testCommand(command, {
  rows: [
    {
      name: 'without a reason: the plan, and nothing else',
      says: 'fix F-7K3QX',
      expect: async ({ message, services, ears }) => {
        expect(message.visibility).toBe('sender');
        expect(message.text).toContain('Nothing has been changed: this is only the plan.');
        expect(services.done).toEqual([]);
        const [button] = buttonsOf(message);
        expect(button).toMatchObject({ says: `fix F-7K3QX plan:${hash} needs:reason`, asks: true });
        const form = ears.form(button?.says ?? '');
        expect(form?.fields.map((f) => [f.name, f.required])).toEqual([['reason', true]]);
        expect(ears.problems(button?.says ?? '')).toEqual({ reason: 'This is needed.' });
        const answered = await ears.hear(event(`${button?.says} reason:"it holds scans"`, people.ann));
        expect(answered.text).toContain('You requested R-20 for clinic-intake-forms.');
        expect(services.done).toEqual(['proposed R-20 by Ann']);
      },
    },
    {
      name: 'with a reason: requested; the card stands where everybody sees it',
      says: 'fix F-7K3QX because the forms hold names',
      expect: ({ message, services }) => {
        expect(message.text).toContain('Nothing is written until it is approved.');
        expect(message.data).toMatchObject({ remediation: { reason: 'the forms hold names' } });
        expect(message.replaces).toBe(true);
        expect(services.done).toEqual(['proposed R-20 by Ann']);
        expect(buttonsOf(message).map((b) => b.label)).toEqual(['Show R-20']);
      },
    },
    {
      name: 'a dry run never requests, whatever else is said',
      says: 'fix F-7K3QX --dry-run because x',
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(buttonsOf(message)).toEqual([]);
        expect(message.text).toContain('this is only the plan');
      },
    },
    {
      name: 'a stray word requests nothing',
      says: 'fix F-7K3QX now',
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('does not know what to do with “now”');
      },
    },
    {
      name: 'a plan that moved: the new one, and nothing requested',
      says: 'fix F-7K3QX plan:000000000000 because x',
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toMatch(/^What is there is not what you looked at/);
        expect(buttonsOf(message)[0]?.says).toContain(`plan:${hash}`);
      },
    },
    {
      name: 'a check in an account, by the end of its id',
      says: 'fix --check bucket-public-access-block --account production because x',
      expect: ({ services }) => expect(services.done).toEqual(['proposed R-20 by Ann']),
    },
    { name: 'a check without an account', says: 'fix check:bucket-versioning', expect: /Name what to fix/ },
    { name: 'nothing named', says: 'fix', expect: /a finding such as F-7K3QX/ },
    { name: 'both', says: 'fix F-7K3QX check:bucket-versioning', expect: /not both/ },
    {
      name: 'no such account',
      says: 'fix check:bucket-versioning account:prodution',
      expect: /Did you mean “production”/,
    },
    {
      name: 'no such check',
      says: 'fix check:bucket-versionin account:production',
      expect: /There is no check/,
    },
    {
      name: 'one letter off',
      says: 'fix F-7K3QY because x',
      expect: /Did you mean “fix F-7K3QX reason:"x"”/,
    },
    {
      name: 'steps for a person, where no role can do it',
      says: 'fix F-7K3QX because x',
      samples: { guided: true },
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('1. Sign in as the root user.');
        expect(buttonsOf(message)[0]).toMatchObject({ says: 'recheck F-7K3QX' });
      },
    },
    {
      name: 'while every change is stopped, the plan says so',
      says: 'fix F-7K3QX',
      samples: { frozen: states['frozen']?.freeze ?? neverFrozen },
      expect: /Kill switch: on since/,
    },
    {
      name: 'a reason that names a patient',
      says: 'fix F-7K3QX because SSN 123-45-6789 is in it',
      expect: ({ message }) => {
        expect(JSON.stringify(message)).not.toContain('6789');
        expect(message.data).toMatchObject({ remediation: { reason: '[SSN masked] is in it' } });
      },
    },
  ],
});
