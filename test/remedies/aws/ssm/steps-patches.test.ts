import guidance from '../../../../remedies/aws/ssm/steps-patches.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
