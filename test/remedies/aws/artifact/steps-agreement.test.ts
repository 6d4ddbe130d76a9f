import guidance from '../../../../remedies/aws/artifact/steps-agreement.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
