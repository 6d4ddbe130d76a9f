import guidance from '../../../../remedies/aws/org/steps-ai-opt-out.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
