import guidance from '../../../../remedies/aws/rds/steps-backup-plan.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
