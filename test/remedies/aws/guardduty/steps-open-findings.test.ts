import guidance from '../../../../remedies/aws/guardduty/steps-open-findings.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
