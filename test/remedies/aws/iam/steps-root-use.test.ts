import guidance from '../../../../remedies/aws/iam/steps-root-use.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
