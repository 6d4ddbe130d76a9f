import guidance from '../../../../remedies/aws/backup/steps-encrypted-vault.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
