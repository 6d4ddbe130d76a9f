import guidance from '../../../../remedies/aws/iam/steps-password-expiry.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
