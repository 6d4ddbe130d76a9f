import guidance from '../../../../remedies/aws/cognito/steps-mfa.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
