import { expect, test } from 'vitest';
import { withAgreements } from '../../src/wiring/agreements.ts';

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

test('the register and the own accounts are settings of the checks that ask for them, beside what is set by hand', () => {
  const settings = withAgreements(config as never, { accounts: () => accounts });
  const registered = ['222222222222 until 2026-11-20', '333333333333', '444444444444'];
  expect(settings).toEqual({
    'aws/iam/access-key-age': { maxAgeDays: 60 },
    [check]: { agreements: ['111111111111', ...registered], ownAccounts: ['555555555555'] },
    'aws/iam/role-open-trust': { trustedAccounts: ['555555555555'] },
    'aws/external/bucket-account-without-baa': { agreements: registered, ownAccounts: ['555555555555'] },
  });
});

test('an account of the organization that is left out is no stranger to the others', () => {
  const provider = { accounts: () => accounts, siblings: () => ['666666666666'] };
  const settings = withAgreements(config as never, provider);
  expect(settings['aws/iam/role-open-trust']).toEqual({ trustedAccounts: ['555555555555', '666666666666'] });
  expect(settings[check]).toMatchObject({ ownAccounts: ['555555555555', '666666666666'] });
});
