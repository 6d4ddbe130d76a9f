import check from '../../../../checks/aws/leaver/other-credentials.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'still here', facts: { standing: 'here', otherCredentials: null } },
    { name: 'gone, with none', facts: { standing: 'deactivated', otherCredentials: [] } },
  ],
  fail: [
    {
      name: 'gone, with two',
      facts: {
        standing: 'deactivated',
        otherCredentials: ['a credential for bedrock.amazonaws.com', 'an SSH key'],
      },
      because: /still has a credential for bedrock\.amazonaws\.com, an SSH key$/,
    },
  ],
  notApplicable: [
    {
      name: 'nobody that is known',
      facts: { standing: 'unmatched', otherCredentials: null },
      because: /nobody in the chat/,
    },
  ],
});
