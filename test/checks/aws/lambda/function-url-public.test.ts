import check from '../../../../checks/aws/lambda/function-url-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'signed requests only', facts: { urls: [{ alias: null, auth: 'AWS_IAM' }] } }],
  fail: [
    {
      name: 'of the function',
      facts: { urls: [{ alias: null, auth: 'NONE' }] },
      because: /the function asks/,
    },
    {
      name: 'of one alias among several',
      facts: {
        urls: [
          { alias: null, auth: 'AWS_IAM' },
          { alias: 'live', auth: 'NONE' },
        ],
      },
      because: /of alias live asks/,
    },
  ],
  notApplicable: [{ name: 'no web address', facts: { urls: [] } }],
});
