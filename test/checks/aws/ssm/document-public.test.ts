import check from '../../../../checks/aws/ssm/document-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'with nobody', facts: { sharedWith: {} } },
    { name: 'with one account', facts: { sharedWith: { '444455556666': null } } },
  ],
  fail: [
    { name: 'with all', facts: { sharedWith: { all: null } }, because: /all AWS accounts/ },
    { name: 'written large', facts: { sharedWith: { All: '$DEFAULT' } }, because: /all AWS accounts/ },
  ],
});
