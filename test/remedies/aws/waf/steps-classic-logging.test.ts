import guidance from '../../../../remedies/aws/waf/steps-classic-logging.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
