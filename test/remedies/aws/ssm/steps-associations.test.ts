import guidance from '../../../../remedies/aws/ssm/steps-associations.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
