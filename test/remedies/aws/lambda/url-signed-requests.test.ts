import remedy from '../../../../remedies/aws/lambda/url-signed-requests.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    {
      name: 'of the function',
      current: [{ alias: null, auth: 'NONE' }],
      after: [{ alias: null, auth: 'AWS_IAM' }],
    },
    {
      name: 'of one of two aliases',
      current: [
        { alias: 'live', auth: 'AWS_IAM' },
        { alias: 'test', auth: 'NONE' },
      ],
      after: [
        { alias: 'live', auth: 'AWS_IAM' },
        { alias: 'test', auth: 'AWS_IAM' },
      ],
    },
  ],
  consequences: [
    {
      name: 'strangers are named',
      current: [
        { alias: null, auth: 'NONE' },
        { alias: 'live', auth: 'AWS_IAM' },
      ],
      verdict: 'breaks',
      says: [['breaks', /web address of the function without signing/]],
      saysNot: [/alias live/],
    },
  ],
});
