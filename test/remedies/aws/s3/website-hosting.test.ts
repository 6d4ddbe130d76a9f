import guidance from '../../../../remedies/aws/s3/website-hosting.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
