import guidance from '../../../../remedies/aws/iam/steps-root-mfa.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
