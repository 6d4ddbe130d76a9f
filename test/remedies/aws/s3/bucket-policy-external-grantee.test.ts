import guidance from '../../../../remedies/aws/s3/bucket-policy-external-grantee.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
