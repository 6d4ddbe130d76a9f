import guidance from '../../../../remedies/aws/non/steps-eligible-services.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
