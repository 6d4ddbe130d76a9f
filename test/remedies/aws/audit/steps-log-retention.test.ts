import guidance from '../../../../remedies/aws/audit/steps-log-retention.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
