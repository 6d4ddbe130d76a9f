import guidance from '../../../../remedies/aws/iam/steps-user-mfa.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
