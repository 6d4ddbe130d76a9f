import guidance from '../../../../remedies/aws/iam/steps-root-signing-certificate.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
