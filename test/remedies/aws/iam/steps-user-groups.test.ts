import guidance from '../../../../remedies/aws/iam/steps-user-groups.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
