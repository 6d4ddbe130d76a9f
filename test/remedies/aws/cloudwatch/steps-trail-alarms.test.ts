import guidance from '../../../../remedies/aws/cloudwatch/steps-trail-alarms.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
