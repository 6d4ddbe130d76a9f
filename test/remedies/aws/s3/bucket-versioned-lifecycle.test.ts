import guidance from '../../../../remedies/aws/s3/bucket-versioned-lifecycle.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
