import check from '../../../../checks/aws/external/bucket-account-without-baa.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'until today',
      facts: { foreignAccounts: ['999999999999'] },
      settings: { agreements: ['999999999999 until 2026-11-20'] },
    },
    {
      name: 'an agreement',
      facts: { foreignAccounts: ['999999999999'] },
      settings: { agreements: ['999999999999'] },
    },
    {
      name: 'one with and one of the same owner',
      facts: { foreignAccounts: ['888888888888', '999999999999'] },
      settings: { agreements: ['999999999999'], ownAccounts: ['888888888888'] },
    },
  ],
  fail: [
    {
      name: 'until yesterday',
      facts: { foreignAccounts: ['999999999999'] },
      settings: { agreements: ['999999999999 until 2026-11-19'] },
      because: /lets in 999999999999,/,
    },
    { name: 'none', facts: { foreignAccounts: ['999999999999'] }, because: /lets in 999999999999,/ },
    {
      name: 'one of two',
      facts: { foreignAccounts: ['888888888888', '999999999999'] },
      settings: { agreements: ['999999999999'] },
      because: /lets in 888888888888,/,
    },
  ],
  notApplicable: [
    { name: 'nobody', facts: { foreignAccounts: [] }, because: /no outside account/ },
    {
      name: 'the same owner',
      facts: { foreignAccounts: ['888888888888'] },
      settings: { ownAccounts: ['888888888888'] },
      because: /no outside account/,
    },
  ],
});
