import guidance from '../../../../remedies/aws/cloudwatch/steps-alarm-actions.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
