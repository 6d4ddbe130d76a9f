import guidance from '../../../../remedies/aws/macie/steps-enable.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
