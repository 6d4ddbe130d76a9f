import guidance from '../../../../remedies/aws/break/steps-break-glass.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
