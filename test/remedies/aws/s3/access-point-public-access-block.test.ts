import guidance from '../../../../remedies/aws/s3/access-point-public-access-block.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
