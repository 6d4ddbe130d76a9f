import guidance from '../../../../remedies/aws/inspector/steps-enable.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
