import guidance from '../../../../remedies/aws/s3/bucket-policy-cloudfront-only.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
