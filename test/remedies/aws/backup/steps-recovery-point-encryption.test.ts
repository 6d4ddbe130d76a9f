import guidance from '../../../../remedies/aws/backup/steps-recovery-point-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
