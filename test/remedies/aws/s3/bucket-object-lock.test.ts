import guidance from '../../../../remedies/aws/s3/bucket-object-lock.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
