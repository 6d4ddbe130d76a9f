import guidance from '../../../../remedies/aws/config/steps-recorder.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
