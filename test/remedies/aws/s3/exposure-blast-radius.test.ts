import guidance from '../../../../remedies/aws/s3/exposure-blast-radius.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
