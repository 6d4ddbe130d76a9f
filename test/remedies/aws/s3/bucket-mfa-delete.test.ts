import guidance from '../../../../remedies/aws/s3/bucket-mfa-delete.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
