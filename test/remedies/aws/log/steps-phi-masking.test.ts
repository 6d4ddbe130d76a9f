import guidance from '../../../../remedies/aws/log/steps-phi-masking.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
