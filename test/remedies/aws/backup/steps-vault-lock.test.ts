import guidance from '../../../../remedies/aws/backup/steps-vault-lock.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
