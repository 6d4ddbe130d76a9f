import { expect, test } from 'vitest';
import { withAgreements } from '../src/agreements.ts';

const check = 'aws/external/account-without-baa';
const config = {
  checks: {
    disabled: [],
    optIn: [],
    settings: { [check]: { agreements: ['111111111111'] }, 'aws/iam/access-key-age': { maxAgeDays: 60 } },
  },
  businessAssociates: [
    { name: 'archive', accounts: ['222222222222'] as [string], until: '2026-11-20' },
    { name: 'lab', accounts: ['333333333333', '444444444444'] as [string, string] },
  ],
};
const accounts = [{ name: 'records', id: '555555555555' }, { name: 'unnamed' }];
const on = (day: string) => withAgreements(config as never, accounts, new Date(`${day}T23:00:00Z`));

test('the register and the own accounts are settings of the check, beside what is set by hand', () => {
  expect(on('2026-11-20')).toEqual({
    'aws/iam/access-key-age': { maxAgeDays: 60 },
    [check]: {
      agreements: ['111111111111', '222222222222', '333333333333', '444444444444'],
      ownAccounts: ['555555555555'],
    },
  });
});

test('an agreement whose last day is past is none', () => {
  expect(on('2026-11-21')[check]?.['agreements']).not.toContain('222222222222');
});
