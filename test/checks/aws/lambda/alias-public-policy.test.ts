import check from '../../../../checks/aws/lambda/alias-public-policy.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { aliasesOpenTo: { live: null } } }],
  fail: [
    {
      name: 'everyone, by one of two',
      facts: { aliasesOpenTo: { live: 'anyone lets everyone do lambda:InvokeFunction', test: null } },
      because: /^alias live: anyone lets everyone/,
    },
  ],
  notApplicable: [{ name: 'no alias', facts: { aliasesOpenTo: {} }, because: /no alias/ }],
});
