import guidance from '../../../../remedies/aws/external/steps-agreements.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
