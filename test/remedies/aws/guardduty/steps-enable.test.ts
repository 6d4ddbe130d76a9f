import guidance from '../../../../remedies/aws/guardduty/steps-enable.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
