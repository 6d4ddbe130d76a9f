import check from '../../../../checks/aws/s3/bucket-policy-cloudfront-only.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'limited', facts: { cloudFrontLimit: { limited: true, because: 'own distributions' } } }],
  fail: [
    {
      name: 'any distribution',
      facts: { cloudFrontLimit: { limited: false, because: 'statement 1 lets CloudFront in for others' } },
      because: /for others/,
    },
  ],
  notApplicable: [{ name: 'no origin', facts: { cloudFrontLimit: null } }],
});
