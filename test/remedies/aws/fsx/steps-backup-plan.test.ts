import guidance from '../../../../remedies/aws/fsx/steps-backup-plan.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
