import check from '../../../../checks/aws/iam/role-open-trust.ts';
import { testCheck } from '../../../kit/test-check.ts';

const closed = { open: null, outsiders: [], onlyServices: false, asksMfa: false };
const vendor = (conditional: boolean) => ({ account: '999999999999', statement: 'statement 1', conditional });

testCheck(check, {
  pass: [
    { name: 'own account alone', facts: { madeBy: 'customer', trust: closed, outsiders: [] } },
    {
      name: 'a vendor with an external id',
      facts: { madeBy: 'customer', trust: closed, outsiders: [vendor(true)] },
    },
    {
      name: 'an account of the same owner',
      facts: { madeBy: 'customer', trust: closed, outsiders: [vendor(false)] },
      settings: { trustedAccounts: ['999999999999'] },
    },
  ],
  fail: [
    {
      name: 'the world',
      facts: {
        madeBy: 'customer',
        trust: { ...closed, open: 'statement 1 lets everyone take the role on' },
        outsiders: [],
      },
      because: /lets everyone/,
    },
    {
      name: 'a vendor without a condition',
      facts: { madeBy: 'customer', trust: closed, outsiders: [vendor(false)] },
      because: /statement 1 lets account 999999999999 .* asks nothing more/,
    },
    {
      name: 'one with and one without',
      facts: {
        madeBy: 'customer',
        trust: closed,
        outsiders: [vendor(true), { ...vendor(false), account: '888888888888' }],
      },
      because: /account 888888888888 take/,
    },
  ],
  notApplicable: [
    {
      name: 'linked to a service',
      facts: { madeBy: 'AWS', trust: closed, outsiders: [] },
      because: /AWS made/,
    },
  ],
});
