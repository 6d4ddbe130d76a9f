import guidance from '../../../../remedies/aws/wafv2/steps-logging.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
