import guidance from '../../../../remedies/aws/iam/steps-access-key-rotate.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
