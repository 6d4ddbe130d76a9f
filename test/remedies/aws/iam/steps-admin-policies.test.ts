import guidance from '../../../../remedies/aws/iam/steps-admin-policies.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
