import guidance from '../../../../remedies/aws/iam/steps-policy-powers.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
