import guidance from '../../../../remedies/aws/ssm/steps-parameter.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
