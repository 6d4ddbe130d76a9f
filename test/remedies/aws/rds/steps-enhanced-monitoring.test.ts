import guidance from '../../../../remedies/aws/rds/steps-enhanced-monitoring.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
