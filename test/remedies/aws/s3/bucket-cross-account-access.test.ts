import guidance from '../../../../remedies/aws/s3/bucket-cross-account-access.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
