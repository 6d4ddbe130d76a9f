import guidance from '../../../../remedies/aws/securityhub/steps-enable.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
