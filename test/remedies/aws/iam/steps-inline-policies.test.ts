import guidance from '../../../../remedies/aws/iam/steps-inline-policies.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
