import check from '../../../../checks/aws/accessanalyzer/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

const externalAccess = { analyzer: 'account', open: 0, more: false };

testCheck(check, {
  pass: [{ name: 'on, all decided', facts: { externalAccess } }],
  fail: [
    { name: 'none', facts: { externalAccess: null }, because: /no active/ },
    {
      name: 'one open',
      facts: { externalAccess: { ...externalAccess, open: 1 } },
      because: /^1 active finding of/,
    },
    {
      name: 'many open',
      facts: { externalAccess: { ...externalAccess, open: 100, more: true } },
      because: /^100 or more active findings of the analyzer account/,
    },
  ],
});
