import guidance from '../../../../remedies/aws/iam/steps-role-open-trust.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
