import guidance from '../../../../remedies/aws/backup/steps-restore-test.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
