import guidance from '../../../../remedies/aws/phi/steps-found.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
