import guidance from '../../../../remedies/aws/session/steps-timeouts.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
