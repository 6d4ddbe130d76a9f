import guidance from '../../../../remedies/aws/cloudtrail/steps-cloudwatch-delivery.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
