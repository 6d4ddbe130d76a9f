import check from '../../../../checks/aws/external/account-without-baa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const told = (trustedBy: readonly string[]) => ({ id: '999999999999', trustedBy, managesUs: false });

testCheck(check, {
  pass: [
    {
      name: 'until today',
      facts: told(['datadog']),
      settings: { agreements: ['999999999999 until 2026-11-20'] },
    },
    { name: 'an agreement', facts: told(['datadog']), settings: { agreements: ['999999999999'] } },
  ],
  fail: [
    {
      name: 'until yesterday',
      facts: told(['datadog']),
      settings: { agreements: ['999999999999 until 2026-11-19'] },
      because: /ended on 2026-11-19, and it may take on datadog/,
    },
    { name: 'none', facts: told(['datadog']), because: /may take on datadog$/ },
    { name: 'five roles', facts: told(['a', 'b', 'c', 'd', 'e']), because: /a, b, c, d, e$/ },
    { name: 'six roles', facts: told(['a', 'b', 'c', 'd', 'e', 'f']), because: /e and 1 more$/ },
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
