import guidance from '../../../../remedies/aws/iam/steps-root-access-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
