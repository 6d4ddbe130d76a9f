import guidance from '../../../../remedies/aws/dms/steps-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
