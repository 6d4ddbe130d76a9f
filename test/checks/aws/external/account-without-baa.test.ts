import check from '../../../../checks/aws/external/account-without-baa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const told = (trustedBy: readonly string[]) => ({ id: '999999999999', trustedBy, managesUs: false });

testCheck(check, {
  pass: [{ name: 'an agreement', facts: told(['datadog']), settings: { agreements: ['999999999999'] } }],
  fail: [
    { name: 'none', facts: told(['datadog']), because: /may take on datadog$/ },
    { name: 'five roles', facts: told(['a', 'b', 'c', 'd', 'e']), because: /a, b, c, d, e$/ },
    { name: 'six roles', facts: told(['a', 'b', 'c', 'd', 'e', 'f']), because: /e and 1 more roles$/ },
    {
      name: 'with another',
      facts: told(['datadog']),
      settings: { agreements: ['888888888888'] },
      because: /no agreement/,
    },
  ],
  notApplicable: [
    {
      name: 'the management account',
      facts: { ...told(['x']), managesUs: true },
      because: /manages the organization/,
    },
    {
      name: 'the same owner',
      facts: told(['x']),
      settings: { ownAccounts: ['999999999999'] },
      because: /same owner/,
    },
  ],
});
