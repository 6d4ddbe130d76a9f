import guidance from '../../../../remedies/aws/s3/public-since.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
