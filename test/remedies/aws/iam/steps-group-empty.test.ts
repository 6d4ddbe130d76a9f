import guidance from '../../../../remedies/aws/iam/steps-group-empty.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
